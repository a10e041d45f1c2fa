/**
 * Measures the command on sources of many records: records a second, and the most memory that it took, also with ten
 * times the records.
 *
 *     npm run build && node scripts/bench-campaign.mjs [folder for the made files]
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { join, resolve } from 'node:path';

const command = resolve(import.meta.dirname, '../dist/cli.js');
const folder = process.argv[2] ?? join(tmpdir(), 'bench-campaign');
mkdirSync(folder, { recursive: true });

const REASONS = [
  '550 5.1.1 User unknown',
  'Bounced Address',
  '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  '452 4.2.2 Mailbox full',
];
const EVENTS = ['bounce', 'dropped', 'bounce', 'deferred'];

const logLine = (n) => {
  const queue = (0xa0000000 + n).toString(16).toUpperCase();
  return [
    `Nov 23 09:12:0${n % 10} mx postfix/smtp[71]: ${queue}: to=<user${n}@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)`,
    `2026-11-23 10:51:22 1s6nPk-0004Xq-2M ** user${n}@example.com R=dnslookup T=remote_smtp: 550 relay not permitted`,
    `Email to user${n}@example.com dropped: bounced address`,
    `{"event":"bounce","email":"user${n}@example.com","reason":"550 5.1.1 User unknown","timestamp":1791011022}`,
    `2026-11-23 09:12:00,user${n}@example.com,bounced,550 5.1.1 User unknown`,
  ][n % 5];
};
const exportRow = (n) =>
  `user${n}@example.com,${EVENTS[n % 4]},"${REASONS[n % 4]}",${1791011022 + n},Training A,m${n}.filter0001`;
const STATUSES = ['Failed', 'Quarantined', 'FilteredAsSpam', 'Pending', 'Delivered'];
const traceRow = (n) =>
  `"2026-11-20T10:00:00Z","training@example.org","user${n}@example.com","Training A","${STATUSES[n % 5]}","<${n}@example.org>","1f2e3d4c-0000-4000-8000-${String(n).padStart(12, '0')}"`;
const mail = (n) => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
To: training@example.org
Subject: Undelivered Mail Returned to Sender
Date: Mon, 23 Nov 2026 09:00:00 +0000
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
Status: 5.1.1
Diagnostic-Code: smtp; ${REASONS[n % 2 === 0 ? 0 : 2]}

--b
Content-Type: text/rfc822-headers

Subject: Training A
Message-ID: <${n}@example.org>

--b--
`;

async function made(name, count, head, recordOf) {
  const path = join(folder, name);
  if (existsSync(path) && statSync(path).size > 0) return path;
  const file = createWriteStream(path);
  if (head !== '') file.write(head + '\n');
  for (let n = 0; n < count; n++) if (!file.write(recordOf(n) + '\n')) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return path;
}

function madeFolder(name, count) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (let n = 0; n < count; n++) {
    const file = join(path, `${n}.eml`);
    if (!existsSync(file)) writeFileSync(file, mail(n));
  }
  return path;
}

/** The most memory that a process took, in MB. */
const peakOf = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Seconds of the processor: a busy machine does not change them. */
const cpuOf = (pid) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
};

async function measure(title, mode, records, path) {
  const begun = performance.now();
  const child = spawn(process.execPath, [
    command,
    mode,
    ...(mode === '--summary' ? ['--json'] : []),
    '--now',
    '2026-11-26T12:00:00Z',
    path,
  ]);
  let peak = 0;
  let cpu = 0;
  let out = '';
  let lines = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    cpu = Math.max(cpu, cpuOf(child.pid));
  }, 50);
  child.stderr.pipe(process.stderr);
  child.stdout.on('data', (data) => {
    if (mode === '--summary') out += data;
    else for (const byte of data) if (byte === 10) lines++;
  });
  await once(child, 'close');
  clearInterval(look);
  const seconds = (performance.now() - begun) / 1000;
  const sources = mode === '--summary' ? JSON.parse(out).sources : null;
  const accounted = sources?.reduce((sum, source) => sum + source.records, 0);
  const columns = [
    title.padEnd(34),
    mode.padEnd(9),
    `${records} in`.padStart(11),
    `${accounted ?? `${lines} lines`} out`.padStart(17),
    `${seconds.toFixed(1)} s`.padStart(8),
    `${cpu.toFixed(1)} s CPU`.padStart(11),
    `${Math.round(records / seconds)}/s`.padStart(8),
    `${Math.round(peak)} MB`.padStart(7),
  ];
  console.log(columns.join('  '));
}

const HEAD = 'email,event,reason,processed,subject,sg_message_id';
const TRACE = '"Received","SenderAddress","RecipientAddress","Subject","Status","MessageId","MessageTraceId"';
const log = await made('mixed.log', 100_000, '', logLine);
const table = await made('export.csv', 10_000, HEAD, exportRow);
const trace = await made('trace.csv', 50_000, TRACE, traceRow);
const mbox = await made(
  'bounces.mbox',
  10_000,
  '',
  (n) => `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${mail(n)}`,
);
const mails = madeFolder('mails', 10_000);
for (const mode of ['--summary', '--rows']) {
  await measure('log, five shapes in turn', mode, 100_000, log);
  await measure('export of a sending service', mode, 10_000, table);
  await measure('message trace', mode, 50_000, trace);
  await measure('mailbox', mode, 10_000, mbox);
  await measure('folder', mode, 10_000, mails);
}
// Ten times the records: as they are found, and of the same people.
await measure('log, ten times as long', '--rows', 1_000_000, await made('long.log', 1_000_000, '', logLine));
await measure(
  'log of the same people, ten times',
  '--summary',
  1_000_000,
  await made('again.log', 1_000_000, '', (n) => logLine(n % 100_000)),
);
