/**
 * Measures the built campaign page on 10,000 bounces, as a mailbox and as a zip: seconds to the first counts and to the
 * end, and of the processor, which a busy machine does not change; the longest task of the page's own thread, and the
 * longest frame while its table scrolls from end to end.
 *
 *     npm run build && node scripts/bench-page.mjs [how many]
 */
/* global window, document, PerformanceObserver, requestAnimationFrame, performance */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import sirv from 'sirv';
import { openBrowser } from './measure/pane.mjs';

const count = Number(process.argv[2] ?? 10_000);
configure({ useWebWorkers: false });

const REASONS = [
  '550 5.1.1 User unknown',
  '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  '552 5.2.2 Mailbox full',
];
const mail = (n) => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
To: training@example.org
Subject: Undelivered Mail Returned to Sender
Date: Mon, ${(n % 5) + 9} Nov 2026 09:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; user${n}@example.com
Action: failed
Status: ${/\d\.\d\.\d/.exec(REASONS[n % 3])[0]}
Diagnostic-Code: smtp; ${REASONS[n % 3]}

--b
Content-Type: text/rfc822-headers

Subject: Training A
Message-ID: <${n}@example.org>

--b--
`;

const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
const mails = Array.from({ length: count }, (_, n) => mail(n));
const mbox = join(folder, 'bounces.mbox');
writeFileSync(mbox, mails.map((text) => `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${text}\n`).join(''));
const zip = join(folder, 'bounces.zip');
const writer = new ZipWriter(new Uint8ArrayWriter());
for (const [n, text] of mails.entries()) await writer.add(`${n}.eml`, new TextReader(text));
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

async function measure(name, path) {
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/campaign.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const started = await page.evaluate(() => {
    const longest = window.longest;
    window.longest = 0;
    return longest;
  });
  const used = await cpu();
  const begun = performance.now();
  const since = () => ((performance.now() - begun) / 1000).toFixed(1);
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.locator('.thing').first().waitFor({ timeout: 600_000 });
  const first = since();
  await page.locator('main[aria-busy=false] .table-row').first().waitFor({ timeout: 600_000 });
  const end = since();
  const busy = ((await cpu()) - used).toFixed(1);
  const headline = await page.locator('.campaign-headline').innerText();
  const read = await page.evaluate(() => window.longest);
  const scrolled = await page.evaluate(async () => {
    const table = document.querySelector('.table-scroller');
    let longest = 0;
    for (let top = 0, last = performance.now(); top < table.scrollHeight; top += 1500) {
      table.scrollTo(0, top);
      const now = await new Promise((resolve) => requestAnimationFrame(resolve));
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
  console.log(
    `${name}: ${headline} First counts ${first} s, end ${end} s, processor ${busy} s. Longest task: start ${started.toFixed(0)} ms, reading ${read.toFixed(0)} ms. Longest frame while scrolling ${scrolled.toFixed(0)} ms.`,
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
