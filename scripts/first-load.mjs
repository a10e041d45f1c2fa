/**
 * Prints what the pane downloads before it can say anything, in kB gzipped, and fails above the budget;
 * then what comes with the first whole mail, the first bounce, the first .msg file, and each language.
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
const files = readdirSync(pane).filter((file) => file.endsWith('.js'));
const measure = (file) => ({
  file,
  kB: gzipSync(readFileSync(join(pane, file)), { level: 9 }).length / 1000,
});

// Words are files of their own, one set a language; those of one language are asked for at once.
const tags = [...new Set(readdirSync('src/knowledge/languages').map((file) => file.split('.')[0]))];
const languages = tags.map((tag) => {
  const own = files.filter((file) => file.split('.')[0].endsWith(`-${tag}`)).map(measure);
  const words = own.find(({ file }) => file.startsWith(`words-${tag}.`));
  if (!words) throw new Error(`the words of ${tag} have no file of their own: the build is broken`);
  return { tag, words, kB: own.reduce((sum, part) => sum + part.kB, 0) };
});
const largest = languages.reduce((one, other) => (other.words.kB > one.words.kB ? other : one));
const scripts = [...initial, largest.words.file];
const sizes = scripts.map(measure);
const total = sizes.reduce((sum, { kB }) => sum + kB, 0);

const print = ({ file, kB }) => console.log(`${kB.toFixed(1).padStart(7)} kB  ${file.split('.')[0]}`);
sizes.forEach(print);
console.log(`${total.toFixed(1).padStart(7)} kB  first load, gzipped (budget ${BUDGET})`);

console.log('Loaded when needed:');
files
  .filter((file) => !scripts.includes(file) && !tags.some((tag) => file.split('.')[0].endsWith(`-${tag}`)))
  .map(measure)
  .forEach(print);

console.log('Languages, all words of each:');
languages.forEach(({ tag, kB }) => print({ file: tag, kB }));

if (total > BUDGET) {
  console.error(
    `The first load is ${(total - BUDGET).toFixed(1)} kB over its budget. See scripts/first-load.mjs.`,
  );
  process.exitCode = 1;
}
