/** The campaign page as it is deployed: files in, things to do out, in a real browser. */
import { readFile } from 'node:fs/promises';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayWriter, TextReader, ZipWriter, configure } from '@zip.js/zip.js';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { plainCell } from '../../src/campaign/csv';
import { makeCampaign } from '../campaign/made-campaign';
import { campaignPages, saved } from './harness/campaign-page';

jest.setTimeout(120_000);
configure({ useWebWorkers: false });
const AXE = join(__dirname, '../../node_modules/axe-core/axe.min.js');
const FILES = join(__dirname, '../../dist/pane/campaign/files.json');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const start = campaignPages();

const mailsOf = (mbox: string) => mbox.split(/^From MAILER-DAEMON .*\n/m).filter(Boolean);

/** Mails of a mailbox, each a file of a zip. */
async function zipped(mbox: string): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [at, mail] of mailsOf(mbox).entries()) await zip.add(`bounces/${at}.eml`, new TextReader(mail));
  return zip.close();
}

const people = { suppressed: 120, rule: 60, wrong: 40 };
const FIRST_SCREEN = [
  ['1. Suppressed after earlier bounce', '120 people (55%)'],
  ['2. A mail flow rule rejected, at company.example', '60 people (27%)'],
  ['3. Wrong addresses', '40 people (18%)'],
];

const firstScreen = async (page: Page) => {
  const cards = await page.locator('.thing').all();
  return Promise.all(
    cards.map(async (card) => [
      await card.locator('.thing-title').innerText(),
      await card.locator('.thing-people').innerText(),
    ]),
  );
};

test('an export, a zip of mails and a log: the things to do, their figures, their files', async () => {
  const { files } = makeCampaign(people);
  const { page, choose, done } = await start();
  await choose(
    await Promise.all(
      files.map(async ({ name, text }) =>
        name.endsWith('.mbox') ? { name: 'mails.zip', text: await zipped(text) } : { name, text },
      ),
    ),
  );
  await done();
  expect(await page.locator('.campaign-headline').innerText()).toBe('220 bounces. Things to do: 3.');
  expect(await firstScreen(page)).toEqual(FIRST_SCREEN);
  expect(await page.getByText(/^Records read: /).innerText()).toMatch(/^Records read: \d{3}\. Told/);

  const csv = await saved(page, 'Save all rows as CSV');
  const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
  expect(rows).toHaveLength(220);
  const former = await saved(page, 'Save rows.jsonl for the next comparison');
  expect(former.split('\n').filter((line) => line.startsWith('{"type":"row"'))).toHaveLength(220);
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save all lists and tickets' }).click(),
  ]);
  expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe('PK');

  // The same people again, one of them cured and one new, beside the file of the run before.
  await page.getByRole('button', { name: 'Start again' }).click();
  const [first = ''] = rows.map(({ address = '' }) => address);
  const again = `email,event,reason,timestamp\n${first},delivered,,1791019999\nnew@company.example,bounce,550 5.1.1 User unknown,1791019999\n`;
  await choose([
    { name: 'rows.jsonl', text: former },
    { name: 'now.csv', text: again },
  ]);
  await done();
  await page.getByText('New since last time: 1').waitFor();
  await page.getByText('Fixed since last time: 1').waitFor();
  await page.getByText('Failed last time, not in this data: 219').waitFor();
});

