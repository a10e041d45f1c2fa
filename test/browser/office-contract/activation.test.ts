/** Where the add-in starts, whether its pane stays, and what an open pane is told. */
import type { Frame, Page } from 'playwright-core';
import { contract, ready, withinMs, type ContractWindow } from '../harness/contract';
import type { OpenOptions } from '../harness/open-mailbox';

declare const window: Window & ContractWindow;

const { start } = contract();

const select = (page: Page, file: string | null) =>
  page.evaluate((name) => window.mailbox.select(name), file);
const subject = (pane: Frame) => pane.evaluate(() => String(Office.context.mailbox.item?.subject));
const body = (pane: Frame) =>
  pane.evaluate(() => window.call(Office.context.mailbox.item?.body, 'getAsync', 'text'));

/** Opens with a pane that notes what it is told. */
async function listening(
  options: OpenOptions,
): Promise<{ page: Page; pane: Frame; told: () => Promise<unknown> }> {
  const { page, pane } = await start(options);
  await ready(pane);
  await pane.evaluate(async () => {
    window.told = [];
    const { mailbox } = Office.context;
    const note = ({ type }: { type: string }): void =>
      void window.told.push(`${type} ${String(mailbox.item?.subject)}`);
    await window.call(mailbox, 'addHandlerAsync', Office.EventType.ItemChanged, note);
    await window.call(mailbox, 'addHandlerAsync', Office.EventType.SelectedItemsChanged, note);
  });
  return { page, pane, told: () => pane.evaluate(() => window.told) };
}

describe('a delivery report', () => {
  test('does not start the add-in: its button is off, and a pinned pane hears nothing', async () => {
    const { page, pane, told } = await listening({ switches: {} });
    expect(await page.getByRole('button', { name: 'Explain bounce' }).isEnabled()).toBe(true);
    await select(page, 'ndr.eml');
    expect(await page.getByRole('button', { name: 'Explain bounce' }).isDisabled()).toBe(true);
    expect(await page.locator('.commands').innerText()).toContain('starts no add-in on a delivery report');
    expect(await subject(pane)).toBe('RE: Grüße');
    expect(await page.locator('#stale').innerText()).toContain('RE: Grüße');
    // What it is told comes in its order: of the next mail it hears first.
    await select(page, 'headers-only.eml');
    await pane.waitForFunction(() => window.told.length > 0);
    expect(((await told()) as string[])[0]).not.toContain('Undelivered');
  });

  test('is marked in the list', async () => {
    const { page } = await start();
    await select(page, 'ndr.eml');
    expect(await page.locator('.message[aria-selected=true] .mark').innerText()).toBe('NDR');
  });

  test('after a dialog: the pane hears of it when OK is pressed', async () => {
    const { page, told } = await listening({ switches: { ndr: 'dialog' } });
    await select(page, 'ndr.eml');
    await page.getByRole('heading', { name: 'Restricted item' }).waitFor();
    expect(await told()).toEqual([]);
    await page.getByRole('button', { name: 'OK' }).click();
    await page.waitForFunction(() => window.mailbox.told === 'ndr.eml');
  });

  test('after a dialog, a closed pane opens with it', async () => {
    const { page, currentPane } = await start({ switches: { ndr: 'dialog' } });
    await page.evaluate(() => window.mailbox.close());
    await select(page, 'ndr.eml');
    await page.getByRole('button', { name: 'Explain bounce' }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    const pane = await currentPane();
    await ready(pane);
    expect(await pane.evaluate(() => Office.context.mailbox.item?.itemClass)).toBe('REPORT.IPM.Note.NDR');
  });
});

describe('a pane that was not told calls its item', () => {
  test.each([
    ['old', 'Hello there'],
    ['new', 'could not be delivered'],
    ['fails', 9020],
    ['silent', 'nothing'],
  ] as const)('%s', async (staleCalls, expected) => {
    const { page, pane } = await start({ switches: { staleCalls } });
    await ready(pane);
    await select(page, 'ndr.eml');
    // Only what never comes is waited for by the clock.
    const outcome = expected === 'nothing' ? await withinMs(1000, body(pane)) : await body(pane);
    if (outcome === 'nothing') expect(expected).toBe('nothing');
    else if (typeof expected === 'number') expect(outcome.error?.code).toBe(expected);
    else expect(outcome.value).toContain(expected);
  });
});

describe('another mail', () => {
  test('with ItemChanged dead nothing is told; the Mac tells of the selection all the same', async () => {
    const { page, pane, told } = await listening({ switches: { itemChanged: 'not' }, profile: 'mac' });
    await select(page, 'headers-only.eml');
    await pane.waitForFunction(() => window.told.length === 1);
    // Had anything more been told of the first, it would stand before what is told of the next.
    await select(page, 'ordinary.eml');
    await pane.waitForFunction(() => window.told.length >= 2);
    const once = 'olkSelectedItemsChanged RE: Grüße';
    expect(await told()).toEqual([once, once]);
  });

  test('classic Windows tells of no item first', async () => {
    const { page, pane, told } = await listening({ profile: 'classic-windows' });
    await select(page, 'headers-only.eml');
    await pane.waitForFunction(() => window.told.length === 3);
    const [, , last] = (await told()) as string[];
    expect(await told()).toContain('olkItemSelectedChanged undefined');
    expect(last).toMatch(/^olkItemSelectedChanged (?!undefined)/);
  });

  test.each(['ios', 'ltsc-2021', 'on-premises'] as const)(
    'closes the pane of %s, which has no pin',
    async (profile) => {
      const { page, pane, currentPane } = await start({ profile });
      await ready(pane);
      expect(await page.getByRole('button', { name: 'Pin', exact: true }).isVisible()).toBe(false);
      await select(page, 'headers-only.eml');
      expect(await page.locator('#pane iframe').count()).toBe(0);
      await page.getByRole('button', { name: 'Explain bounce' }).click();
      await ready(await currentPane());
    },
  );

  test('closes the pane of a Mac where the pin is out', async () => {
    const { page } = await start({ profile: 'mac' });
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await select(page, 'headers-only.eml');
    expect(await page.evaluate(() => window.mailbox.isOpen)).toBe(false);
  });
});

test.each([
  ['web', false],
  ['new-windows', false],
  ['classic-windows', true],
  ['mac', true],
  ['ios', false],
] as const)('with nothing selected, the button of %s is on: %s', async (profile, enabled) => {
  const { page } = await start({ profile });
  await page.evaluate(() => window.mailbox.close());
  await select(page, null);
  expect(await page.getByRole('button', { name: 'Explain bounce' }).isEnabled()).toBe(enabled);
});
