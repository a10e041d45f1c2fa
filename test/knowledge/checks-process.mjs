/**
 * Runs the checks for the tests: the checkers are ES modules, which jest does not load.
 * Reads `{ cases: [[edits of case 1], …], brokenLanguages: [[edits], …] }` from standard input.
 * Applies each case's edits to a fresh copy of the knowledge; those of `brokenLanguages` to a copy with the made-up
 * languages `de` and `ar`. Writes the lines that the checker prints for each. An edit is
 * `{ file, path, value }`: `path` is a list of keys, an empty one stands for the whole file;
 * without `value` the field, or the file, is taken away.
 */
import { readFileSync } from 'node:fs';
import { checkKnowledge } from '../../scripts/knowledge/check.mjs';
import { line } from '../../scripts/knowledge/faults.mjs';
import { stale } from '../../scripts/knowledge/generate-all.mjs';
import { generate } from '../../scripts/knowledge/generate-imports.mjs';
import { completeness, percent } from '../../scripts/knowledge/languages.mjs';
import { knowledgeFolder, readKnowledge } from '../../scripts/knowledge/read.mjs';
import { addLanguage } from './made-up.mjs';

const apply = (files, { file, path, value }) => {
  if (path.length === 0) {
    if (value === undefined) files.delete(file);
    else files.set(file, value);
    return;
  }
  const data = JSON.parse(JSON.stringify(files.get(file)));
  const last = path.at(-1);
  const target = path.slice(0, -1).reduce((inner, key) => inner[key], data);
  if (value !== undefined) target[last] = value;
  else if (Array.isArray(target)) target.splice(last, 1);
  else Reflect.deleteProperty(target, last);
  files.set(file, data);
};

const edited = (knowledge, edits) => {
  const files = new Map(knowledge.files);
  for (const edit of edits) apply(files, edit);
  return { ...knowledge, files };
};

const knowledge = readKnowledge();
const { cases, brokenLanguages } = JSON.parse(readFileSync(0, 'utf8'));
const answers = cases.map((edits) => checkKnowledge(edited(knowledge, edits)).map(line));
const languages = [...addLanguage(knowledge, 'de', 'äöüß'), ...addLanguage(knowledge, 'ar', 'ابتث')];

process.stdout.write(
  JSON.stringify({
    asItIs: checkKnowledge(knowledge).map(line),
    stale: await stale(knowledge),
    withLanguages: Object.fromEntries(await generate(edited(knowledge, languages), knowledgeFolder)),
    languageFaults: checkKnowledge(edited(knowledge, languages)).map(line),
    completeness: completeness(edited(knowledge, [...languages, { file: languages[0].file, path: [] }])).map(
      ({ language, ...count }) => [language, percent(count)],
    ),
    brokenLanguages: brokenLanguages.map((edits) =>
      checkKnowledge(edited(knowledge, [...languages, ...edits])).map(line),
    ),
    causeIds: knowledge.causeIds,
    answers,
  }),
);
