/**
 * Measures the engine's speed, in one run and on the same mails as two parsers alone.
 *
 *     npm run bench                 mails/s of `explain` against postal-mime's and mailparser's parsing
 *     npm run bench -- --rounds 15
 *     npm run bench -- --linear     time for ten times the bytes, on mails made to be slow
 *     npm run bench -- --linear --bytes 10000
 *
 * Needs `npm run build`. With BOUNCE_CORPUS the mails of that corpus are measured, too.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { loadEngine, peakMemory } from './measure/engine.mjs';
import { median, spread, table } from './measure/figures.mjs';
import { measureGrowth } from './measure/linear.mjs';
import { allMails } from './measure/mails.mjs';
import { profile } from './measure/stages.mjs';

const { values } = parseArgs({
  options: {
    linear: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    bytes: { type: 'string', default: '200000' },
  },
});
const rounds = Number(values.rounds);

/** @returns programs by name, `explain` first */
async function programs() {
  const { explain } = loadEngine();
  const { default: PostalMime } = await import('postal-mime');
  const found = { explain, 'postal-mime': (bytes) => PostalMime.parse(bytes) };
  const { simpleParser } = await import('mailparser');
  found.mailparser = (bytes) => simpleParser(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  return found;
}

/** Mails that a program refuses cost it what it took to refuse them. */
async function through(program, mails) {
  for (const { bytes } of mails) {
    try {
      await program(bytes);
    } catch {
      // Whether it answers rightly is measured elsewhere.
    }
  }
}

/** Rates of all programs over the same mails, in rounds, each round with another one first. */
async function race(all, mails) {
  const names = Object.keys(all);
  // Small sets are gone through more than once a round, so that a round is worth timing.
  const times = Math.max(1, Math.ceil(400 / mails.length));
  for (let n = 0; n < 12 * times && n < 40; n++) for (const name of names) await through(all[name], mails);
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      const started = performance.now();
      for (let n = 0; n < times; n++) await through(all[name], mails);
      rates[name].push((mails.length * times * 1000) / (performance.now() - started));
    }
  }
  return rates;
}

async function compare(title, mails, all) {
  const size = mails.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(`${title}: ${mails.length} mails, ${(size / 1024 / mails.length).toFixed(1)} KiB each`);
  const rates = await race(all, mails);
  const ratios = (name) => rates.explain.map((rate, round) => rate / rates[name][round]);
  console.log(
    table([
      ['', 'mails/s', 'lowest to highest', 'explain is faster by'],
      ...Object.entries(rates).map(([name, all]) => [
        name,
        median(all).toFixed(0),
        `${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}`,
        name === 'explain' ? '' : spread(ratios(name), 2),
      ]),
    ]),
  );
  const repeats = Math.max(1, Math.ceil(4000 / mails.length));
  const { stages, functions } = await profile(async () => {
    for (let n = 0; n < repeats; n++) await through(all.explain, mails);
  });
  const percent = (share) => `${(share * 100).toFixed(1)} %`;
  const rows = Array.from({ length: Math.max(stages.length, functions.length) }, (_, n) => [
    stages[n]?.[0] ?? '',
    stages[n] ? percent(stages[n][1]) : '',
    functions[n] ? `  ${percent(functions[n][1])}` : '',
    functions[n]?.[0] ?? '',
  ]);
  console.log(`\n${table([['where explain spends it', '', '', 'and in which functions'], ...rows])}\n`);
}

if (values.linear) {
  const isLinear = await measureGrowth(Number(values.bytes), Math.min(rounds, 5));
  console.log(`Peak memory: ${peakMemory().toFixed(0)} MiB.`);
  process.exitCode = isLinear ? 0 : 1;
} else {
  const all = await programs();
  const mails = allMails();
  for (const [title, kind] of [
    ['Bounces', 'bounce'],
    ['Ordinary mail', 'ordinary'],
  ]) {
    await compare(
      title,
      mails.filter((mail) => mail.kind === kind),
      all,
    );
  }
  console.log(`Peak memory, all programs together: ${peakMemory().toFixed(0)} MiB.`);
}
