/** The states that people see most: no sideways scroll, and accessible, light and dark, narrow and wide. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Axe from 'axe-core';
import type { Browser, Frame } from 'playwright-core';
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
  [
    'two recipients with differing causes',
    'postfix-two-recipients.eml',
    '2 addresses failed, for 2 different reasons',
  ],
  ['not a bounce', 'colleague.eml', 'This is not a bounce'],
  ['fake bounce', 'fake-microsoft-send-again.eml', 'This message is suspicious'],
  ['undetermined', 'postfix-nothing-said.eml', null],
  ['delay', 'postfix-delay-warning.eml', null],
  ['backscatter', 'backscatter-forged-sender.eml', null],
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
      await pane.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
      expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (shots) await picture(pane, join(shots, `${name.replaceAll(' ', '-')}-all-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
    });

    test('a question, and the settings', async () => {
      const { pane } = open;
      await pane.getByRole('button', { name: 'Ask' }).click();
      await pane.getByRole('textbox', { name: 'A code or a line of a bounce' }).fill('5.7.134');
      await pane.getByRole('button', { name: 'Explain' }).click();
      await settled(pane, 'Only listed senders allowed');
      if (shots) await picture(pane, join(shots, `question-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
      await pane.getByRole('button', { name: 'Settings' }).click();
      if (shots) await picture(pane, join(shots, `settings-${width}-${theme}.png`));
      expect(await violations(pane)).toEqual([]);
      await pane.getByRole('button', { name: 'Settings' }).click();
    });
  });
});

/** Waits until the pane talks about the selected mail. */
async function settled(pane: Frame, title: string | null): Promise<void> {
  if (title !== null) await pane.getByRole('heading', { name: title }).first().waitFor();
  await pane.waitForFunction(
    () => document.querySelector('h1, h2') !== null && !/Reading the message/.test(document.body.innerText),
  );
  await pane.waitForTimeout(title === null ? 800 : 200);
}

async function violations(pane: Frame): Promise<string[]> {
  const { violations: found } = await pane.evaluate(() =>
    (window as unknown as { axe: typeof Axe }).axe.run(),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The whole length of the pane. */
async function picture(pane: Frame, path: string): Promise<void> {
  const height = await pane.evaluate(() => document.documentElement.scrollHeight);
  const frame = await pane.frameElement();
  await frame.evaluate(
    (element, wanted) =>
      Object.assign((element as HTMLElement).style, { height: `${wanted}px`, flex: 'none' }),
    Math.max(height, 400),
  );
  await pane.waitForTimeout(150);
  await pane.locator('body').screenshot({ path });
  await frame.evaluate((element) => (element as HTMLElement).removeAttribute('style'));
}