/** Drops files on the page as a reader does. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator('.campaign').dispatchEvent('drop', { dataTransfer: data });
}

test('a campaign of 1,240, dropped: its things to do are those that it was made of, and so are their lists', async () => {
  const { files, people: made } = makeCampaign({ suppressed: 812, rule: 301, wrong: 127 });
  const { page, done } = await start();
  await drop(page, files);
  await done();
  expect(await page.locator('.campaign-headline').innerText()).toBe('1,240 bounces. Things to do: 3.');
  expect(await firstScreen(page)).toEqual([
    ['1. Suppressed after earlier bounce', '812 people (65%)'],
    ['2. A mail flow rule rejected, at company.example', '301 people (24%)'],
    ['3. Wrong addresses', '127 people (10%)'],
  ]);
  const listed = async (list: string) => {
    const csv = await saved(page, `Save as CSV: ${list}`);
    const rows = Papa.parse<{ address: string }>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
    return rows.map(({ address }) => address).sort();
  };
  const known = (truth: string) =>
    made.flatMap((person) => (person.truth === truth ? person.address : [])).sort();
  expect(await listed('Correct or remove')).toEqual(known('wrong'));
  expect(await listed('Resend now')).toEqual(known('suppressed'));
  expect(await listed('Ask IT about')).toEqual(known('rule'));
});

test('once it is loaded, the page needs no connection', async () => {
  const { files } = makeCampaign(people);
  const { page, fetched, choose, done, disconnect } = await start();
  // Every script of the page, and of its texts the English ones.
  const names = JSON.parse(await readFile(FILES, 'utf8')) as string[];
  const wanted = names.filter((name) => !/-(?!en)[a-z]{2}\.[0-9a-f]{8}\.js$/.test(name));
  expect(wanted.length).toBeGreaterThan(10);
  const isFetched = (name: string) => [...fetched].some((url) => url.endsWith(`/${name}`));
  while (!wanted.every(isFetched)) await page.waitForEvent('requestfinished');
  await disconnect();
  await choose(
    await Promise.all(
      files.map(async ({ name, text }) =>
        name.endsWith('.mbox') ? { name: 'mails.zip', text: await zipped(text) } : { name, text },
      ),
    ),
  );
  await done();
  expect(await firstScreen(page)).toEqual(FIRST_SCREEN);
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save all lists and tickets' }).click(),
  ]);
  expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe('PK');
});

test('a folder: its mails and logs are read, what else lies there is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bounces-'));
  try {
    mkdirSync(join(folder, 'bounces/2026'), { recursive: true });
    const { files } = makeCampaign(people);
    for (const { name, text } of files)
      if (name.endsWith('.mbox'))
        for (const [at, mail] of mailsOf(text).entries())
          writeFileSync(join(folder, `bounces/2026/${at}.eml`), mail);
      else writeFileSync(join(folder, 'bounces', name), text);
    writeFileSync(join(folder, 'bounces/picture.png'), 'no text');
    const { page, done } = await start();
    await page.locator('input[webkitdirectory]').setInputFiles(join(folder, 'bounces'));
    await done();
    expect(await firstScreen(page)).toEqual(FIRST_SCREEN);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('two files of one name are two sources, each named', async () => {
  const { page, choose, done } = await start();
  const text = (names: string) =>
    `email,event,reason\n${[...names].map((name) => `${name}@example.com,bounce,550 5.1.1 User unknown\n`).join('')}"open@example.com,bounce\n`;
  await choose([
    { name: 'export.csv', text: text('ab') },
    { name: 'export.csv', text: text('cde') },
  ]);
  await done();
  await page.getByText(/^export\.csv: rows with a quotation mark that is not closed: 1\./).waitFor();
  await page.getByText(/^export \(2\)\.csv: rows with a quotation mark that is not closed: 1\./).waitFor();
  const csv = await saved(page, 'Save all rows as CSV');
  const rows = Papa.parse<{ source: string }>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
  expect(rows.map(({ source }) => source).sort()).toEqual([
    'export (2).csv:2',
    'export (2).csv:3',
    'export (2).csv:4',
    'export.csv:2',
    'export.csv:3',
  ]);
});

test('a mailbox, its table from end to end: sorted, filtered, searched, selected', async () => {
  const { files } = makeCampaign({ suppressed: 0, rule: 400, wrong: 200 });
  const { page, choose, done } = await start();
  await choose(files.filter(({ name }) => name.endsWith('.mbox')));
  await done();
  const mails =
    files.find(({ name }) => name.endsWith('.mbox'))?.text.match(/^From MAILER-DAEMON/gm)?.length ?? 0;
  const table = page.getByRole('table', { name: 'All bounces' });
  await page.getByText(`${mails} rows`, { exact: true }).waitFor();
  expect(await table.getAttribute('aria-rowcount')).toBe(String(mails + 1));
  const drawn = await table.getByRole('row').count();
  expect(drawn).toBeLessThan(80);
  const scroller = page.locator('.table-scroller');
  const seen = new Set<string>();
  for (let top = 0; top < mails * 36; top += 400) {
    await scroller.evaluate(async (element, to) => {
      element.scrollTo(0, to);
      // The rows of the new place are drawn with the next frame.
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    }, top);
    // Looked at once: rows may be drawn anew between two looks.
    const shown = await page.waitForFunction(() => {
      const texts = [...document.querySelectorAll('.table-row .cell-address')].map(
        (cell) => cell.textContent ?? '',
      );
      return texts.length > 0 && texts.every((text) => text.includes('@')) && texts;
    });
    for (const address of (await shown.jsonValue()) || []) seen.add(address.trim());
  }
  expect(seen.size).toBe(mails);

  await table.getByRole('columnheader', { name: 'Address' }).getByRole('button').click();
  await table.locator('[aria-sort=descending]').waitFor();
  await page.getByRole('combobox', { name: 'Show only' }).selectOption({ label: 'Wrong addresses' });
  await page.getByText(`${mails - 400} rows`, { exact: true }).waitFor();
  const last = [...seen].sort().at(-1) ?? '';
  await page.getByRole('combobox', { name: 'Show only' }).selectOption('all');
  await page.getByRole('searchbox').fill(last);
  await page.getByText('1 row', { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: `Select ${last}` }).check();
  await page.getByText('1 row selected').waitFor();
  // It is said for two seconds only.
  await Promise.all([
    page.locator('.table-selected').getByText('Copied').first().waitFor(),
    page.locator('.table-selected').getByRole('button', { name: 'Copy addresses' }).click(),
  ]);
});

const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '<img src=x onerror=alert(1)>',
  '<script>document.title="taken"</script>',
  "javascript:alert('x')",
  '+1+1',
  '@SUM(A1)',
  '\u202egro.elpmaxe',
];

test('names, cells and files of whoever means harm are texts', async () => {
  const rows = HOSTILE.map(
    (text, n) =>
      `user${n}@example.com,bounce,"550 5.1.1 ${text.replaceAll('"', '""')}","${text.replaceAll('"', '""')}"`,
  );
  const { page, choose, done } = await start();
  await choose([
    { name: '<img src=x onerror=alert(1)>.csv', text: `email,event,reason,subject\n${rows.join('\n')}\n` },
    { name: 'broken.zip', text: 'PK\u0003\u0004 and no more' },
    {
      name: '<b>unclosed.csv',
      text: 'email,event,reason\n"a@example.com,bounce,550 5.1.1 User unknown\nb@example.com,bounce,550 5.1.1 User unknown\n',
    },
  ]);
  await done();
  expect(await page.title()).toBe('Bounce Explainer');
  expect(await page.locator('main img, main script').count()).toBe(0);
  await page.getByText(/broken\.zip: the zip is damaged/).waitFor();
  await page.getByText(/<b>unclosed\.csv: rows with a quotation mark/).waitFor();
  const csv = await saved(page, 'Save all rows as CSV');
  const cells = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
  for (const { campaign = '' } of cells) expect(campaign).not.toMatch(/^[=+\-@]/);
  expect(cells.map(({ campaign = '' }) => plainCell(campaign))).toEqual(
    expect.arrayContaining(HOSTILE.slice(0, 6)),
  );
});

test.each(['light', 'dark'] as const)('accessible, %s, wide and narrow', async (colorScheme) => {
  const { page, choose, done } = await start({ colorScheme, viewport: { width: 1280, height: 900 } });
  const violations = async () => {
    // Not by a script element: the page's policy refuses that.
    await page.evaluate(await readFile(AXE, 'utf8'));
    return page.evaluate(async (tags) => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations: found } = await axe.run({ runOnly: tags });
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    }, TAGS);
  };
  expect(await violations()).toEqual([]);
  await choose(makeCampaign({ suppressed: 20, rule: 9, wrong: 7, others: 1 }).files);
  await done();
  await page.locator('.table-row').first().waitFor();
  await page.getByRole('button', { name: 'As a table' }).click();
  expect(await violations()).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations()).toEqual([]);
});
