/** Every way in but the open message: files, drops, pastes, the list of recent bounces; and the pane that is honest about them. */
import { readFileSync } from 'node:fs';
import type { Browser, Frame } from 'playwright-core';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox, type OpenOptions } from './harness/open-mailbox';

jest.setTimeout(60_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

const start = async (options: OpenOptions): Promise<Frame> => {
  open = await openMailbox(browser, options);
  return open.pane;
};
const headline = (pane: Frame, name: string | RegExp) =>
  pane.getByRole('heading', { name, level: 1 }).first().waitFor();
const mailFile = (name: string) => `host/mails/${name}`;

/** Drops files on the pane, as a file manager and classic Outlook do. */
const drop = (pane: Frame, files: { name: string; text: string }[]) =>
  pane.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragover', 'drop']) {
      document.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files);
const read = (name: string) => ({ name, text: readFileSync(mailFile(name), 'utf8') });

test('several files become a list; one is explained, and the list is found again', async () => {
  const pane = await start({ mail: null });
  await pane
    .locator('input[type=file]')
    .setInputFiles(
      ['exchange-mailbox-full.eml', 'exchange-three-recipients.eml', 'newsletter.eml'].map(mailFile),
    );
  await headline(pane, '3 messages');
  await pane.getByText('Choose one to see what to do.').waitFor();
  await pane.locator('.source-address').nth(3).waitFor();
  expect(await pane.locator('.source-address').count()).toBe(4);
  await pane.getByRole('button', { name: /exchange-mailbox-full\.eml/ }).click();
  await headline(pane, 'Mailbox is full');
  await pane.getByRole('button', { name: 'List', exact: true }).click();
  await headline(pane, '3 messages');
});

test('two drops at once lose nothing', async () => {
  const pane = await start({ mail: null });
  await pane.locator('input[type=file]').first().waitFor({ state: 'attached' });
  const [one, two] = [read('exchange-mailbox-full.eml'), read('postfix-user-unknown.eml')];
  await pane.evaluate(
    (both) => {
      for (const { name, text } of both) {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [one, two],
  );
  await headline(pane, '2 messages');
});

test('a drop that cannot be read leaves the answer that was there', async () => {
  const pane = await start({ mail: 'postfix-user-unknown.eml' });
  await headline(pane, 'Address does not exist');
  await drop(pane, [{ name: 'half.zip', text: 'PK\u0003\u0004 and no more' }]);
  await pane.getByText('half.zip is damaged or cut off.').waitFor();
  await headline(pane, 'Address does not exist');
  await pane.getByRole('button', { name: 'Close' }).click();
  expect(await pane.getByText('half.zip').count()).toBe(0);
});

test('a paste anywhere in the pane is explained', async () => {
  const pane = await start({ mail: 'postfix-user-unknown.eml' });
  await headline(pane, 'Address does not exist');
  await pane.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '552 5.2.2 <user@example.com>: mailbox full');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await headline(pane, 'Mailbox is full');
});

test('before the click nothing leaves the pane; after it, the list comes from the configured host alone', async () => {
  const pane = await start({ mail: null });
  await headline(pane, 'No message to read');
  const own = [open.served.mailboxUrl, open.served.paneUrl].map((url) => new URL(url).origin);
  const foreign = () =>
    open.seen.requests
      .filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))
      .map((url) => new URL(url).origin)
      .filter((origin) => !own.includes(origin));
  expect(foreign()).toEqual([]);
  await pane.getByRole('button', { name: 'Show recent bounces' }).click();
  await headline(pane, /recent bounces/);
  await pane.getByText('Choose one to see what to do.').waitFor();
  expect(new Set(foreign())).toEqual(new Set([new URL(open.served.graphUrl).origin]));
  await pane.locator('.source', { hasText: 'maria.lopez@example.org' }).first().click();
  await headline(pane, 'Address does not exist');
});

test.each([
  ['blocked', /administrator has to allow/],
  ['refused', /did not allow/],
] as const)('sign-in %s: a sentence, and the other ways stay', async (graph, sentence) => {
  const pane = await start({ mail: null, graph });
  await pane.getByRole('button', { name: 'Show recent bounces' }).click();
  await pane.getByText(sentence).first().waitFor();
  expect(await pane.getByText('/adminconsent').count()).toBe(graph === 'blocked' ? 1 : 0);
  await pane.getByRole('button', { name: 'Copy diagnostics' }).waitFor();
  await drop(pane, [read('exchange-mailbox-full.eml')]);
  await headline(pane, 'Mailbox is full');
});

test('a reader who comes back without news of a change is told that the answer may be another message’s', async () => {
  const pane = await start({ mail: 'postfix-user-unknown.eml' });
  await headline(pane, 'Address does not exist');
  await pane.evaluate(() => {
    dispatchEvent(new Event('blur'));
    dispatchEvent(new Event('focus'));
  });
  await pane.getByText('Is another message selected?').waitFor();
  await pane.getByRole('button', { name: 'Read again' }).click();
  await headline(pane, 'Address does not exist');
  expect(await pane.getByText('Is another message selected?').count()).toBe(0);
});

test('diagnostics tell the client and its doors, and nothing of a mail', async () => {
  const pane = await start({ mail: 'postfix-user-unknown.eml', profile: 'ios' });
  await headline(pane, 'Address does not exist');
  await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await pane.getByRole('button', { name: 'What works here' }).click();
  await pane.getByText('This is Outlook on iOS.').waitFor();
  await pane.getByText('this app does not pass on what is dragged').waitFor();
  // It is said for two seconds only.
  await Promise.all([
    pane.getByRole('button', { name: 'Copied' }).waitFor(),
    pane.getByRole('button', { name: 'Copy diagnostics' }).click(),
  ]);
  await open.page.bringToFront();
  const copied = await open.page.evaluate(() => {
    window.focus();
    return navigator.clipboard.readText();
  });
  expect(copied).toContain('Client: ios');
  expect(copied).toContain('office.js: 16.0.');
  expect(copied).toContain('Door dragged-mail: no-dragging');
  expect(copied).not.toContain('@');
  expect(copied).not.toContain('Undelivered');
});
