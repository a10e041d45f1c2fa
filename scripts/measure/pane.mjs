/** A built pane in its stand-in mailbox, driven and timed. */
/* global window, document, location, performance, setTimeout, requestAnimationFrame, MutationObserver, PerformanceObserver */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const CACHE = '.cache/chromium';

/** The browser that `CHROMIUM` names, or the one that the browser tests unpacked. */
export function openBrowser() {
  const [version] = existsSync(CACHE) ? readdirSync(CACHE).slice(-1) : [];
  const executablePath = process.env.CHROMIUM ?? (version && join(CACHE, version, 'chromium'));
  if (!executablePath)
    throw new Error('There is no browser: run the browser tests once, or name one in CHROMIUM');
  const libraries = version && join(CACHE, version, 'al2023/lib');
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    env: { ...process.env, ...(libraries && existsSync(libraries) ? { LD_LIBRARY_PATH: libraries } : {}) },
  });
}

/** Mails with one answer each, and each with another title than the one before it. */
const MAILS = [
  'postfix-user-unknown',
  'exchange-mailbox-full',
  'postfix-blocklist',
  'exchange2016-transport-rule',
  'postfix-connection-refused',
  'exchange-german-too-large',
  'postfix-tls-required',
  'exim-noreply',
  'sendgrid-dsn-mailbox-full',
  'postfix-relay-denied',
  'qmail-no-mailbox',
  'proofpoint-local-policy',
  'exchange-online-hop-count',
  'postfix-malformed',
].map((name) => `${name}.eml`);
const [FIRST] = MAILS;
/** A mail of the mailbox in whose place another one is served. */
const MANY = 'postfix-two-recipients.eml';

/** Answers of seven causes, in turns. */
const ANSWERS = [
  '550 5.1.1 User unknown',
  '552 5.2.2 Mailbox full',
  '554 5.7.1 Service unavailable; blocked using zen.spamhaus.org',
  '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup',
  '552 5.3.4 Message size exceeds fixed limit',
  '550 5.4.6 Routing loop detected',
  '550 5.7.26 This message does not pass authentication checks (SPF and DKIM both do not pass)',
];

function manyRecipients(count = 200) {
  const records = Array.from({ length: count }, (_, n) =>
    [
      `Final-Recipient: rfc822; learner${n}@example.org`,
      'Action: failed',
      `Status: ${/\d\.\d\.\d+/.exec(ANSWERS[n % 7])[0]}`,
      'Remote-MTA: dns; mx.example.org',
      `Diagnostic-Code: smtp; ${ANSWERS[n % 7]}`,
    ].join('\r\n'),
  );
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.net (Mail Delivery System)',
    'To: training@company.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Tue, 24 Nov 2026 09:00:00 +0000',
    'Message-ID: <made-for-the-bench@mail.example.net>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered to one or more recipients.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    ['Reporting-MTA: dns; mail.example.net', ...records].join('\r\n\r\n'),
    '',
    '--b--',
    '',
  ].join('\r\n');
}

/** Serves a build until it is stopped. */
export async function serve(dist) {
  const mail = join(dist, 'host/mails', MANY);
  const original = readFileSync(mail);
  writeFileSync(mail, manyRecipients());
  const child = spawn(process.execPath, [join(dist, 'host/serve.js'), '--port', '3400']);
  const stop = () => {
    child.kill();
    writeFileSync(mail, original);
  };
  let text = '';
  for await (const piece of child.stdout) {
    text += String(piece);
    const address = /Mailbox:\s+(\S+)/.exec(text)?.[1];
    if (address) return { address, stop };
  }
  stop();
  throw new Error(`${dist} is not served: npm run build first`);
}

/** Runs in every frame: notes long tasks, and when a heading has been painted. */
function watch() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    // The mailbox around the pane has tasks of its own, which are told here, too.
    for (const { duration, name } of list.getEntries())
      if (!name.endsWith('ancestor')) window.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const title = () => document.querySelector('main h1, main h2')?.textContent ?? '';
  /** @returns when another heading than `before` was painted, on the clock that frames share */
  window.paintedAfter = (before) =>
    new Promise((done) => {
      let seen = false;
      const look = () => {
        const is = title();
        if (seen || is === '' || is === before || /^(Reading|Starting)/.test(is)) return;
        seen = true;
        requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
  window.titleNow = title;
  if (location.pathname.endsWith('taskpane.html')) window.firstPaint = window.paintedAfter('');
}

export class PaneUnderTest {
  constructor(browser, { address, stop }, slow) {
    Object.assign(this, { browser, address, stop, slow });
  }

  /** An empty cache, an open mailbox with the first mail selected. */
  async open() {
    const context = await this.browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
    });
    await context.addInitScript(watch);
    const page = await context.newPage();
    if (this.slow > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: this.slow });
    }
    const address = new URL(this.address);
    address.searchParams.set('ndr', 'activates');
    address.hash = `mail=${FIRST}`;
    await page.goto(address.href);
    const frame = await (await page.waitForSelector('#pane iframe', { state: 'attached' })).contentFrame();
    await frame.waitForFunction(() => 'firstPaint' in window);
    return { context, page, frame };
  }

  /** @returns ms from the pane's navigation to its first explanation, and its longest task */
  async load() {
    const { context, frame } = await this.open();
    try {
      return await frame.evaluate(async () => {
        const painted = (await window.firstPaint) - performance.timeOrigin;
        return { painted, longest: Math.max(0, ...window.longTasks) };
      });
    } finally {
      await context.close();
    }
  }

  /** Selects one mail after the other. */
  async selections(rounds) {
    const { context, page, frame } = await this.open();
    const select = async (file) => {
      const painted = frame.evaluate(() => window.paintedAfter(window.titleNow())).catch(() => NaN);
      const from = await page.evaluate((name) => {
        const at = performance.timeOrigin + performance.now();
        window.mailbox.select(name);
        return at;
      }, file);
      const at = await Promise.race([painted, new Promise((done) => setTimeout(done, 5000, NaN))]);
      await page.waitForTimeout(100);
      return at - from;
    };
    try {
      await frame.evaluate(() => window.firstPaint);
      await page.waitForTimeout(1000);
      const [times, many] = [[], []];
      await frame.evaluate(() => (window.longTasks.length = 0));
      for (let round = 0; round < rounds; round++) {
        for (const file of [...MAILS.slice(1), FIRST]) times.push(await select(file));
        many.push(await select(MANY), await select(FIRST));
        many.pop();
      }
      const lost = [...times, ...many].filter(Number.isNaN).length;
      if (lost > 0) console.error(`${lost} selections changed no heading: they are left out`);
      const known = (all) => all.filter((time) => !Number.isNaN(time));
      const longest = await frame.evaluate(() => Math.max(0, ...window.longTasks));
      return { times: known(times), longest, many: known(many) };
    } finally {
      await context.close();
    }
  }
}
