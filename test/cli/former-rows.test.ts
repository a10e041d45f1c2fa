/** Files that are given as rows of a former run. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, temporaryFolder } from './command';

const folder = temporaryFolder();
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const ONE = 'email,event,reason\na@example.com,bounce,550 5.1.1 no\n';

test('lines among rows that are none are each named', () => {
  const rows = run(['--rows', put('a.csv', ONE)]).stdout;
  const { status, stderr } = run(['--merge', '--summary', '-'], { input: `${rows}{"type":"row"}\nhello\n` });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(2);
});

test('a file to merge that is none of a former run is named once, not by its lines', () => {
  const rows = put('a.jsonl', run(['--rows', put('a.csv', ONE)]).stdout);
  const { status, stdout, stderr } = run(['--merge', '--csv', rows, put('b.csv', 'email\n'.repeat(500))]);
  expect(status).toBe(1);
  expect(stdout).toContain('a@example.com');
  expect(stderr).toMatch(/^[^\n]+b\.csv: holds no rows of a former run[^\n]+\n$/);
});

test.each([
  ['is not there', () => join(folder, 'no-rows.jsonl'), /no-rows\.jsonl: there is no such file.+\n/],
  ['is none of a former run', () => put('other.csv', 'email\n'.repeat(500)), /^[^\n]+\n$/],
  ['is empty', () => put('empty.jsonl', ''), /^/],
])('with a file that %s, nothing is compared', (_, path, sentence) => {
  const one = put('one.csv', 'email,event,reason\none@example.com,bounce,550 5.1.1 User unknown\n');
  const { status, stdout, stderr } = run(['--compare', path(), one]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(sentence);
  expect(stderr).toContain('holds no rows of a former run, so nothing was compared.');
});
