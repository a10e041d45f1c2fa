/**
 * What the gallery cannot show: Outlook's own colours, and the languages in the real mailbox. Every state by itself is
 * looked at in `gallery-access.test.ts` and `gallery-pictures.test.ts`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Axe from 'axe-core';
import type { Browser, Frame } from 'playwright-core';
import { loadWords, say } from '../../src/engine';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';

/** Pictures for looking at; set SHOTS to a folder. */
const shots = process.env.SHOTS;
const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

jest.setTimeout(120_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  if (shots) mkdirSync(shots, { recursive: true });
  browser = await launch();
});
afterAll(() => browser.close());

test('Outlook’s high contrast is the pane’s, too', async () => {
  open = await openMailbox(browser, { mail: 'postfix-user-unknown.eml', width: 320, theme: 'high-contrast' });
  const { pane } = open;
  await settled(pane, 'Address does not exist');
  const [ground, words] = await pane.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.querySelector('.fui-FluentProvider')!);
    return [backgroundColor, color];
  });
  expect([ground, words]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await open.close();
});

/** Long words, and words from the right: what fits in English is looked at again. */
describe.each(['tr-TR', 'de-DE', 'fr-FR', 'es-ES', 'ar-SA'])('%s', (locale) => {
  const sizes = shots
    ? ([
        [320, 'light'],
        [450, 'dark'],
      ] as const)
    : ([[320, 'light']] as const);
  describe.each(sizes)('%i px wide, %s', (width, theme) => {
    let t: (key: string) => string;
    beforeAll(async () => {
      const words = await loadWords(locale);
      t = (key) => say(words, { key, values: {} });
      open = await openMailbox(browser, {
        mail: null,
        locale,
        width,
        theme,
        viewport: { width: 1300, height: 1000 },
      });
      await open.pane.getByRole('heading', { name: t('panel.nothingOpen.nothing-selected.title') }).waitFor();
      await open.pane.evaluate(axeSource);
    });
    afterAll(() => open.close());
    const looked = async (name: string) => {
      const { pane } = open;
      if (shots)
        await picture(pane, join(shots, `${name.replaceAll(' ', '-')}-${locale}-${width}-${theme}.png`));
      expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(pane)).toEqual([]);
    };

    test.each([
      ['nothing selected', null],
      ['user unknown', 'postfix-user-unknown.eml'],
      ['two recipients', 'postfix-two-recipients.eml'],
      ['delay', 'postfix-delay-warning.eml'],
      ['fake bounce', 'fake-microsoft-send-again.eml'],
    ])('%s', async (name, mail) => {
      const before = await open.pane.evaluate(() => document.querySelector('main h1, main h2')?.textContent);
      await open.page.evaluate((file) => window.mailbox.select(file), mail);
      // Each has another title than the one before it; until it is there, the old answer stands.
      if (mail)
        await open.pane.waitForFunction(
          (was) => ![was, undefined].includes(document.querySelector('main h1, main h2')?.textContent),
          before,
        );
      await settled(open.pane, null);
      await looked(name);
    });

    test('restricted recipient, all unfolded', async () => {
      const file = 'exchange-online-restricted-list.eml';
      await open.page.evaluate((name) => window.mailbox.select(name), file);
      await settled(open.pane, t('causes.recipient-restricted.variants.sender-not-on-list.title'));
      await unfold(open.pane);
      await looked('restricted recipient all');
    });

    test('a command reads from the left, whatever the language', async () => {
      const [direction, align] = await open.pane.evaluate(() => {
        const { direction, textAlign } = getComputedStyle(document.querySelector('pre')!);
        return [direction, textAlign];
      });
      expect([direction, ['left', 'start'].includes(align ?? '')]).toEqual(['ltr', true]);
    });

    test('a question, and the settings', async () => {
      const { pane } = open;
      await pane.getByRole('textbox', { name: t('panel.field.label') }).fill('5.7.134');
      await pane.getByRole('button', { name: t('panel.field.explain') }).click();
      await settled(pane, t('causes.recipient-restricted.variants.mailbox-inside-only.title'));
      await looked('question');
      await pane.getByRole('button', { name: t('panel.ways.settings') }).click();
      await pane.locator('.bar-form').waitFor();
      await looked('settings');
    });
  });
});

/** Waits until the pane talks about the selected mail. */
async function settled(pane: Frame, title: string | null): Promise<void> {
  if (title !== null) await pane.getByRole('heading', { name: title }).first().waitFor();
  await pane.waitForFunction(
    () =>
      document.querySelector('main[aria-busy=false] :is(h1, h2)') !== null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** Opens all that is folded, and what is folded in it. */
async function unfold(pane: Frame): Promise<void> {
  // What is loaded first, a command among it, brings more to unfold.
  await pane.waitForFunction(
    () => {
      const folded = document.querySelectorAll<HTMLElement>('.scroller button[aria-expanded=false]');
      for (const button of folded) button.click();
      return folded.length === 0 && document.querySelector('pre') !== null;
    },
    null,
    { polling: 100 },
  );
}

async function violations(pane: Frame): Promise<string[]> {
  const { violations: found } = await pane.evaluate(() =>
    (window as unknown as { axe: typeof Axe }).axe.run({
      runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    }),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The whole length of the pane, or the pane as it opens where SHOTS_FOLD says so. */
async function picture(pane: Frame, path: string): Promise<void> {
  const height = await pane.evaluate(() => {
    const scroller = document.querySelector('.scroller');
    return window.innerHeight + (scroller ? scroller.scrollHeight - scroller.clientHeight : 0);
  });
  const frame = await pane.frameElement();
  await frame.evaluate(
    (element, wanted) =>
      Object.assign((element as HTMLElement).style, { height: `${wanted}px`, flex: 'none' }),
    Math.max(height, 600),
  );
  await pane.waitForTimeout(150);
  await pane.locator('body').screenshot({ path });
  await frame.evaluate((element) => (element as HTMLElement).removeAttribute('style'));
}
