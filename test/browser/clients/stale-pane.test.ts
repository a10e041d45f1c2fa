/**
 * A pinned pane that was not told of another mail: whatever its calls answer, it never shows one mail's
 * explanation under another one's name.
 */
import type { Browser, Frame } from 'playwright-core';
import type { Switches } from '../../../host/protocol/client-switches';
import { launch } from '../harness/launch';
import { openMailbox, type OpenMailbox } from '../harness/open-mailbox';
import { clientMails, NEUTRAL } from './mails';

const { ndr, 'ordinary-class-bounce': bounce } = clientMails;

jest.setTimeout(120_000);
let browser: Browser;
let open: OpenMailbox;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => open.close());

const about = (pane: Frame) => pane.locator('.about-name').innerText();

async function beside(mail: string, switches: Partial<Switches>): Promise<Frame> {
  open = await openMailbox(browser, { mail, switches });
  await open.pane.locator('.about-name').waitFor();
  await open.pane.locator('main[aria-busy=false]').waitFor();
  return open.pane;
}

/** Wherever the failed recipient stands, its mail's name has to stand above it. */
async function expectRightName(pane: Frame): Promise<void> {
  const text = await pane.locator('main').innerText();
  const name = await about(pane);
  for (const { address, subject } of [ndr, bounce]) {
    if (text.includes(address)) expect(name).toBe(subject);
  }
}

/** Lets the pane read again, and gives it time to show what came of it. */
async function readAgain(pane: Frame): Promise<void> {
  const lastCall = () =>
    open.page.evaluate(() => window.mailbox.log.findLast(({ direction }) => direction === 'from pane')?.ms);
  const before = await lastCall();
  await pane.getByRole('button', { name: 'Read the open message again' }).click();
  while ((await lastCall()) === before) await open.page.waitForTimeout(20);
  await pane.locator('main[aria-busy=false]').waitFor();
  await open.page.waitForTimeout(500);
}

describe.each([
  ['a report is withheld', { ndr: 'does-not-activate' }, ndr],
  ['ItemChanged is dead', { itemChanged: 'not' }, bounce],
] as const)('a pane that missed a change: %s', (_why, switches, selected) => {
  test.each(['old', 'new', 'fails'] as const)('calls answer: %s', async (staleCalls) => {
    const pane = await beside(NEUTRAL.file, { ...switches, staleCalls });
    await open.page.evaluate((file) => window.mailbox.select(file), selected.file);
    // The admin goes into the pane, and lets it read again.
    await pane.locator('h1').first().click();
    await expectRightName(pane);
    await readAgain(pane);
    await expectRightName(pane);
    expect(await pane.locator('main').innerText()).not.toContain(selected.address);
  });
});

test('the trap the other way round: an ordinary mail is not explained as the bounce before', async () => {
  const pane = await beside(bounce.file, { itemChanged: 'not', staleCalls: 'new' });
  await open.page.evaluate((file) => window.mailbox.select(file), NEUTRAL.file);
  await readAgain(pane);
  await expectRightName(pane);
  const shown = await pane.locator('main').innerText();
  if ((await about(pane)) === bounce.subject) expect(shown).not.toContain('Not a bounce. Nothing to do.');
});

test.each([
  ['activates', 0],
  ['dialog', 1],
] as const)('where a report %s, a pinned pane explains it', async (position, dialogs) => {
  const pane = await beside(NEUTRAL.file, { ndr: position });
  await open.page.evaluate((file) => window.mailbox.select(file), ndr.file);
  const ok = open.page.getByRole('button', { name: 'OK', exact: true });
  if (dialogs > 0) await ok.click();
  await pane.locator('.about-name', { hasText: ndr.subject }).waitFor();
  await pane.getByText(ndr.address).first().waitFor();
  expect(await ok.count()).toBe(0);
});
