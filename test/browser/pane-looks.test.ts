/** The states that people see most: no sideways scroll, and accessible, light and dark, narrow and wide, in several languages. */
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

const states = [
  ['user unknown', 'postfix-user-unknown.eml', 'Address does not exist'],
  ['restricted recipient', 'exchange-online-restricted-list.eml', null],
  ['mailbox full', 'exchange-mailbox-full.eml', 'Mailbox is full'],
  ['dropped', 'delivery-report-dropped.eml', null],
  ['resend now', 'exchange-queue-expired.eml', null],
  ['two recipients with differing causes', 'postfix-two-recipients.eml', '2 addresses, 2 reasons'],
  ['not a bounce', 'colleague.eml', 'Not a bounce. Nothing to do.'],
  ['fake bounce', 'fake-microsoft-send-again.eml', 'This message is suspicious'],
  ['undetermined', 'postfix-nothing-said.eml', null],
  ['delay', 'postfix-delay-warning.eml', null],
  ['backscatter', 'backscatter-forged-sender.eml', null],
  ['complaint', 'feedback-report-abuse.eml', 'A spam complaint'],
  ['challenge', 'challenge-response.eml', null],
  ['out of office', 'out-of-office.eml', 'An automatic reply'],
  ['success', 'success-delivered.eml', null],
  ['hostile', 'hostile-markup.eml', null],
  ['nothing selected', null, 'No message to read'],
] as const;

/** Those with something to unfold at every step. */
const unfolded = [
  ['restricted recipient', 'exchange-online-restricted-list.eml'],
  ['mailbox full', 'exchange-mailbox-full.eml'],
  ['two recipients', 'postfix-two-recipients.eml'],
  ['hostile', 'hostile-markup.eml'],
] as const;

jest.setTimeout(120_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  if (shots) mkdirSync(shots, { recursive: true });
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([320, 450])('%i px wide', (width) => {
  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    beforeAll(async () => {
      open = await openMailbox(browser, {
        mail: null,
        width,
        theme,
        viewport: { width: 1300, height: 1000 },
      });
      await open.pane.getByRole('heading', { name: 'No message to read' }).waitFor();
      await open.pane.evaluate(axeSource);
    });
    afterAll(() => open.close());

    test.each(states)('%s', async (name, mail, title) => {
      await open.page.evaluate((file) => window.mailbox.select(file), mail);
      const { pane } = open;
      await settled(pane, title);
      const [content, visible] = await pane.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      expect(content).toBeLessThanOrEqual(visible ?? 0);
      if (shots) await picture(pane, join(shots, `${name.replaceAll(' ', '-')}-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
    });

    test.each(unfolded)('%s, all unfolded', async (name, mail) => {
      await open.page.evaluate((file) => window.mailbox.select(file), mail);
      const { pane } = open;
      await settled(pane, null);
      await unfold(pane);
      expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (shots) await picture(pane, join(shots, `${name.replaceAll(' ', '-')}-all-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
    });

    test('a question, and the settings', async () => {
      const { pane } = open;
      await pane.getByRole('textbox', { name: 'Code, line or text of a bounce' }).fill('5.7.134');
      await pane.getByRole('button', { name: 'Explain' }).click();
      await settled(pane, 'Mailbox closed to outside senders');
      if (shots) await picture(pane, join(shots, `question-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
      await pane.getByRole('button', { name: 'Settings', exact: true }).click();
      if (shots) await picture(pane, join(shots, `settings-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
      await pane.getByRole('button', { name: 'Settings', exact: true }).click();
    });
  });
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
      await open.page.evaluate((file) => window.mailbox.select(file), mail);
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
      await looked('settings');
    });
  });
});

/** Waits until the pane talks about the selected mail. */
async function settled(pane: Frame, title: string | null): Promise<void> {
  if (title !== null) await pane.getByRole('heading', { name: title }).first().waitFor();
  await pane.waitForFunction(
    () =>
      document.querySelector('h1, h2') !== null &&
      document.querySelector('main')?.getAttribute('aria-busy') !== 'true',
  );
  await pane.waitForTimeout(title === null ? 800 : 200);
}

/** Opens all that is folded, and what is folded in it. */
async function unfold(pane: Frame): Promise<void> {
  for (let depth = 0; depth < 3; depth++) {
    await pane.evaluate(() =>
      document
        .querySelectorAll<HTMLElement>('.scroller button[aria-expanded=false]')
        .forEach((button) => button.click()),
    );
    await pane.waitForTimeout(400);
  }
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
