/** The command, when who reads its outputs leaves early, as `head` does; and when who writes its input goes on and on. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './command';

const command = resolve(__dirname, '../../dist/cli.js');
const folder = temporaryFolder();
const HEAD = 'email,event,reason\n';
const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => `u${first + n}@example.com,bounce,550 5.1.1 User unknown\n`).join(
    '',
  );
const file = join(folder, 'bounces.csv');
// More than a pipe holds.
writeFileSync(file, HEAD + rowsFrom(0, 2000));

const children: ChildProcess[] = [];
// One that does not end by itself must not keep the tests from ending.
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

/** @param leaves which output is closed as soon as something is written to it */
function start(args: readonly string[], leaves: 'stdout' | 'stderr') {
  const child = spawn(process.execPath, [command, ...args]);
  children.push(child);
  child.stdin.on('error', () => undefined);
  const other = leaves === 'stdout' ? child.stderr : child.stdout;
  let said = '';
  other.on('data', (data: Buffer) => (said += data.toString()));
  child[leaves].once('data', () => child[leaves].destroy());
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, said }));
  return { child, ended };
}

test.each([['--csv'], ['--rows', '--merge']])('lists are written all the same: %j', async (...asked) => {
  const lists = join(folder, `lists${asked.length}`);
  const rows = join(folder, 'lists1', 'rows.jsonl');
  const { child, ended } = start(
    [...asked, '--lists', lists, asked.includes('--merge') ? rows : file],
    'stdout',
  );
  child.stdin.end();
  const { status, said } = await ended;
  expect([status, said]).toEqual([0, expect.stringContaining(lists)]);
  expect(readdirSync(lists)).toEqual(expect.arrayContaining(['correct.txt', 'rows.jsonl']));
});

test('lists are written though nobody reads what is wrong', async () => {
  const lists = join(folder, 'unheard');
  const missing = Array.from({ length: 3 }, (_, n) => join(folder, `missing${n}.csv`));
  const { child, ended } = start(['--summary', '--lists', lists, ...missing, file], 'stderr');
  child.stdin.end();
  const { status, said } = await ended;
  expect([status, said]).toEqual([1, expect.stringContaining('2,000 bounces')]);
  expect(existsSync(join(lists, 'rows.jsonl'))).toBe(true);
});

test.each([['--rows'], ['--json']])('a filter ends, whatever still comes: %s', async (form) => {
  const { child, ended } = start([form, '-'], 'stdout');
  let first = 0;
  const write = setInterval(() => {
    child.stdin.write((first === 0 ? HEAD : '') + rowsFrom(first, 2000));
    first += 2000;
  }, 200);
  // Standard input stays open.
  const { status, said } = await ended;
  clearInterval(write);
  expect([status, said]).toEqual([0, '']);
});

test.each(['--summary', '--json'])('a zip is refused, however long its writer stays: %s', (form) => {
  const zip = join(folder, 'a.zip');
  writeFileSync(zip, 'PK\u0003\u0004'.padEnd(200_000, '.\n'));
  // A pipe of the shell: what Node gives a child is a socket, which keeps nobody alive.
  const piped = `${process.execPath} ${command} ${form} - < <(cat ${zip}; exec sleep 40 >/dev/null 2>&1)`;
  const { status, stderr } = spawnSync('bash', ['-c', piped], { encoding: 'utf8', timeout: 30_000 });
  expect([status, stderr]).toEqual([1, expect.stringContaining('a zip cannot be read')]);
});
