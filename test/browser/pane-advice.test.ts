/** What an admin does beyond the checklist, by the keyboard alone: how, the message, a new account, a question. */
import type { Browser } from 'playwright-core';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';

jest.setTimeout(60_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

test('a step’s guide unfolds, and its command is copied', async () => {
  open = await openMailbox(browser, { mail: 'exchange-online-restricted-list.eml', width: 320 });
  const { pane, page } = open;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const how = pane.getByRole('button', { name: 'How, in Microsoft 365' }).first();
  await how.focus();
  await page.keyboard.press('Enter');
  await pane.getByText('Exchange admin center › Recipients › Mailboxes').first().waitFor();
  const copy = pane.getByRole('button', { name: /^Copy the command: .*: To look it up$/ }).first();
  // office.js must not take the focus out of the pane here.
  await page.keyboard.press('Tab');
  expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true);
  // It is said for two seconds only.
  await Promise.all([pane.getByRole('button', { name: 'Copied' }).waitFor(), page.keyboard.press('Enter')]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "Get-Mailbox -Identity 'board@subsidiary.example' | Format-List AcceptMessagesOnlyFromSendersOrMembers",
  );
});

test('the message to who must act opens as a new mail in Outlook', async () => {
  open = await openMailbox(browser, { mail: 'hostile-markup.eml' });
  const { pane, page } = open;
  await pane.getByRole('button', { name: /^Write.*Message to your mail admin/ }).focus();
  await page.keyboard.press('Enter');
  const form = page.locator('#form');
  await form.getByText('new message').first().waitFor();
  const shown = await form.innerText();
  expect(shown).toContain('Training email not delivered: please check');
  // What the address says is text in the new mail, too.
  expect(shown).toContain('Address: "<img src=x onerror=alert(1)>"@example.org');
  expect(await form.locator('img, script, svg, a').count()).toBe(0);
});

test('one switch says that an account is new', async () => {
  open = await openMailbox(browser, { mail: 'exchange-three-recipients.eml' });
  const { pane, page } = open;
  const rows = pane.locator('.causes h2 button');
  await rows.first().waitFor();
  for (const row of await rows.all()) await row.click();
  const box = pane.getByRole('switch', { name: 'This account is new' });
  await box.first().focus();
  await page.keyboard.press('Space');
  await pane.getByRole('heading', { name: 'Mailbox not created yet' }).waitFor();
  await pane.getByText('normally by the next day').first().waitFor();
  // The switch that was pressed is another one now: the focus is at the answer, not lost.
  await pane.waitForFunction(() => document.activeElement !== document.body);
});

test('a question is asked and answered by the keyboard', async () => {
  open = await openMailbox(browser, { mail: 'colleague.eml', width: 320 });
  const { pane, page } = open;
  await pane.getByRole('heading', { name: 'Not a bounce. Nothing to do.' }).waitFor();
  await pane.getByRole('textbox', { name: 'Code, line or text of a bounce' }).focus();
  await page.keyboard.type('421 4.7.28');
  await page.keyboard.press('Enter');
  const title = pane.getByRole('heading', { name: 'Looks like a flood' });
  await title.waitFor();
  // The answer is where the reader is: at the top, with the focus.
  await pane.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await pane.evaluate(() => document.querySelector('.scroller')?.scrollTop)).toBe(0);
  expect((await title.boundingBox())?.y).toBeGreaterThan(0);
});

test('an answer begins at its top, wherever in the one before the reader was', async () => {
  open = await openMailbox(browser, { mail: 'postfix-user-unknown.eml', width: 320 });
  const { pane, page } = open;
  const top = () => pane.evaluate(() => document.querySelector('.scroller')?.scrollTop ?? 0);
  await pane.getByRole('heading', { name: 'Address does not exist' }).waitFor();
  for (const fold of await pane.locator('.folds > .fold > button').all()) await fold.click();
  await pane.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 400));
  const before = await top();
  expect(before).toBeGreaterThan(200);
  await pane.getByRole('textbox', { name: 'Code, line or text of a bounce' }).focus();
  await page.keyboard.type('5.7.134');
  expect(await top()).toBe(before);
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Mailbox closed to outside senders' }).waitFor();
  await pane.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await top()).toBe(0);
});

test('the language is a choice, and kept', async () => {
  open = await openMailbox(browser, { mail: 'colleague.eml' });
  const { pane } = open;
  await pane.getByRole('button', { name: 'Settings', exact: true }).click();
  const language = pane.getByRole('combobox', { name: 'Language' });
  // The settings come with the first click on them.
  await language.waitFor();
  expect(await language.locator('option').allInnerTexts()).toEqual(
    expect.arrayContaining(['As in Outlook', 'English']),
  );
  await language.selectOption('en');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByText('Saved in your mailbox.').waitFor();
  expect(await language.inputValue()).toBe('en');
});
