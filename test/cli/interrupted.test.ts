/** Ctrl+C, while the command reads many bounces. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeCampaign } from '../campaign/made-campaign';
import { run, temporaryFolder } from './command';

const command = resolve(__dirname, '../../dist/cli.js');
const folder = temporaryFolder();
const NOW = ['--now', '2026-11-26T12:00:00Z'];
const [table, mailbox] = makeCampaign({ suppressed: 812, rule: 301, wrong: 127 }).files;
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
/** Named among the files: its sentence tells how far the command has come, however busy the machine is. */
const MISSING = join(folder, 'missing.csv');

/** @returns what the command said, which was interrupted when it named the missing file */
async function interrupted(args: readonly string[]) {
  const child = spawn(process.execPath, [command, '--summary', ...NOW, ...args]);
  let out = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => {
    const isFirst = errors === '';
    errors += data.toString();
    if (isFirst) child.kill('SIGINT');
  });
  // Standard input stays open and silent.
  child.stdin.on('error', () => undefined);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, errors };
}

test('tells what is done so far', async () => {
  // What is wrong with a file is told with the first records that are read.
  const { status, out, errors } = await interrupted([MISSING, put('a.csv', table?.text ?? ''), '-']);
  expect(status).toBe(1);
  expect(errors).toMatch(/Stopped early\. Records read so far: [1-9]/);
  expect(out).toContain('Suppressed after earlier bounce');
}, 60_000);

test('ends what is being read', async () => {
  const mails = (mailbox?.text.match(/^From /gm)?.length ?? 0) * 40;
  const { status, errors } = await interrupted([MISSING, put('a.mbox', (mailbox?.text ?? '').repeat(40))]);
  expect(status).toBe(1);
  const read = Number(/Records read so far: ([\d,]+)/.exec(errors)?.[1]?.replace(',', ''));
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(mails);
}, 60_000);

test('tells how many lines of former runs were read', async () => {
  const rows = run(['--rows', ...NOW, put('a.csv', table?.text ?? '')]).stdout;
  const { out, errors } = await interrupted(['--merge', put('rows.jsonl', rows), MISSING, '-']);
  expect(errors).toContain(`Records read so far: ${rows.trimEnd().split('\n').length}.`);
  expect(out).toContain('Suppressed after earlier bounce');
}, 60_000);
