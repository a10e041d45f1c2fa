/** Files and forged bounces that mean harm, in the pane. */
import { readFileSync } from 'node:fs';
import type { Browser, Frame } from 'playwright-core';
import { writeMsg } from '../engine/mail/write-msg';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';
import { FORGED } from '../forged-bounce';

jest.setTimeout(120_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

const choose = (pane: Frame, name: string, content: string | Uint8Array) =>
  pane
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });

/** A directory whose chain of sectors leads back to itself. */
function loopedMsg(): Uint8Array {
  const bytes = writeMsg({ class: 'REPORT.IPM.Note.NDR', subject: 'Undeliverable: Your training' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const fat = (view.getInt32(0x4c, true) + 1) * 512;
  const directory = view.getInt32(0x30, true);
  view.setInt32(fat + 4 * directory, directory, true);
  return bytes;
}

test('an Outlook file without an end is refused in words, and the pane never stood still', async () => {
  open = await openMailbox(browser, { mail: null });
  const { pane } = open;
  await pane.locator('input[type=file]').first().waitFor({ state: 'attached' });
  // What a click waits for: the longest time in which the page could do nothing.
  await pane.evaluate(() => {
    const seen = Object.assign(window, { longestWait: 0 });
    let last = performance.now();
    setInterval(() => {
      seen.longestWait = Math.max(seen.longestWait, performance.now() - last);
      last = performance.now();
    }, 10);
  });
  await choose(pane, 'looped.msg', loopedMsg());
  // In the words of our own look at its chains: a thread that was ended says that it took too long.
  await pane
    .getByText(/looped\.msg is a damaged Outlook message/)
    .first()
    .waitFor();
  const waited = await pane.evaluate(() => (window as unknown as { longestWait: number }).longestWait);
  console.log(`The pane stood still for ${waited.toFixed(0)} ms at most.`);
  // Once it was a minute; what a busy machine adds to a few milliseconds is far from that.
  expect(waited).toBeLessThan(10_000);
  // And it works on.
  await choose(pane, 'full.eml', readFileSync('host/mails/exchange-mailbox-full.eml'));
  await pane.getByRole('heading', { name: 'Mailbox is full' }).first().waitFor();
});

test('a file that is read for ever leaves the pane to its user, and ends in words', async () => {
  open = await openMailbox(browser, { mail: null });
  const { page } = open;
  // What a fault in a library would be: the thread that reads files never comes back. The next one does.
  await page.route(
    '**/explain-worker.*.js',
    (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); };' }),
    { times: 1 },
  );
  await page.reload();
  await page.waitForFunction(() => 'mailbox' in window);
  const pane = await open.currentPane();
  await pane.locator('input[type=file]').first().waitFor({ state: 'attached' });
  await choose(pane, 'endless.msg', writeMsg({ class: 'IPM.Note', subject: 'Undeliverable' }));
  await pane.getByRole('button', { name: 'Settings', exact: true }).first().click();
  await pane
    .getByRole('textbox', { name: /domains/i })
    .first()
    .fill('company.example');
  // All of that while the file is still being read.
  await expect(pane.getByText(/endless\.msg took too long to read/).count()).resolves.toBe(0);
  await pane
    .getByText(/endless\.msg took too long to read/)
    .first()
    .waitFor();
  await choose(pane, 'full.eml', readFileSync('host/mails/exchange-mailbox-full.eml'));
  await pane.getByRole('heading', { name: 'Mailbox is full' }).first().waitFor();
});

/** Of what the pane says where a command is kept back. */
const WITHHELD = 'A command that changes this is shown once you say that the email is real';
const CHANGES = /\b(?:Set|Add|Remove|New|Enable|Disable)-[A-Z][a-z]+|\$false/;

test('a forged bounce shows no command that opens a group, until the admin says that it is real', async () => {
  open = await openMailbox(browser, { mail: null });
  const { pane } = open;
  await choose(pane, 'forged.eml', FORGED);
  await pane.getByText('everyone@company.example').first().waitFor();
  const guides = pane.locator('.how');
  await guides.first().waitFor();
  const commands = async () => {
    const folded = guides.getByRole('button', { name: /^How, in/, expanded: false });
    while ((await folded.count()) > 0) await folded.first().click();
    return (await guides.allTextContents()).join('\n');
  };
  expect(await commands()).toContain(WITHHELD);
  expect(await pane.locator('body').innerHTML()).not.toMatch(CHANGES);
  await pane.getByRole('button', { name: 'I know this email is real' }).first().click();
  await pane.getByRole('checkbox', { checked: true }).first().waitFor();
  expect(await commands()).toMatch(CHANGES);
  expect(await commands()).not.toContain(WITHHELD);
});
