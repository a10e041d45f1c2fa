/**
 * Prints what the pane downloads, in kB gzipped, and fails above its budgets: before it can say anything, and until
 * it has explained a first bounce; then what comes with a .msg file and the like, and each language.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB gzipped. A pane that opens beside every mail must be there before the reader looks at it. */
const BUDGET = 130;
/** All of ours until the first answer is read; office.js comes on top. */
const BUDGET_OF_FIRST_ANSWER = 340;
const pane = 'dist/pane';
/** Asked for as soon as there is a message, beside the words. */
const ANSWER = ['explain-worker', 'answer', 'help'];

const page = readFileSync(join(pane, 'taskpane.html'), 'utf8');
const initial = [...page.matchAll(/<script[^>]*\ssrc="?(?!https:)([^"\s>]+)/g)].map((match) => match[1]);
if (initial.length === 0) throw new Error('taskpane.html loads no script of ours: the build is broken');
// pages.css is of the pages beside the pane.
const files = readdirSync(pane).filter((file) => /\.(?:js|css)$/.test(file) && file !== 'pages.css');
const nameOf = (file) => (file.endsWith('.css') ? 'style sheet' : file.split('.')[0]);
const measured = files.map((file) => ({
  file,
  name: nameOf(file),
  kB: gzipSync(readFileSync(join(pane, file)), { level: 9 }).length / 1000,
}));
const sum = (parts) => parts.reduce((all, { kB }) => all + kB, 0);
const largest = (parts) => parts.reduce((one, other) => (other.kB > one.kB ? other : one));
const named = (name) => {
  const found = measured.find((part) => part.name === name);
  if (!found) throw new Error(`there is no file "${name}": the build is broken`);
  return found;
};

// Words are files of their own; those of one language are asked for as they are needed.
const tags = [...new Set(readdirSync('src/knowledge/generated/languages').map((file) => file.split('.')[0]))];
const causes = readdirSync('src/knowledge/causes');
const languages = tags.map((tag) => ({
  tag,
  words: named(`words-${tag}`),
  answers: named(`answers-${tag}`),
  cause: largest(causes.map((cause) => named(`${cause}-${tag}`))),
  all: measured.filter(({ name }) => name.endsWith(`-${tag}`)),
}));

const print = ({ name, kB }) => console.log(`${kB.toFixed(1).padStart(7)} kB  ${name}`);
const held = (what, parts, budget) => {
  parts.forEach(print);
  const total = sum(parts);
  print({ name: `${what}, gzipped (budget ${budget})`, kB: total });
  if (total <= budget) return;
  console.error(`That is ${(total - budget).toFixed(1)} kB over its budget. See scripts/first-load.mjs.`);
  process.exitCode = 1;
};

const first = [
  ...measured.filter(({ file }) => initial.includes(file) || file.endsWith('.css')),
  largest(languages.map(({ words }) => words)),
];
held('first load', first, BUDGET);
// The largest language and the cause with most words: every other bounce takes less.
const answer = [
  ...ANSWER.map(named),
  largest(languages.map(({ answers }) => answers)),
  largest(languages.map(({ cause }) => cause)),
];
console.log('With the first bounce:');
held(
  'all until the first answer',
  [{ name: 'first load', kB: sum(first) }, ...answer],
  BUDGET_OF_FIRST_ANSWER,
);

console.log('Loaded when needed:');
const isWords = ({ name }) => tags.some((tag) => name.endsWith(`-${tag}`));
measured.filter((part) => !first.includes(part) && !answer.includes(part) && !isWords(part)).forEach(print);

console.log('Languages, all words of each:');
languages.forEach(({ tag, all }) => print({ name: tag, kB: sum(all) }));
