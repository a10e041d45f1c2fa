/**
 * Explains spoilt mails, and says whether any was answered by an error or late.
 *
 *     npm run fuzz                      20,000 mails
 *     npm run fuzz -- 200000 --seed 7   more, and others; the same seed makes the same mails
 *     npm run fuzz -- 5000 --of msg     Outlook's files; or html: pages; or fields: parameters, addresses, words
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
import { chance } from './measure/random.mjs';

/** What is spoilt; each is loaded when it is asked for. */
const makers = {
  mails: async () => (await import('./measure/spoilt-mails.mjs')).spoiltMail,
  msg: async () => (await import('./measure/spoilt-msg.mjs')).spoiltMsg,
  html: async () => (await import('./measure/spoilt-html.mjs')).spoiltHtml,
  fields: async () => (await import('./measure/spoilt-fields.mjs')).spoiltFields,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    of: { type: 'string', default: 'mails' },
    save: { type: 'string' },
  },
});
const count = Number(positionals[0] ?? 20_000);
const seed = Number(values.seed);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || !Object.hasOwn(makers, values.of)) {
  console.error(
    `Usage: node scripts/fuzz.mjs [count] [--seed number] [--of ${Object.keys(makers).join('|')}] [--save folder]`,
  );
  process.exit(2);
}
/** Milliseconds of the processor's time: a machine that does other work as well does not count. */
const TOO_LONG = 2000;
const KEPT = 10;

const { explain } = loadEngine();
const make = await makers[values.of]();

/** Mail number n, alone: any one of a run can be made again. */
const spoil = (n) => ({ n, ...make(chance(seed * 0x9e3779b1 + n)) });

// The first answer loads what all need.
await explain('550 5.1.1 <user@example.com>: User unknown');
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
  const before = process.cpuUsage();
  try {
    const { kind } = await explain(mail.bytes);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  } catch (error) {
    if (error.name === 'InputError') refused++;
    else thrown.push({ ...mail, error });
  }
  const { user, system } = process.cpuUsage(before);
  mail.time = (user + system) / 1000;
  spent += mail.time;
  if (mail.time > TOO_LONG) late.push(mail);
  if (slowest.length < KEPT || mail.time > slowest.at(-1).time)
    slowest = [...slowest, mail].sort((a, b) => b.time - a.time).slice(0, KEPT);
  if (process.stderr.isTTY && n % 500 === 0) process.stderr.write(`\r${n} of ${count} `);
}
if (process.stderr.isTTY) process.stderr.write('\r');

const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} spoilt, of ${values.of}, seed ${seed}: ${(size / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(0)} s, ` +
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
  for (const { n, bytes } of bad.values())
    writeFileSync(join(values.save, `${seed}-${n}.${values.of === 'msg' ? 'msg' : 'eml'}`), bytes);
  console.log(`\n${bad.size} mails kept in ${values.save}.`);
}
process.exitCode = thrown.length > 0 || late.length > 0 ? 1 : 0;
