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
  const how = pane.locator('summary', { hasText: 'How, in Microsoft 365' }).first();
  await how.focus();
  await page.keyboard.press('Enter');
  await pane.getByText('Exchange admin center › Recipients › Mailboxes').first().waitFor();
  const copy = pane.getByRole('button', { name: /^Copy the command: .*: To look it up$/ }).first();
  // office.js must not take the focus out of the pane here.
  await page.keyboard.press('Tab');
  expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "Get-Mailbox -Identity 'board@subsidiary.example' | Format-List AcceptMessagesOnlyFromSendersOrMembers",
  );
  expect(open.seen.cspViolations).toEqual([]);
});

test('the message to who must act opens as a new mail in Outlook', async () => {
  open = await openMailbox(browser, { mail: 'hostile-markup.eml' });
  const { pane, page } = open;
  await pane.locator('summary', { hasText: 'Message to your mail admin' }).focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Open as a new email' }).focus();
  await page.keyboard.press('Enter');
  const form = page.locator('#form');
  await form.getByText('new message').first().waitFor();
  const shown = await form.innerText();
  expect(shown).toContain('Training email not delivered: please check');
  // What the address says is text in the new mail, too.
  expect(shown).toContain('Address: "<img src=x onerror=alert(1)>"@example.org');
  expect(await form.locator('img, script, svg, a').count()).toBe(0);
  expect(open.seen.pageErrors).toEqual([]);
});

test('one switch says that an account is new', async () => {
  open = await openMailbox(browser, { mail: 'exchange-three-recipients.eml' });
  const { pane, page } = open;
  const box = pane.getByRole('switch', { name: 'This account is new' });
  await box.first().focus();
  await page.keyboard.press('Space');
  await pane.getByRole('heading', { name: 'Mailbox not created yet' }).waitFor();
  await pane.getByText('If the account is new, set automatic enrollment').first().waitFor();
});

test('a question is asked and answered by the keyboard', async () => {
  open = await openMailbox(browser, { mail: 'colleague.eml', width: 320 });
  const { pane, page } = open;
  await pane.getByRole('heading', { name: 'This is not a bounce' }).waitFor();
  await pane.getByRole('button', { name: 'Ask' }).focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('textbox', { name: 'A code or a line of a bounce' }).focus();
  await page.keyboard.type('421 4.7.28');
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Looks like a flood' }).waitFor();
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
});

test('the language is a choice, and kept', async () => {
  open = await openMailbox(browser, { mail: 'colleague.eml' });
  const { pane } = open;
  await pane.getByRole('button', { name: 'Settings' }).click();
  const language = pane.getByRole('combobox', { name: 'Language' });
  expect(await language.locator('option').allInnerTexts()).toEqual(
    expect.arrayContaining(['As in Outlook', 'English']),
  );
  await language.selectOption('en');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByText('Saved in your mailbox.').waitFor();
  expect(await language.inputValue()).toBe('en');
});
