/**
 * Work grows with the bytes and no faster, on mails made to be slow.
 *
 * Counted, not timed: V8 counts how often each block of the engine runs, so that twice the bytes are held to
 * about twice the count. A regular expression is one step there, whatever it does; those are measured by
 * `npm run bench -- --linear`, which takes times and so is no test.
 */
import { Session, type Profiler } from 'node:inspector';
import { shapes } from '../../scripts/measure/slow-inputs.cjs';
import type { explain as Explain } from '../../src/engine';
import { toBytes } from './write-mail';

const session = new Session();
const post = (method: string, params?: object) =>
  new Promise<unknown>((resolve, reject) => {
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result)));
  });
let explain: typeof Explain;

beforeAll(async () => {
  session.connect();
  await post('Profiler.enable');
  // Only what is loaded from here on has counters in it.
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  ({ explain } = await import('../../src/engine'));
  // Rules are made ready with the first mail that needs them.
  for (const make of Object.values(shapes)) await explain(toBytes(make(1000)));
});
afterAll(() => session.disconnect());

/** How often the blocks of the engine's own files run. */
async function blocksRun(mail: string): Promise<number> {
  const bytes = toBytes(mail);
  // Taking the counts sets them back.
  await post('Profiler.takePreciseCoverage');
  await explain(bytes);
  const { result } = (await post('Profiler.takePreciseCoverage')) as Profiler.TakePreciseCoverageReturnType;
  return result
    .filter(({ url }) => url.includes('/src/engine/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}

const SMALL = 8000;

/**
 * The one in the middle of three counts: what is made ready once (rules, words) may fall into one of them, and V8 may
 * lose counts of functions whose code it throws away meanwhile.
 */
async function steps(mail: string): Promise<number> {
  const counts = [await blocksRun(mail), await blocksRun(mail), await blocksRun(mail)];
  return counts.sort((a, b) => a - b)[1] ?? 0;
}

test.each(Object.entries(shapes))('%s: twice the bytes, twice the steps', async (_, make) => {
  // From 16,000 on: below it lie the looks at a mail's first bytes and lines, which are all taken at once.
  const [once, twice] = [await steps(make(2 * SMALL)), await steps(make(4 * SMALL))];
  // Work that grows with the square would be four times as much.
  expect(twice).toBeLessThanOrEqual(3 * once);
});
