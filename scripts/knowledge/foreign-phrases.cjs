/**
 * Which phrases a pane can do without until a text has one of their marks: those of other languages than English, in
 * the tables that hold many of them. `src/engine/phrases/foreign.ts` says how they come.
 */
const loadTypeScript = require('../load-typescript.cjs');
const { join } = require('node:path');

const root = join(__dirname, '../../src');
const { normalize } = loadTypeScript(join(root, 'engine/phrases/characters.ts'));
const { marks } = require(join(root, 'knowledge/foreign-marks.json'));

/** Their lists of phrases, by the name that a list has, or that the list around it has. */
const TABLES = /[\\/](?:detection|sentences|wordings[\\/](?:languages|subjects))\.json$/;
const LISTS = new Set([
  'phrases',
  'failureSubjects',
  'delaySubjects',
  'autoReplySubjects',
  'failurePhrases',
  'delayPhrases',
  'challengePhrases',
  'returnedMarkers',
]);

const isHeldBack = (path) => TABLES.test(path);

/** A phrase is found piece by piece, parted at its gaps: a mark stands in one of them. */
const isForeign = (phrase) =>
  phrase.split('*').some((piece) => {
    const plain = normalize(piece).trim();
    return marks.some((mark) => plain.includes(mark));
  });

/** Calls `see` with each list of phrases and its place; what it returns takes the list's place. */
function mapLists(value, see, path = [], inList = false) {
  if (Array.isArray(value) && inList) return see(value, path);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    mapLists(part, see, [...path, Array.isArray(value) ? Number(key) : key], inList || LISTS.has(key)),
  ]);
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const withoutForeign = (table) => mapLists(table, (list) => list.filter((phrase) => !isForeign(phrase)));

/** The whole lists in the place of those that lack phrases. */
function patchesOf(table) {
  const patches = [];
  mapLists(table, (list, path) => {
    if (list.some(isForeign)) patches.push([path, list]);
    return list;
  });
  return patches;
}

module.exports = { isForeign, isHeldBack, patchesOf, withoutForeign };
