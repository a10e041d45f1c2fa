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
/** Memory for ten times the rows, as a share of what the rows themselves take. */
const BAR_OF_TEN_TIMES = 1.2;
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

/**
 * `records`: how many the source holds; `made` writes it, `piped` gives it to the command's standard input. `ofTitle`:
 * a tenth of it, which takes nearly as much memory.
 */
const sourceOf = (title, records, made) =>
  ['--summary', '--rows'].map((mode) => ({ title, records, made, mode, bar: BAR }));
const tenTimes = (title, records, made) => ({
  title: `${title}, ten times`,
  ofTitle: title,
  records: 10 * records,
  made,
  mode: '--summary',
  bar: BAR,
});
const SOURCES = Object.entries({
  'log, five shapes in turn': [100_000, (n) => inFile(`${n}.log`, () => log(n))],
  'export of a sending service': [
    10_000,
    (n) => inFile(`${n}.csv`, () => headed(EXPORT_HEAD, joinedLines(n, exportRow))),
  ],
  'message trace': [
    50_000,
    (n) => inFile(`trace-${n}.csv`, () => headed(TRACE_HEAD, joinedLines(n, traceRow))),
  ],
  mailbox: [10_000, (n) => inFile(`${n}.mbox`, () => joinedLines(n, mboxMail))],
  'folder of mails': [10_000, (n) => inFolder(`mails-${n}`, n)],
}).flatMap(([title, [records, made]]) => [
  ...sourceOf(title, records, made(records)),
  tenTimes(title, records, made(10 * records)),
]);
const LONG = [
  {
    title: 'log of 5,000 people',
    mode: '--summary',
    records: 1_000_000,
    bar: BAR,
    piped: () => log(1_000_000, 5_000),
  },
  { title: 'log as a filter', mode: '--rows', records: 1_000_000, bar: BAR, piped: () => log(1_000_000) },
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

/** MB by title and mode. */
const peaks = new Map();

async function measure({ title, ofTitle, mode, records, bar, path, piped }) {
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
  peaks.set(`${title} ${mode}`, megabytes);
  const tenth = peaks.get(`${ofTitle} ${mode}`);
  const { told, silent, suspicious, leftOut } = accounted(mode, stdout.text);
  const all = told + silent + suspicious + leftOut;
  const columns = [
    title.padEnd(40),
    mode.padEnd(9),
    `${records} in`.padStart(10),
    `${all} accounted for`.padStart(21),
    `${told} told`.padStart(12),
    `${leftOut} left out`.padStart(16),
    `${seconds.toFixed(1)} s`.padStart(8),
    `${Math.round(records / seconds)}/s`.padStart(8),
    `${Math.round(megabytes)} MB`.padStart(7),
    ...(tenth === undefined ? [] : [`${(megabytes / tenth).toFixed(2)} of a tenth`]),
    `exit ${status}`,
  ];
  console.log(columns.join('  '));
  if (stderr.text !== '') console.log(stderr.text.trimEnd().replace(/^/gm, '    '));
  const faults = [
    ...(all === records ? [] : [`${records - all} records are not accounted for`]),
    ...(bar === undefined || megabytes <= bar ? [] : [`more than ${bar} MB`]),
    ...(tenth === undefined || megabytes <= BAR_OF_TEN_TIMES * tenth ? [] : ['memory grows with the rows']),
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
