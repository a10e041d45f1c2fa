/** Reading on the campaign page: ended halfway, gone on with, and what the page offers to copy after that. */
import type { Page } from 'playwright-core';
import { campaignPages, saved } from './harness/campaign-page';

jest.setTimeout(120_000);

const start = campaignPages();

test('Cancel keeps what was read', async () => {
  const line = (n: number) => `user${n}@example.com,bounce,550 5.1.1 User unknown,${1791011022 + n}\n`;
  const text = `email,event,reason,timestamp\n${Array.from({ length: 150_000 }, (_, n) => line(n)).join('')}`;
  const { page, choose, done } = await start();
  // Within the page itself, as a reader is: from here, it might have read all before the click.
  const cancelled = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const watcher = new MutationObserver(() => {
          if (!document.querySelector('.thing')) return;
          watcher.disconnect();
          [...document.querySelectorAll('button')].find((button) => button.innerText === 'Cancel')?.click();
          resolve();
        });
        watcher.observe(document.body, { subtree: true, childList: true });
      }),
  );
  await choose([{ name: 'long.csv', text }]);
  await cancelled;
  await done();
  const stopped = await page.getByText(/^Stopped early/).innerText();
  const count = Number(/[\d,]+/.exec(stopped)?.[0].replaceAll(',', ''));
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(150_000);
  await page.getByText(`${count.toLocaleString('en')} rows`, { exact: true }).waitFor();
});

/** Folders that were dropped, each waiting to hand out the next piece of its list. */
interface HeldWindow {
  held: ((entries: object[]) => void)[];
}

/** Drops a folder that is slow to list: its files come when `handOut` says so. */
async function dropSlowFolder(page: Page): Promise<(texts: readonly string[]) => Promise<void>> {
  const number = await page.evaluate(() => {
    const { held } = Object.assign(window, { held: (window as unknown as Partial<HeldWindow>).held ?? [] });
    const at = held.length;
    held.push(() => undefined);
    const createReader = () => ({ readEntries: (take: (entries: object[]) => void) => (held[at] = take) });
    const folder = { isFile: false, name: `folder${at}`, createReader };
    const dataTransfer = { items: [{ kind: 'file', webkitGetAsEntry: () => folder }] };
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer });
    document.querySelector('.campaign')?.dispatchEvent(event);
    return at;
  });
  return (texts) =>
    page.evaluate(
      async ([at, contents]) => {
        const entries = contents.map((text, n) => {
          const name = `${n}.csv`;
          return { isFile: true, name, file: (take: (file: File) => void) => take(new File([text], name)) };
        });
        (window as unknown as HeldWindow).held[at]?.(entries);
        // What follows from it is done before the next task.
        await new Promise((resolve) => setTimeout(resolve));
      },
      [number, texts] as const,
    );
}

const bounced = (...names: string[]) =>
  `email,event,reason\n${names.map((name) => `${name}@example.com,bounce,550 5.1.1 User unknown\n`).join('')}`;
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`);

/** Cancels when something was read and more is still to be found. @returns how much was read */
async function cancelHalfway(page: Page, handOut: (texts: readonly string[]) => Promise<void>) {
  // So many files are handed to the thread together.
  await handOut([bounced(...numbered('many', 3_000)), ...numbered('one', 199).map((name) => bounced(name))]);
  await page.locator('.thing').first().waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const stopped = await page.getByText(/^Stopped early/).innerText();
  const count = Number(/[\d,]+/.exec(stopped)?.[0].replaceAll(',', ''));
  expect(count).toBeGreaterThan(0);
  const shown = page.getByText(`${count.toLocaleString('en')} rows`, { exact: true });
  await shown.waitFor();
  return { count, stopped };
}

test.each([
  ['none', []],
  ['some', [bounced('late1'), bounced('late2')]],
])('Cancel while files are still found, then %s: it stays stopped', async (_some, rest) => {
  const { page, choose } = await start();
  const handOut = await dropSlowFolder(page);
  const { count, stopped } = await cancelHalfway(page, handOut);
  await handOut(rest);
  // The thread answers one after the other: what came of the rest has come before the file.
  const csv = await saved(page, 'Save all rows as CSV');
  expect(csv).not.toContain('late');
  expect(await page.getByText(/^Stopped early/).innerText()).toBe(stopped);
  await choose([{ name: 'new.csv', text: bounced('new') }]);
  await page.getByText(`${(count + 1).toLocaleString('en')} rows`, { exact: true }).waitFor();
});

test('Cancel, and other files at once: what is still found of the first is left', async () => {
  const { page } = await start();
  const handOut = await dropSlowFolder(page);
  const { count } = await cancelHalfway(page, handOut);
  const handOutOther = await dropSlowFolder(page);
  await handOut([bounced('late1', 'late2')]);
  await handOut([]);
  await handOutOther([bounced('new')]);
  await handOutOther([]);
  await page.getByText(`${(count + 1).toLocaleString('en')} rows`, { exact: true }).waitFor();
});

test('Cancel before a file is found ends the reading', async () => {
  const { page, done } = await start();
  await dropSlowFolder(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await done();
  await page.getByText('Stopped early. Records read so far: 0.').waitFor();
});

test('addresses of a comparison are those that it shows, after more was read, too', async () => {
  const { page, choose, done } = await start();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose([{ name: 'before.csv', text: bounced('old') }]);
  await done();
  const former = await saved(page, 'Save rows.jsonl for the next comparison');
  await page.getByRole('button', { name: 'Start again' }).click();
  const copied = async (label: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: `Copy addresses: ${label}`, exact: true }).click();
    const text = await page.waitForFunction(() => navigator.clipboard.readText());
    return (await text.jsonValue()).trim().split('\n');
  };
  await choose([
    { name: 'rows.jsonl', text: former },
    { name: 'now.csv', text: bounced('new1') },
  ]);
  expect(await copied('New since last time: 1')).toEqual(['new1@example.com']);
  await choose([{ name: 'more.csv', text: bounced('new2') }]);
  expect(await copied('New since last time: 2')).toEqual(['new1@example.com', 'new2@example.com']);
  expect(await copied('Wrong addresses')).toEqual(['new1@example.com', 'new2@example.com']);
  expect(await copied('Correct or remove')).toEqual(['new1@example.com', 'new2@example.com']);
});
