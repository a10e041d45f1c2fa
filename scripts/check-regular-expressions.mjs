/**
 * Looks for regular expressions whose time grows faster than their input, in all sources, and fails on one that
 * is not in the list beside this file.
 *
 *     npm run check:regex
 *     npm run check:regex -- --list              prints what would have to stand in the list
 *     npm run check:regex -- --write-undecided   writes anew which ones cannot be decided in time
 *
 * A faster machine decides more in the same time. So that this does not fail there, what was undecided, or was
 * decided late, stands in a list of its own and is only counted.
 *
 * What stands in the list with a `limit` is held to it: no text of so many characters makes the matcher read more than
 * MAX_READ of them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const { checkSync } = await import('recheck');

const FOLDERS = ['src', 'host'];
const LIST = 'scripts/bounded-expressions.json';
const UNDECIDED = 'scripts/undecided-expressions.json';
/** Milliseconds; what takes longer may be undecided elsewhere. */
const LATE = 150;
/** Milliseconds for one expression; most need a few. */
const TIMEOUT = 1000;
/** Characters that a matcher may read of a text at its limit: a few milliseconds. */
const MAX_READ = 100_000;
const LIMIT_TIMEOUT = 60_000;

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

const known = JSON.parse(readFileSync(LIST, 'utf8'));
const all = FOLDERS.flatMap((folder) => [...sources(folder)]).flatMap(expressionsIn);
const undecided = JSON.parse(readFileSync(UNDECIDED, 'utf8'));
const isBounded = (source, flags, limit) =>
  checkSync(source, flags, {
    checker: 'fuzz',
    attackLimit: MAX_READ,
    maxAttackStringSize: limit,
    timeout: LIMIT_TIMEOUT,
  }).status === 'safe';
const late = [];
const counts = {};
const faults = [];
for (const { source, flags, file } of all) {
  const start = Date.now();
  const { status, complexity } = checkSync(source, flags, { timeout: TIMEOUT });
  if (status === 'unknown' || Date.now() - start > LATE) late.push({ file, source });
  const kind = status === 'vulnerable' ? complexity.type : status;
  counts[kind] = (counts[kind] ?? 0) + 1;
  const entryIn = (list) => list.find((one) => one.source === source && one.file === file);
  const entry = entryIn(known);
  if (entry?.limit !== undefined && !isBounded(source, flags, entry.limit))
    faults.push({ file, source, kind: `too slow at its limit of ${entry.limit} characters, or undecided` });
  if (status === 'vulnerable' && !entry && !entryIn(undecided)) faults.push({ file, source, kind });
}
if (process.argv.includes('--write-undecided')) {
  writeFileSync(UNDECIDED, `${JSON.stringify(late, null, 2)}\n`);
}
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
console.error(
  `${all.length} regular expressions checked: ${Object.entries(counts)
    .map((pair) => pair.reverse().join(' '))
    .join(', ')}.`,
);
process.exitCode = faults.length + unused.length > 0 ? 1 : 0;
