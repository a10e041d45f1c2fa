/**
 * Measures the command on sources of many records: whether every record is accounted for, records a second of the
 * processor, which a busy machine does not change, and the most memory of the whole process, its threads included.
 * Fails where a record is not accounted for, or a bar for the memory is crossed.
 *
 *     npm run build && npm run bench:campaign [-- part of a title]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  bounceMail,
  EXPORT_HEAD,
  exportRow,
  joinedLines,
  logLine,
  mboxMail,
  TRACE_HEAD,
  traceRow,
} from './measure/campaign-sources.mjs';

const command = resolve(import.meta.dirname, '../dist/cli.js');
const usage = resolve(import.meta.dirname, 'measure/usage-at-exit.cjs');
const folder = mkdtempSync(join(tmpdir(), 'bench-campaign-'));
const NOW = ['--now', '2026-11-26T12:00:00Z'];

/** MB. */
const BAR = 300;
const BAR_OF_ENDLESS = 400;
const MB = 1024 * 1024;

function* headed(head, rows) {
  yield `${head}\n`;
  yield* rows;
}
/** So many bytes without a line end behind a beginning. */
function* endless(start, bytes) {
  yield start;
  const part = 'x'.repeat(MB);
  for (let sent = 0; sent < bytes; sent += part.length) yield part;
}
const inFile = (name, texts) => async () => {
  const path = join(folder, name);
  await pipeline(Readable.from(texts()), createWriteStream(path));
  return path;
};
const inFolder = (name, count) => () => {
  const path = join(folder, name);
  mkdirSync(path);
  for (let n = 0; n < count; n++) writeFileSync(join(path, `${n}.eml`), bounceMail(n));
  return path;
};
const log = (count, people = count) => joinedLines(count, (n) => logLine(n % people));

/** `records`: how many the source holds; `made` writes it, `piped` gives it to the command's standard input. */
const SOURCES = [
  {
    title: 'log, five shapes in turn',
    records: 100_000,
    bar: BAR,
    made: inFile('mixed.log', () => log(100_000)),
  },
  {
    title: 'export of a sending service',
    records: 10_000,
    bar: BAR,
    made: inFile('export.csv', () => headed(EXPORT_HEAD, joinedLines(10_000, exportRow))),
  },
  {
    title: 'message trace',
    records: 50_000,
    bar: BAR,
    made: inFile('trace.csv', () => headed(TRACE_HEAD, joinedLines(50_000, traceRow))),
  },
  {
    title: 'mailbox',
    records: 10_000,
    bar: BAR,
    made: inFile('bounces.mbox', () => joinedLines(10_000, mboxMail)),
  },
  { title: 'folder of mails', records: 10_000, bar: BAR, made: inFolder('mails', 10_000) },
].flatMap((source) => [
  { ...source, mode: '--summary' },
  { ...source, mode: '--rows' },
]);
const LONG = [
  {
    title: 'log, ten times as long',
    mode: '--rows',
    records: 1_000_000,
    bar: BAR,
    piped: () => log(1_000_000),
  },
  {
    title: 'the same, of 5,000 people',
    mode: '--summary',
    records: 1_000_000,
    bar: BAR,
    piped: () => log(1_000_000, 5_000),
  },
  // Who asks for a summary gets all people: the memory grows with them.
  { title: 'the same, all different', mode: '--summary', records: 1_000_000, piped: () => log(1_000_000) },
];
/** Some 30 kB each. */
const wideRow = (n) => `${exportRow(n)},${'x'.repeat(30_000)}`;
const ENDLESS = ['--summary', '--rows'].flatMap((mode) => [
  { title: 'a line of 1 GB', mode, records: 1, bar: BAR_OF_ENDLESS, piped: () => endless('', 1024 * MB) },
  {
    title: 'a row of 1 GB in a table',
    mode,
    records: 1,
    bar: BAR_OF_ENDLESS,
    piped: () => endless(`${EXPORT_HEAD}\na@example.com,`, 1024 * MB),
  },
  {
    title: 'a quote never closed, 300 MB',
    mode,
    records: 10_001,
    bar: BAR_OF_ENDLESS,
    piped: () => headed(`${EXPORT_HEAD},notes\n"a@example.com,bounce`, joinedLines(10_000, wideRow)),
  },
]);

/** Of whatever is left out, what costs a whole record; of the rest, a part was read. */
const WHOLE_RECORDS = ['line-too-long', 'row-too-long', 'object-too-long', 'unreadable'];

/** What became of all records, from the accounts that stand in the summary, or at the end of the rows. */
function accounted(mode, text) {
  const accounts =
    mode === '--summary'
      ? JSON.parse(text).sources
      : text.split('\n').flatMap((line) => (line.startsWith('{"type":"account"') ? [JSON.parse(line)] : []));
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  const of = (name) => sum(accounts.map((account) => account[name]));
  const leftOut = sum(
    accounts.flatMap((account) => WHOLE_RECORDS.map((reason) => account.leftOut[reason]?.count ?? 0)),
  );
  return { told: of('told'), silent: of('silent'), suspicious: of('suspicious'), leftOut };
}

/** Bytes kept of the rows: the accounts stand at the end. */
const KEPT = 65_536;

async function measure({ title, mode, records, bar, path, piped }) {
  const args = [mode, ...(mode === '--summary' ? ['--json'] : []), ...NOW, path ?? '-'];
  const child = spawn(process.execPath, ['--require', usage, command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, took] = child.stdio.map((stream, at) => {
    if (at === 0) return null;
    const read = { text: '' };
    stream.setEncoding('utf8').on('data', (data) => {
      read.text += data;
      if (mode === '--rows' && at === 1) read.text = read.text.slice(-KEPT);
    });
    return read;
  });
  const closed = once(child, 'close');
  if (piped) await pipeline(Readable.from(piped()), child.stdin);
  else child.stdin.end();
  const [status] = await closed;
  const { megabytes, seconds } = JSON.parse(took.text);
  const { told, silent, suspicious, leftOut } = accounted(mode, stdout.text);
  const all = told + silent + suspicious + leftOut;
  const columns = [
    title.padEnd(28),
    mode.padEnd(9),
    `${records} in`.padStart(10),
    `${all} accounted for`.padStart(21),
    `${told} told`.padStart(12),
    `${leftOut} left out`.padStart(16),
    `${seconds.toFixed(1)} s`.padStart(8),
    `${Math.round(records / seconds)}/s`.padStart(8),
    `${Math.round(megabytes)} MB`.padStart(7),
    `exit ${status}`,
  ];
  console.log(columns.join('  '));
  if (stderr.text !== '') console.log(stderr.text.trimEnd().replace(/^/gm, '    '));
  const faults = [
    ...(all === records ? [] : [`${records - all} records are not accounted for`]),
    ...(bar === undefined || megabytes <= bar ? [] : [`more than ${bar} MB`]),
  ];
  for (const fault of faults) console.error(`    ${title} ${mode}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

const [wanted = ''] = process.argv.slice(2);
const paths = new Map();
try {
  for (const source of [...SOURCES, ...LONG, ...ENDLESS].filter(({ title }) => title.includes(wanted))) {
    if (source.made && !paths.has(source.title)) paths.set(source.title, await source.made());
    await measure({ ...source, path: paths.get(source.title) });
  }
} finally {
  rmSync(folder, { recursive: true });
}
