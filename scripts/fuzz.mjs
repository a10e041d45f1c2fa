/**
 * Explains spoilt mails, and says whether any was answered by an error or late.
 *
 *     npm run fuzz                      20,000 mails
 *     npm run fuzz -- 200000 --seed 7   more, and others; the same seed makes the same mails
 *     npm run fuzz -- --save /tmp/bad   keeps the offenders and the slowest
 *
 * Needs `npm run build`. With BOUNCE_CORPUS the mails of that corpus are spoilt, too.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { loadEngine, peakMemory } from './measure/engine.mjs';
import { table } from './measure/figures.mjs';
import { allMails } from './measure/mails.mjs';
import { mutations, RARE } from './measure/mutations.mjs';
import { chance } from './measure/random.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, save: { type: 'string' } },
});
const count = Number(positionals[0] ?? 20_000);
const seed = Number(values.seed);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('Usage: node scripts/fuzz.mjs [count] [--seed number] [--save folder]');
  process.exit(2);
}
const TOO_LONG = 2000;
const KEPT = 10;
/** Bytes of a mail that is spoilt no further: twice what is read of one. Some changes make mails many times as long. */
const ENOUGH = 16 * 2 ** 20;

const { explain } = loadEngine();
const seeds = allMails();
const names = Object.keys(mutations).flatMap((name) => Array(RARE.has(name) ? 1 : 8).fill(name));

/** Mail number n, alone: any one of a run can be made again. */
function spoil(n) {
  const luck = chance(seed * 0x9e3779b1 + n);
  const [first, second] = [luck.pick(seeds), luck.pick(seeds)];
  let bytes = first.bytes;
  const applied = [];
  // Most often one change; two or three now and then, since one may hide what another does.
  for (let times = luck.maybe(0.7) ? 1 : 2 + luck.below(2); times > 0; times--) {
    if (bytes.length === 0 || bytes.length > ENOUGH) break;
    const name = luck.pick(names);
    applied.push(name);
    bytes = mutations[name](bytes, luck, second.bytes);
  }
  return { n, bytes, label: `${first.name}: ${applied.join(', then ')}` };
}

const thrown = [];
const late = [];
let slowest = [];
let refused = 0;
let size = 0;
let spent = 0;
const kinds = {};
const started = performance.now();
for (let n = 0; n < count; n++) {
  const mail = spoil(n);
  size += mail.bytes.length;
  const before = performance.now();
  try {
    const { kind } = await explain(mail.bytes);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  } catch (error) {
    if (error.name === 'InputError') refused++;
    else thrown.push({ ...mail, error });
  }
  mail.time = performance.now() - before;
  spent += mail.time;
  if (mail.time > TOO_LONG) late.push(mail);
  if (slowest.length < KEPT || mail.time > slowest.at(-1).time)
    slowest = [...slowest, mail].sort((a, b) => b.time - a.time).slice(0, KEPT);
  if (process.stderr.isTTY && n % 500 === 0) process.stderr.write(`\r${n} of ${count} `);
}
if (process.stderr.isTTY) process.stderr.write('\r');

const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} spoilt mails of ${seeds.length}, seed ${seed}: ${(size / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(0)} s, ` +
    `${((count / spent) * 1000).toFixed(0)} mails/s explained (${(count / seconds).toFixed(0)} with making them).`,
);
console.log(
  `Errors thrown: ${thrown.length}. Longer than ${TOO_LONG / 1000} s: ${late.length}. Refused by name: ${refused}. ` +
    `Peak memory: ${peakMemory().toFixed(0)} MiB.`,
);
console.log(
  `Kinds: ${Object.entries(kinds)
    .map((pair) => pair.reverse().join(' '))
    .join(', ')}.`,
);
for (const { n, label, error } of thrown.slice(0, KEPT))
  console.log(`\nThrown by ${n}, ${label}\n${error.stack}`);
console.log('\nSlowest:');
console.log(
  table(
    slowest.map(({ n, label, time, bytes }) => [
      label,
      `number ${n}`,
      `${(bytes.length / 1024).toFixed(0)} KiB`,
      `${time.toFixed(0)} ms`,
    ]),
  ),
);
if (values.save) {
  mkdirSync(values.save, { recursive: true });
  const bad = new Map([...thrown, ...late, ...slowest].map((mail) => [mail.n, mail]));
  for (const { n, bytes } of bad.values()) writeFileSync(join(values.save, `${seed}-${n}.eml`), bytes);
  console.log(`\n${bad.size} mails kept in ${values.save}.`);
}
process.exitCode = thrown.length > 0 || late.length > 0 ? 1 : 0;
