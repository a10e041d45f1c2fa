/**
 * Chooses the marks by which phrases of other languages are known (`src/knowledge/foreign-marks.json`): as few pieces of
 * words as possible, none of which stands in an English phrase, example or mail of ours. A phrase without a mark stays
 * in the pane's first load, so this need not run with each new phrase:
 *
 *     node scripts/foreign-marks.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { normalize } = require('./load-typescript.cjs')(
  new URL('../src/engine/phrases/characters.ts', import.meta.url).pathname,
);

const knowledge = 'src/knowledge';
const read = (file) => JSON.parse(readFileSync(join(knowledge, file), 'utf8'));
/** Tables whose phrases are of many languages, and say not of which. */
const MIXED = ['languages.json', 'subjects.json'];
const isList = (value) => Array.isArray(value) && value.every((one) => typeof one === 'string');

const foreign = new Set();
const english = new Set();
const add = (language, phrases) => phrases.forEach((one) => (language === 'en' ? english : foreign).add(one));
for (const { phrases } of read('sentences.json').rows)
  for (const [language, list] of Object.entries(phrases)) add(language, list);
const detection = read('detection.json');
for (const { language, ...lists } of detection.languages)
  for (const list of Object.values(lists)) if (isList(list)) add(language, list);
for (const list of Object.values(detection)) if (isList(list)) add('en', list);
for (const file of readdirSync(join(knowledge, 'wordings')).filter((name) => !MIXED.includes(name)))
  for (const { phrases, example } of read(`wordings/${file}`).rows) add('en', [...phrases, example]);
/** Mails in ASCII that no other language is known of. */
const mails = readdirSync('host/mails')
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(join('host/mails', name), 'latin1'))
  .filter((text) => !/[^\0-\x7f]|=\?|=[c-f][0-9a-f]=|charset="?iso-8859-(?!1\b)/i.test(text));
const everything = normalize([...english, ...mails].join('\n'));

const LEAST = 3;
/** A longer word may be known by its beginning. */
const BEGINNING = 5;

/** What a phrase could be known by. */
function candidatesOf(phrase) {
  const words = phrase
    .split('*')
    .flatMap((piece) => normalize(piece).match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((word) => word.length >= LEAST || /[^\0-\u024f]/.test(word));
  const pieces = words.flatMap((word) => [
    word,
    ...Array.from({ length: Math.max(0, word.length - BEGINNING) }, (_, at) => word.slice(0, BEGINNING + at)),
    ...[...word].filter((letter) => letter > '\u024f'),
  ]);
  return [...new Set(pieces)].filter((piece) => !everything.includes(piece));
}

const known = new Map();
for (const phrase of foreign)
  for (const piece of candidatesOf(phrase)) known.set(piece, (known.get(piece) ?? new Set()).add(phrase));

const marks = [];
const left = new Set([...known.values()].flatMap((phrases) => [...phrases]));
const marked = left.size;
while (left.size > 0) {
  let best = null;
  let most = 0;
  for (const [piece, phrases] of known) {
    // Of two that know as many, the shorter one.
    const count = [...phrases].filter((phrase) => left.has(phrase)).length - piece.length / 100;
    if (count > most) [best, most] = [piece, count];
  }
  marks.push(best);
  for (const phrase of known.get(best)) left.delete(phrase);
}

writeFileSync(join(knowledge, 'foreign-marks.json'), `${JSON.stringify({ marks }, null, 2)}\n`);
console.log(`${marks.length} marks know ${marked} of ${foreign.size} phrases.`);
