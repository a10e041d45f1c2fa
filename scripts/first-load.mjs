/**
 * Prints what the pane downloads before it can say anything, in kB gzipped, and fails above the budget;
 * then what comes with the first whole mail, the first bounce, the first .msg file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB gzipped. A pane that opens beside every mail must be there before the reader looks at it. */
const BUDGET = 130;
const pane = 'dist/pane';

const page = readFileSync(join(pane, 'taskpane.html'), 'utf8');
const initial = [...page.matchAll(/<script[^>]*\ssrc="?(?!https:)([^"\s>]+)/g)].map((match) => match[1]);
if (initial.length === 0) throw new Error('taskpane.html loads no script of ours: the build is broken');
// The words of one language are a file of their own, asked for at once.
const files = readdirSync(pane).filter((file) => file.endsWith('.js'));
const scripts = [...initial, ...files.filter((file) => file.startsWith('words-en.'))];
const measure = (file) => ({
  file,
  kB: gzipSync(readFileSync(join(pane, file)), { level: 9 }).length / 1000,
});
const sizes = scripts.map(measure);
const total = sizes.reduce((sum, { kB }) => sum + kB, 0);

const print = ({ file, kB }) => console.log(`${kB.toFixed(1).padStart(7)} kB  ${file.split('.')[0]}`);
sizes.forEach(print);
console.log(`${total.toFixed(1).padStart(7)} kB  first load, gzipped (budget ${BUDGET})`);

console.log('Loaded when needed:');
files
  .filter((file) => !scripts.includes(file))
  .map(measure)
  .forEach(print);

if (total > BUDGET) {
  console.error(
    `The first load is ${(total - BUDGET).toFixed(1)} kB over its budget. See scripts/first-load.mjs.`,
  );
  process.exitCode = 1;
}
