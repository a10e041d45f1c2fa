/** The measuring scripts, on the built engine. */
import { spawnSync } from 'node:child_process';

const run = (script: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [`scripts/${script}`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BOUNCE_CORPUS: '', ...env },
  });
/** What must be the same in every run: no times, no memory. */
const counts = (output: string) =>
  output.match(/Errors thrown: \d+|Longer than 2 s: \d+|Refused by name: \d+|^Kinds: .*$|\d+ MiB in/gm);

test('the same seed spoils the same mails, another seed others', () => {
  const [first, again, other] = ['1', '1', '2'].map((seed) => run('fuzz.mjs', ['60', '--seed', seed]));
  expect([first?.status, first?.stderr]).toEqual([0, '']);
  expect(counts(first!.stdout)).toHaveLength(5);
  expect(counts(again!.stdout)).toEqual(counts(first!.stdout));
  expect(counts(other!.stdout)).not.toEqual(counts(first!.stdout));
}, 60_000);

test.each(['msg', 'html', 'fields'])(
  'of %s: nothing is answered by an error, and the seed decides',
  (of) => {
    const [first, again] = [1, 2].map(() => run('fuzz.mjs', ['150', '--of', of]));
    expect([first?.status, first?.stderr]).toEqual([0, '']);
    expect(counts(first!.stdout)).toEqual(counts(again!.stdout));
    expect(first!.stdout).toContain('Errors thrown: 0. Longer than 2 s: 0.');
  },
  60_000,
);

test.each([['ten'], ['0'], ['5', '--seed', 'x'], ['5', '--of', 'x']])('refuses %s %s %s', (...args) => {
  const { status, stderr } = run('fuzz.mjs', args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^Usage: /)]);
});

test.each(['fuzz.mjs', 'bench.mjs'])('%s says what is missing where nothing was built', (script) => {
  const { status, stderr } = run(script, [], { ENGINE: 'dist/none.js' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('npm run build')]);
});

test('our reading of pages loses nothing that parse5’s tree shows, and that of mails stands nowhere alone', () => {
  const { status, stdout, stderr } = run('differential.mjs', ['--pages', '400']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Wrong: 0.');
  expect(stdout).toMatch(/^pages of pieces +equal +\d{3}$/m);
  expect(stdout).not.toMatch(/alone/);
}, 120_000);
