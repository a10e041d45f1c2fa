/**
 * Work grows with the bytes and no faster, on mails made to be slow.
 *
 * Two counts, and neither is one of seconds. The engine's own loops are counted exactly: V8 counts how often
 * each block of the program runs, the same number in every run, so that twice the bytes are held to about twice
 * the count. A regular expression is one step there, whatever it does; of that only the processor's time can
 * tell, which wavers. So eight times the bytes may take forty times as long, which a pattern that goes back over
 * all it has read (sixty-four times) does not keep to.
 */
import { Session, type Profiler } from 'node:inspector';
import { shapes } from '../../scripts/measure/shapes.cjs';
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

/** The processor's time in ms, the median of five. */
async function processorTime(mail: string): Promise<number> {
  const bytes = toBytes(mail);
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const before = process.cpuUsage();
    await explain(bytes);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[2]!;
}

const SMALL = 8000;

describe.each(Object.entries(shapes))('%s', (_, make) => {
  test('twice the bytes, twice the steps', async () => {
    // From 16,000 on: below it lie the looks at a mail's first bytes and lines, which are all taken at once.
    const [once, twice] = [await blocksRun(make(2 * SMALL)), await blocksRun(make(4 * SMALL))];
    expect(twice).toBeLessThanOrEqual(2.2 * once);
  });

  test('eight times the bytes, not forty times as long', async () => {
    const [once, eight] = [await processorTime(make(SMALL)), await processorTime(make(8 * SMALL))];
    // What is shorter than 2 ms is mostly the clock and the collection of garbage.
    expect(eight).toBeLessThanOrEqual(40 * Math.max(once, 2));
  });
});
