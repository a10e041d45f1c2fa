/** The mailbox page around the pane: with the mails that it ships, and a pane with nothing but office.js. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox } from './harness/open-mailbox';

const paneDir = join(__dirname, 'harness/contract-page');
const mails = JSON.parse(readFileSync(join(__dirname, '../../dist/host/mails/index.json'), 'utf8')) as {
  file: string;
}[];

jest.setTimeout(30_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

test('shows every mail that it ships, starting with a bounce, and says what it is', async () => {
  open = await openMailbox(browser, { paneDir });
  const { page, seen } = open;
  expect((await page.evaluate(() => [...window.mailbox.files])).sort()).toEqual(
    mails.map(({ file }) => file).sort(),
  );
  expect(await page.locator('.banner').innerText()).toContain('not Outlook');
  expect(await page.locator('#reading').innerText()).toContain('REPORT.IPM.Note.NDR');
  for (const file of await page.evaluate(() => window.mailbox.files)) {
    await page.evaluate((name) => window.mailbox.select(name), file);
    expect((await page.locator('#reading .body').innerText()).length).toBeGreaterThan(0);
  }
  expect([seen.console, seen.pageErrors, seen.failed, seen.cspViolations]).toEqual([[], [], [], []]);
});

test('arrow keys select in the list, which tells who is selected; a folder opens by its button', async () => {
  open = await openMailbox(browser, {
    paneDir,
    mailsDir: join(__dirname, '../host/fixtures/mails'),
    mail: 'ndr.eml',
  });
  const { page } = open;
  await page.locator('#messages').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => window.mailbox.selected)).toBe('headers-only.eml');
  const active = await page.locator('#messages').getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active ?? ''}`).getAttribute('aria-selected')).toBe('true');
  expect(new URL(page.url()).hash).toBe('#mail=headers-only.eml');
  await page.getByRole('button', { name: 'Inbox' }).click();
  await page.getByRole('option', { name: /Grüße/ }).click();
  expect(await page.evaluate(() => window.mailbox.selected)).toBe('ordinary.eml');
  await page.getByRole('button', { name: 'Select nothing' }).click();
  expect(await page.locator('#reading').innerText()).toContain('Nothing is selected');
});

test('theme, client and width can be changed by hand', async () => {
  open = await openMailbox(browser, { paneDir, width: 400, theme: 'light' });
  const { page, currentPane } = open;
  await page.getByLabel('Theme').selectOption('dark');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.locator('#profile').selectOption('mac');
  expect(await page.evaluate(() => window.mailbox.profile)).toBe('mac');
  await page.getByRole('separator').focus();
  await page.keyboard.press('Home');
  expect(await (await currentPane()).evaluate(() => innerWidth)).toBe(320);
  await page.mouse.move(
    await page.getByRole('separator').evaluate((bar) => bar.getBoundingClientRect().left + 4),
    400,
  );
  await page.mouse.down();
  await page.mouse.move(1440 - 440, 400, { steps: 3 });
  await page.mouse.up();
  expect(await (await currentPane()).evaluate(() => innerWidth)).toBe(440);
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  open = await openMailbox(browser, { paneDir, theme });
  const { page } = open;
  await page.evaluate(readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
  expect(found).toEqual([]);
});

test('a pane that cannot be reached is explained', async () => {
  open = await openMailbox(browser, { paneDir, isLoud: true });
  const { page, served } = open;
  await page.route(`${served.paneUrl}**`, (route) => route.abort());
  await page.evaluate(() => window.mailbox.reload());
  await page.locator('#hint').waitFor({ timeout: 10_000 });
  expect(await page.locator('#hint a').getAttribute('href')).toBe(served.paneUrl);
  await page.unroute(`${served.paneUrl}**`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('#hint').waitFor({ state: 'hidden' });
});

test('the pane’s page outside any mailbox: office.js says so soon', async () => {
  open = await openMailbox(browser, { paneDir });
  // In a tab of its own: office.js remembers in a tab's storage which host it had there.
  const tab = await open.page.context().newPage();
  await tab.goto(open.served.paneUrl);
  const info = await tab.evaluate(() => Office.onReady());
  expect(info).toMatchObject({ host: null, platform: null });
});
