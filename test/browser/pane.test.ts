/** The pane in the embedded mailbox with the real office.js: what an admin does, from opening to the clipboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { expectAtHome, expectQuiet } from './harness/expect-quiet';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';
import { type Seen, watchPage } from './harness/watch-page';

/** The only hosts that anything leads to. */
const hosts = readFileSync(join(__dirname, '../../src/knowledge/link-hosts.txt'), 'utf8').split('\n');

jest.setTimeout(60_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

const headline = (pane: Frame, name: string) => pane.getByRole('heading', { name }).first().waitFor();
const select = (file: string | null) => open.page.evaluate((name) => window.mailbox.select(name), file);

test('a bounce is explained without a click, its checklist copied, an ordinary mail left in peace', async () => {
  open = await openMailbox(browser, { mail: 'postfix-user-unknown.eml', width: 320 });
  const { pane, page } = open;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await headline(pane, 'Address does not exist');
  expect(await pane.locator('body').innerText()).toContain('maria.lopez@example.org');

  // It is said for two seconds only.
  await Promise.all([
    pane.getByRole('button', { name: 'Copied' }).waitFor(),
    pane.getByRole('button', { name: 'Copy checklist' }).click(),
  ]);
  await page.bringToFront();
  const copied = await page.evaluate(() => {
    window.focus();
    return navigator.clipboard.readText();
  });
  expect(copied).toContain('Address does not exist');
  expect(copied).toContain('maria.lopez@example.org');
  expect(copied).toMatch(
    /^Training email bounced: maria\.lopez@example\.org \(Address does not exist, 550 5\.1\.1\)\n/,
  );
  expect(copied).toMatch(/\[ \] Mail admin: Check spelling/);
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toMatch(/<a href="https:\/\/dash\.keepnetlabs\.com\/awareness-educator\/enrollments"/);
  expect(copied).toContain('Fix first, then resend');
  expect(copied).toContain('https://dash.keepnetlabs.com/awareness-educator/enrollments');

  await select('colleague-asks-about-bounces.eml');
  await headline(pane, 'Not a bounce. Nothing to do.');
  await select(null);
  await headline(pane, 'No message to read');
  await select('exchange-mailbox-full.eml');
  await headline(pane, 'Mailbox is full');
  expectQuiet(open);
});

test('a slow answer to the mail before does not overwrite the one that is open', async () => {
  open = await openMailbox(browser, { mail: 'colleague.eml' });
  const { pane, page } = open;
  await headline(pane, 'Not a bounce. Nothing to do.');
  await pane.evaluate(() => {
    const headings = Object.assign(window, { headings: [] as string[] }).headings;
    const note = () => headings.push(document.querySelector('h1')?.textContent ?? '');
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const asked = () =>
    page.evaluate(() => {
      const calls = window.mailbox.log.filter(({ direction }) => direction === 'from pane');
      return calls.filter(({ message }) => JSON.stringify(message).includes('getAsFileAsync')).length;
    });
  const before = await asked();
  await page.evaluate(() => window.mailbox.delay('DevHost.getAsFileAsync', 1500));
  await select('postfix-user-unknown.eml');
  while ((await asked()) === before) await page.waitForTimeout(20);
  await page.evaluate(() => window.mailbox.restore());
  await select('exchange-mailbox-full.eml');
  await headline(pane, 'Mailbox is full');
  // By the clock of the page that answers: the answer was due before this.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  // And the pane has had its time with it, as long as another answer takes.
  await select('postfix-delay-warning.eml');
  await headline(pane, 'An email is delayed');
  const headings = await pane.evaluate(() => (window as unknown as { headings: string[] }).headings);
  expect(headings.join()).toContain('Mailbox is full');
  expect(headings.join()).not.toContain('Address does not exist');
});

test('where the mailbox cannot hand out the whole mail, headers and body are read', async () => {
  open = await openMailbox(browser, { mail: 'exchange-online-html-only.eml' });
  await headline(open.pane, 'Not in its directory');
  await select('exchange-turkish-unknown.eml');
  await open.pane.getByRole('button', { name: /· .*5\.1\.1/ }).waitFor();
  await headline(open.pane, 'Not in its directory');
});

test('what Outlook withheld is said above the answer, and read by another try', async () => {
  open = await openMailbox(browser, { mail: 'colleague.eml', width: 320 });
  const { pane, page } = open;
  await headline(pane, 'Not a bounce. Nothing to do.');
  await page.evaluate(() => {
    window.mailbox.fail('DevHost.getAsFileAsync', 9020);
    // The body.
    window.mailbox.fail(37, 9020);
  });
  await select('postfix-user-unknown.eml');
  const note = pane.getByText('The text of the message could not be read, so details may be missing.');
  await note.waitFor();
  expect((await note.boundingBox())?.y).toBeLessThan((await pane.locator('h1').boundingBox())?.y ?? 0);
  await page.evaluate(() => window.mailbox.restore());
  await pane.getByRole('button', { name: 'Try again' }).click();
  await headline(pane, 'Address does not exist');
  expect(await note.count()).toBe(0);
});

test('nothing in a mail becomes markup or a link', async () => {
  open = await openMailbox(browser, { mail: 'hostile-markup.eml' });
  const { pane } = open;
  await headline(pane, 'Address does not exist');
  expect(await pane.locator('#root img, #root script, #root iframe').count()).toBe(0);
  const targets = await pane
    .locator('a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).host));
  expect(targets).toContain('dash.keepnetlabs.com');
  for (const host of targets) expect(hosts).toContain(host);
  await select('hostile-right-to-left.eml');
  await headline(pane, 'Address does not exist');
  expect(await pane.locator('body').innerText()).not.toContain('\u202e');
  expectQuiet(open);
});

test('a fake bounce gets a warning and no way to resend', async () => {
  open = await openMailbox(browser, { mail: 'fake-microsoft-send-again.eml' });
  const { pane } = open;
  await headline(pane, 'This message is suspicious');
  expect(await pane.getByText('Report it with your button for suspicious email.').count()).toBeGreaterThan(0);
  expect(await pane.getByRole('link').count()).toBe(0);
});

describe('without Outlook', () => {
  let seen: Seen;
  /** The pane's own page, as somebody finds it in a browser. */
  async function openAlone(query: string): Promise<Frame> {
    open = await openMailbox(browser, {});
    const page = await open.page.context().newPage();
    seen = await watchPage(page);
    await page.goto(open.served.paneUrl + query);
    return page.mainFrame();
  }
  const pasteWorks = async (pane: Frame) => {
    await pane.getByRole('textbox').first().fill('550 5.1.1 <user@example.com>: User unknown');
    await pane.getByRole('button', { name: 'Explain' }).click();
    await headline(pane, 'Address does not exist');
  };
  const fileWorks = async (pane: Frame) => {
    await pane.locator('input[type=file]').first().setInputFiles('host/mails/exchange-mailbox-full.eml');
    await headline(pane, 'Mailbox is full');
  };

  test.each([
    ['outside any mailbox', '', 'No mailbox here'],
    ['with the script blocked', '?office=none', 'Outlook cannot be reached'],
    ['with onReady never answering', '?office=silent', 'Outlook does not answer'],
  ])('%s: paste and file work', async (_, query, title) => {
    const pane = await openAlone(query);
    await pane.getByRole('heading', { name: title }).waitFor({ timeout: 30_000 });
    await pasteWorks(pane);
    await fileWorks(pane);
    expect([seen.cspViolations, seen.pageErrors]).toEqual([[], []]);
    expectAtHome(seen, [open.served.paneUrl]);
  });
});
