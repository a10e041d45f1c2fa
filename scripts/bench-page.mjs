/**
 * Measures the built campaign page on 10,000 bounces, as a mailbox and as a zip: seconds to the first counts and to the
 * end, and of the processor, which a busy machine does not change. Of the page's own thread, the longest task until the
 * page stands, while it reads, at Cancel, while its table is sorted, and scrolled from end to end: by the clock, and of
 * the processor.
 *
 *     npm run build && npm run bench:page [-- how many]
 */
/* global document, requestAnimationFrame, performance */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import sirv from 'sirv';
import { bounceMail, joinedLines, mboxMail } from './measure/campaign-sources.mjs';
import { openBrowser } from './measure/pane.mjs';

const count = Number(process.argv[2] ?? 10_000);
configure({ useWebWorkers: false });

const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
const mbox = join(folder, 'bounces.mbox');
writeFileSync(mbox, [...joinedLines(count, mboxMail)].join(''));
const zip = join(folder, 'bounces.zip');
const writer = new ZipWriter(new Uint8ArrayWriter());
for (let n = 0; n < count; n++) await writer.add(`${n}.eml`, new TextReader(bounceMail(n)));
writeFileSync(zip, await writer.close());

const server = createServer(sirv('dist/pane'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await openBrowser();
const processes = await browser.newBrowserCDPSession();

/** Seconds of the processor, of all threads that show pages. */
async function cpu() {
  const { processInfo } = await processes.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** What a trace of the browser tells of the page's own thread: the longest task after each mark, in milliseconds. */
function longestTasks(trace) {
  const { traceEvents } = JSON.parse(trace);
  const marks = traceEvents.filter(({ name = '' }) => name.startsWith('bench:'));
  const longest = new Map(marks.map(({ name }) => [name, { clock: 0, processor: 0 }]));
  for (const { name, pid, tid, ts, dur = 0, tdur = 0 } of traceEvents) {
    if (name !== 'RunTask' && name !== 'ThreadControllerImpl::RunTask') continue;
    const mark = marks.findLast((one) => one.ts <= ts && one.pid === pid && one.tid === tid);
    const known = longest.get(mark?.name);
    if (!known) continue;
    known.clock = Math.max(known.clock, dur / 1000);
    known.processor = Math.max(known.processor, tdur / 1000);
  }
  return [...longest]
    .map(
      ([name, { clock, processor }]) =>
        `${name.slice('bench:'.length)} ${clock.toFixed(0)} (${processor.toFixed(0)})`,
    )
    .join(', ');
}

async function measure(name, path) {
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1280, height: 900 } });
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const mark = (step) => page.evaluate((what) => performance.mark(`bench:${what}`), step);
  const input = page.locator('input[type=file]').first();
  await page.addInitScript(() => performance.mark('bench:start'));
  await page.goto(`http://127.0.0.1:${server.address().port}/campaign.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await mark('reading');
  const used = await cpu();
  const begun = performance.now();
  const since = () => ((performance.now() - begun) / 1000).toFixed(1);
  await input.setInputFiles(path);
  await page.locator('.thing').first().waitFor({ timeout: 600_000 });
  const first = since();
  await page.locator('main[aria-busy=false] .table-row').first().waitFor({ timeout: 600_000 });
  const end = since();
  const busy = ((await cpu()) - used).toFixed(1);
  const headline = await page.locator('.campaign-headline').innerText();
  await mark('sorting');
  await page.getByRole('columnheader', { name: 'Address' }).getByRole('button').click();
  await page.locator('[aria-sort=descending]').waitFor();
  await page.waitForTimeout(500);
  await mark('scrolling');
  const frames = await page.evaluate(async () => {
    const table = document.querySelector('.table-scroller');
    const took = [];
    for (let top = 0, last = performance.now(); top < table.scrollHeight; top += 1500) {
      table.scrollTo(0, top);
      const now = await new Promise((resolve) => requestAnimationFrame(resolve));
      took.push(now - last);
      last = now;
    }
    return took.sort((a, b) => a - b);
  });
  await mark('reading again');
  await page.getByRole('button', { name: 'Start again' }).click();
  await input.setInputFiles(path);
  await page.locator('.thing').first().waitFor({ timeout: 600_000 });
  await mark('cancelling');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('main[aria-busy=false] .table-row').first().waitFor();
  await mark('end');
  const tasks = longestTasks((await browser.stopTracing()).toString());
  const frame = (share) => frames[Math.floor((frames.length - 1) * share)].toFixed(0);
  console.log(
    `${name}: ${headline} First counts ${first} s, end ${end} s, processor ${busy} s.\n` +
      `  Longest task in ms, by the clock (of the processor): ${tasks}.\n` +
      `  Frames while scrolling: median ${frame(0.5)} ms, longest ${frame(1)} ms.`,
  );
  await page.close();
}

try {
  await measure('mailbox', mbox);
  await measure('zip', zip);
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
