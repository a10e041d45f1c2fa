/**
 * Looks in all sources for regular expressions whose time grows faster than their input, and fails on each.
 * Exceptions stand in `bounded-expressions.json`, with the reason why the text they are used on is short.
 *
 *     npm run check:regex
 *     npm run check:regex -- --list            prints what would have to stand in that list
 *     npm run check:regex -- --write-decided   writes anew which ones took long to be found safe
 *
 * Most are decided in a few milliseconds. What takes long is decided once, and stands in
 * `generated/decided-expressions.json` until the expression changes; one that is not there is decided here, however long it
 * takes. All limits are counts of characters read, never of time: a busy machine finds the same.
 *
 * An entry with a `limit` is held to it: on texts of `limit` characters the matcher reads at most MAX_READ characters.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const { checkSync } = await import('recheck');

const FOLDERS = ['src', 'host'];
const LIST = 'scripts/bounded-expressions.json';
const DECIDED = 'scripts/generated/decided-expressions.json';
/** Milliseconds. An expression that took longer is written into DECIDED, so that the next run can skip it. */
const SLOW_TO_DECIDE = 150;
/** Characters that a matcher may read of a text at its limit: a few milliseconds. */
const MAX_READ = 100_000;
/** Characters of the longest text that is tried. */
const LONGEST_TEXT = 20_000;
/** How often the matcher may read each of them: what a counted repetition before a missing end costs. */
const READS_PER_CHARACTER = 200;

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Literals, and `new RegExp('…')` of a plain text. */
function expressionsIn(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.map((one) => ({ ...one, file: relative('.', path) }));
}

/** Counts decide, no clock: also of the search with tries, which has fewer than it would have by itself. */
const COUNTED = {
  timeout: null,
  attackLimit: READS_PER_CHARACTER * LONGEST_TEXT,
  maxAttackStringSize: LONGEST_TEXT,
  attackTimeout: null,
  incubationTimeout: null,
  maxIteration: 2,
  maxInitialGenerationSize: 40,
  maxGenerationSize: 20,
  crossoverSize: 5,
  mutationSize: 10,
};

const isBounded = (source, flags, limit) =>
  checkSync(source, flags, {
    ...COUNTED,
    checker: 'fuzz',
    attackLimit: MAX_READ,
    maxAttackStringSize: limit,
  }).status === 'safe';

const known = JSON.parse(readFileSync(LIST, 'utf8'));
const decided = JSON.parse(readFileSync(DECIDED, 'utf8'));
const keyOf = ({ source, flags }) => `/${source}/${flags}`;
const isDecided = new Set(decided);
const all = FOLDERS.flatMap((folder) => [...sources(folder)]).flatMap(expressionsIn);
const rewrites = process.argv.includes('--write-decided');
const late = new Set();
const counts = {};
const faults = [];
for (const one of all) {
  const { source, flags, file } = one;
  const entry = known.find((listed) => listed.source === source && listed.file === file);
  if (entry?.limit !== undefined && !isBounded(source, flags, entry.limit))
    faults.push({ file, source, kind: `too slow at its limit of ${entry.limit} characters, or undecided` });
  const start = Date.now();
  const isKnown = !rewrites && isDecided.has(keyOf(one));
  const { status, complexity } = isKnown ? { status: 'safe' } : checkSync(source, flags, COUNTED);
  if (status === 'safe' && Date.now() - start > SLOW_TO_DECIDE) late.add(keyOf(one));
  const kind = status === 'vulnerable' ? complexity.type : status;
  const counted = status === 'safe' ? 'safe' : entry ? 'bounded' : kind;
  counts[counted] = (counts[counted] ?? 0) + 1;
  if (status !== 'safe' && !entry) faults.push({ file, source, kind });
}
if (rewrites) writeFileSync(DECIDED, `${JSON.stringify([...late].sort(), null, 2)}\n`);
if (process.argv.includes('--list')) console.log(JSON.stringify(faults, null, 2));
else
  for (const { file, source, kind } of faults)
    console.error(
      `${file}: /${source}/ is ${kind}: rewrite it, or say in ${LIST} what bounds the text that it is used on.`,
    );
const unused = known.filter(
  (one) => !all.some(({ file, source }) => one.source === source && one.file === file),
);
for (const { file, source } of unused)
  console.error(`${LIST}: ${file} no longer has /${source}/. Take it out.`);
const gone = decided.filter((key) => !all.some((one) => keyOf(one) === key));
if (gone.length > 0)
  console.error(`${DECIDED}: ${gone.length} of its expressions are gone; --write-decided.`);
console.error(
  `${all.length} regular expressions checked: ${Object.entries(counts)
    .map((pair) => pair.reverse().join(' '))
    .join(', ')}.`,
);
process.exitCode = faults.length + unused.length > 0 ? 1 : 0;
