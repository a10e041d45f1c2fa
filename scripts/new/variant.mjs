/** `npm run new:variant`: one exact meaning of a cause, the rows that choose it, and its words to be written. */
import { line } from '../knowledge/faults.mjs';
import { filesOf, rowsOf } from '../knowledge/layout.mjs';
import { languagesOf } from '../knowledge/languages.mjs';
import { isId } from './arguments.mjs';
import { newFaults } from './new-faults.mjs';

const needed = ['cause', 'title', 'sentence', 'example', 'source'];

export const options = [...needed, 'code', 'wording', 'evidence', 'seen'];

export const usage = ({ causeIds }) => `Adds a variant: one exact meaning of a cause.

  npm run new:variant -- too-many-hops --cause routing-loop --code google:5.4.6 \\
    --title "Too many hops" \\
    --sentence "The email to {address} was passed on until a server counted too many hops." \\
    --example "554 5.4.6 <user@example.com> Message exceeded 50 hops" \\
    --source https://support.google.com/a/answer/3726730

Needed:
  the id      lower case words joined by dashes
  --cause     ${causeIds.join(', ')}
  --title     two to five words
  --sentence  what happened, in 25 words or less
  --example   one line from such a bounce, with an address under example.com
  --source    the https address of the page that says so; its host stands in link-hosts.txt
  --code google:5.4.6, or --wording <id of a row>    which rows mean it; several times

May be given:
  --evidence vendor-page|wild|specification    vendor-page, if not given
  --seen 2026-11-24              the day the page was read; today, if not given`;

/** The rows that are named, as `{ file, data, at }`; or a reason why one is not there. */
const rowsNamed = (files, { code = [], wording = [] }) => [
  ...code.map((name) => {
    const [provider, id] = name.split(':');
    return find(files, `codes/${provider}.json`, (row) => row.code === id, name);
  }),
  ...wording.map((id) => {
    const holder = filesOf(files, 'wordings').find(({ data }) =>
      rowsOf(data?.rows).some(({ row }) => row.id === id),
    );
    return find(files, holder?.file, (row) => row.id === id, id);
  }),
];

const find = (files, file, isIt, name) => {
  const found = rowsOf(files.get(file)?.rows).find(({ row }) => isIt(row));
  return found ? { file, ...found } : { reason: `There is no row "${name}".` };
};

const rowFaults = (row, cause) => {
  const name = `The row "${row.id ?? row.code}"`;
  return [
    ...(row.cause === cause ? [] : [`${name} leads to ${row.cause}, not to ${cause}.`]),
    ...(row.variant === undefined
      ? []
      : [`${name} means "${row.variant}" already. Change that variant, or name another row.`]),
  ];
};

const withVariant = (files, named, variant) => {
  const changed = new Map();
  for (const { file, at } of named) {
    const data = changed.get(file) ?? files.get(file);
    const rows = data.rows.map((row, n) => (n === at ? { ...row, variant } : row));
    changed.set(file, { ...data, rows });
  }
  return changed;
};

/** Words of the variant in other languages are English until they are written. */
const isToBeWritten = ({ file, path }, cause, id) =>
  file !== `causes/${cause}/en.json` &&
  file.startsWith(`causes/${cause}/`) &&
  path.startsWith(`variants.${id}.`);

/** See `run`. */
export const make = (knowledge, { options: given, words: [id, ...more] }) => {
  const missing = [
    ...(id === undefined ? ['the id'] : []),
    ...needed.filter((name) => !given[name]).map((name) => `--${name}`),
    ...(given.code || given.wording ? [] : ['--code or --wording']),
  ];
  if (missing.length > 0) return { missing };
  const { files } = knowledge;
  const [cause] = given.cause;
  const place = `causes/${cause}/variants.json`;
  const old = files.get(place) ?? [];
  const named = rowsNamed(files, given);
  const refused = [
    ...(more.length > 0 ? [`Put quotes around values with spaces: ${more.join(' ')}`] : []),
    ...(isId(id) ? [] : [`"${id}" is no id. Write lower case words joined by dashes.`]),
    ...(files.has(`causes/${cause}/cause.json`) ? [] : [`There is no cause "${cause}".`]),
    ...(old.some((row) => row.id === id) ? [`"${cause}" has a variant "${id}" already: ${place}.`] : []),
    ...named.flatMap(({ reason, row }) => (reason ? [reason] : rowFaults(row, cause))),
  ];
  if (refused.length > 0) return { refused };
  const record = {
    id,
    example: given.example[0],
    source: {
      url: given.source[0],
      seen: given.seen?.[0] ?? new Date().toISOString().slice(0, 10),
      evidence: given.evidence?.[0] ?? 'vendor-page',
    },
  };
  const wordsIn = (language) => {
    const own = files.get(`causes/${cause}/${language}.json`);
    const mark = language === 'en' ? '' : 'TODO ';
    const entry = { title: mark + given.title[0], sentence: mark + given.sentence[0] };
    return [`causes/${cause}/${language}.json`, { ...own, variants: { ...own.variants, [id]: entry } }];
  };
  const changed = new Map([
    [place, [...old, record]],
    ...languagesOf(files).map(wordsIn),
    ...withVariant(files, named, id),
  ]);
  const faults = newFaults(knowledge, changed).filter((found) => !isToBeWritten(found, cause, id));
  if (faults.length > 0) return { refused: faults.map(line) };
  return {
    files: changed,
    next: [
      `Where its remedy differs from the cause's, say so in ${place}: steps, whoActs, resend, messages.`,
      'Write the words in every language: each TODO is to be replaced.',
      'npm run index:knowledge && npm run check:knowledge: names what is still to be written.',
      'npx jest test/engine/knowledge-examples: the example must lead to the variant.',
    ],
  };
};
