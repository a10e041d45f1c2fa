/**
 * Measures the pane against an earlier state of itself, both in one run, load by load in turns:
 *
 *     npm run bench:pane -- --against v0.1.0     a git ref; it is built in a folder of its own
 *     npm run bench:pane -- --built ../old       or a checkout that has been built
 *     npm run bench:pane -- --against main --loads 20 --rounds 4 --slow 4
 *
 * Cold load: from the pane's navigation to the first explanation painted, with an empty cache. Select: from the click
 * in the list to the explanation painted. `--slow 4`: the same with the processor slowed four times. Needs
 * `npm run build`, and the Chromium that the browser tests unpack, or another one in CHROMIUM.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median, table } from './measure/figures.mjs';
import { openBrowser, PaneUnderTest, serve } from './measure/pane.mjs';

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    built: { type: 'string' },
    loads: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    slow: { type: 'string', default: '1' },
  },
});
const [loads, rounds, slow] = [values.loads, values.rounds, values.slow].map(Number);

/** @returns a folder with the state to compare with, and what removes it */
function earlier() {
  if (values.built !== undefined) return { folder: resolve(values.built), remove: () => undefined };
  if (values.against === undefined) throw new Error('Name the state to compare with: --against REF');
  const folder = mkdtempSync(join(tmpdir(), 'pane-'));
  execFileSync('git', ['worktree', 'add', '--force', '--detach', folder, values.against], {
    stdio: 'ignore',
  });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const configs = ['pane', 'mailbox-server', 'mailbox-page'].flatMap((name) => ['--config-name', name]);
  execFileSync('npx', ['webpack', '--mode', 'production', ...configs], { cwd: folder, stdio: 'inherit' });
  return {
    folder,
    remove: () => execFileSync('git', ['worktree', 'remove', '--force', folder]),
  };
}

const percentile = (all, share) => {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};
const ms = (value) => `${value.toFixed(0)} ms`;

const { folder, remove } = earlier();
const browser = await openBrowser();
const states = [];
try {
  for (const [name, at] of [
    ['before', folder],
    ['now', resolve('.')],
  ])
    states.push({
      name,
      pane: new PaneUnderTest(browser, await serve(join(at, 'dist')), slow),
      cold: [],
      select: [],
      long: [],
      many: {},
    });
  // One of each that does not count: files are read from the disk, code is compiled.
  for (const { pane } of states) await pane.load();
  for (let n = 0; n < loads; n++)
    for (const state of n % 2 ? states : [...states].reverse()) {
      const { painted, longest } = await state.pane.load();
      state.cold.push(painted);
      state.long.push(longest);
    }
  for (const state of states) {
    const { times, longest, many } = await state.pane.selections(rounds);
    Object.assign(state, { select: times, longestOfSelect: longest, many });
  }
} finally {
  await browser.close();
  for (const { pane } of states) pane.stop();
  remove();
}

const [before, now] = states;
const row = (title, of) => [title, ms(of(before)), ms(of(now)), (of(now) / of(before)).toFixed(2)];
console.log(`${loads} cold loads, ${now.select.length} selections each; processor slowed ${slow} times`);
console.log(
  table([
    ['', before.name, now.name, 'ratio'],
    row('cold load, median', ({ cold }) => median(cold)),
    row('cold load, p95', ({ cold }) => percentile(cold, 0.95)),
    row('longest task of a cold load, median', ({ long }) => median(long)),
    row('select to painted, median', ({ select }) => median(select)),
    row('select to painted, p95', ({ select }) => percentile(select, 0.95)),
    row('longest task of the selections', ({ longestOfSelect }) => longestOfSelect),
    row('200 recipients in 7 causes, median', ({ many }) => median(many)),
  ]),
);
