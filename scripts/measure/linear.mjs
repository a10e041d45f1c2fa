/** How time grows with the bytes, on mails made to be slow. */
import { performance } from 'node:perf_hooks';
import { loadEngine } from './engine.mjs';
import { median, table } from './figures.mjs';
import shapes from './slow-inputs.cjs';

/** How many times longer the second text is. */
const GROWTH = 10;
/** How many times longer it may take. The difference to GROWTH is what more memory costs. */
const MAX_TIME_GROWTH = 12;
/** Milliseconds. Where the first run takes longer, the second is not tried. */
const MAX_FIRST_RUN = 20_000;

/**
 * @param bytes size of the smaller mail; limits of the engine that lie between the two sizes flatter the ratio, and
 *   about 128 kB between them spoils it: a larger text gets memory pages of its own, which costs more a byte
 * @returns false where some shape grew faster than `MAX_TIME_GROWTH`
 */
export async function measureGrowth(bytes, rounds) {
  const { explain } = loadEngine();
  const all = Object.entries(shapes.shapes).map(([name, make]) => ({
    name,
    small: Buffer.from(make(bytes)),
    large: Buffer.from(make(bytes * GROWTH)),
  }));
  for (const { small } of all) await explain(new Uint8Array(small));
  const rows = [];
  for (const { name, small, large } of all) {
    const times = [await time(explain, small), await time(explain, large)].map((first) => [first]);
    for (let round = 1; round < rounds && times[1][0] < MAX_FIRST_RUN / rounds; round++) {
      // Short runs are repeated, so that the clock and the garbage of other mails weigh less.
      times[0].push(await time(explain, small, Math.ceil(5 / times[0][0])));
      times[1].push(await time(explain, large));
    }
    const [before, after] = times.map(median);
    rows.push({ name, before, after, ratio: after / before, rate: (after * 1e6) / large.length });
  }
  rows.sort((a, b) => b.ratio - a.ratio);
  console.log(
    table([
      ['', `${bytes / 1000} kB`, `${(bytes * GROWTH) / 1000} kB`, 'ratio', 'ns a byte'],
      ...rows.map(({ name, before, after, ratio, rate }) => [
        name,
        `${before.toFixed(1)} ms`,
        `${after.toFixed(1)} ms`,
        ratio.toFixed(1),
        rate.toFixed(0),
      ]),
    ]),
  );
  const over = rows.filter(({ ratio }) => ratio > MAX_TIME_GROWTH);
  console.log(
    `\n${rows.length} shapes, median of ${rounds}: ${over.length} over ${MAX_TIME_GROWTH} for ${GROWTH} times the bytes.`,
  );
  return over.length === 0;
}

async function time(explain, bytes, times = 1) {
  const mail = new Uint8Array(bytes);
  const started = performance.now();
  for (let n = 0; n < times; n++) await explain(mail);
  return (performance.now() - started) / times;
}
