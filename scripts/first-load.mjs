/** Prints what a first explanation downloads, in kB gzipped, and fails above the budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB gzipped. A pane that opens beside every mail must be there before the reader looks at it. */
const BUDGET = 130;
const pane = 'dist/pane';

const page = readFileSync(join(pane, 'taskpane.html'), 'utf8');
const scripts = [...page.matchAll(/<script[^>]*\ssrc="?(?!https:)([^"\s>]+)/g)].map((match) => match[1]);
if (scripts.length === 0) throw new Error('taskpane.html loads no script of ours: the build is broken');
const sizes = scripts.map((file) => ({
  file,
  kB: gzipSync(readFileSync(join(pane, file)), { level: 9 }).length / 1000,
}));
const total = sizes.reduce((sum, { kB }) => sum + kB, 0);

for (const { file, kB } of sizes) console.log(`${kB.toFixed(1).padStart(7)} kB  ${file.split('.')[0]}`);
console.log(`${total.toFixed(1).padStart(7)} kB  first load, gzipped (budget ${BUDGET})`);
if (total > BUDGET) {
  console.error(
    `The first load is ${(total - BUDGET).toFixed(1)} kB over its budget. See scripts/first-load.mjs.`,
  );
  process.exitCode = 1;
}
