/** `npm run new:wording`: one row of wordings/<provider>.json. */
import { line } from '../knowledge/faults.mjs';
import { filesOf, rowsOf } from '../knowledge/layout.mjs';
import { phrasesOf } from '../knowledge/wordings.mjs';
import { isId } from './arguments.mjs';
import { newFaults } from './new-faults.mjs';

const needed = ['provider', 'phrase', 'cause', 'example', 'source'];

export const options = [
  ...needed,
  'id',
  'weight',
  'beside',
  'status',
  'reply',
  'unless',
  'evidence',
  'seen',
  'file',
];

export const usage = ({ files, causeIds }) => `Adds a wording: words in a bounce that lead to a cause.

  npm run new:wording -- --provider google --cause mailbox-full \\
    --phrase "inbox storage is used up" \\
    --example "452 4.2.2 <user@example.com> inbox storage is used up" \\
    --source https://support.google.com/mail/answer/6596

Needed:
  --provider  ${rowsOf(files.get('providers.json'))
    .map(({ row }) => row.id)
    .join(', ')}; any for words of no mail system in particular
  --cause     ${causeIds.join(', ')}
  --phrase    plain text, * for up to 80 characters; may be given several times
  --example   one line from such a bounce, with an address under example.com
  --source    the https address of the page that says so; its host stands in link-hosts.txt

May be given:
  --status 5.2.2, --reply 552    only with this code; several times
  --unless "words"               not where these stand in the same text; several times
  --weight token|exact|general|vague   exact, if not given
  --beside refusal|host|nothing  what the same sentence has to name; needed with general
  --evidence vendor-page|wild|specification    vendor-page, if not given
  --seen 2026-11-24              the day the page was read; today, if not given
  --id, --file                   made from the provider, if not given; --file is needed with --provider any`;

const plain = (text) => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** `google-inbox-storage-is-used`: the provider and the first words of the phrase. */
const idOf = (provider, phrase) =>
  [provider, ...(plain(phrase).match(/[a-z0-9]+/g) ?? []).slice(0, 4)].join('-');

const fileOf = (files, { provider: [provider], file }) => {
  if (file) return { name: `wordings/${file[0]}.json` };
  if (provider !== 'any') return { name: `wordings/${provider}.json` };
  const any = filesOf(files, 'wordings').filter(({ data }) => data.provider === 'any');
  return { refused: [`Say in which file, by --file: ${any.map(({ names }) => names[0]).join(', ')}.`] };
};

/** Rows that hold one of the phrases already. A narrower row beside a wide one is no duplicate. */
const holders = (files, row) =>
  row.status || row.reply
    ? []
    : row.phrases.flatMap((phrase) =>
        phrasesOf(files)
          .filter((held) => held.phrase === plain(phrase) && !held.row.status && !held.row.reply)
          .map(
            ({ file, row: holder }) =>
              `"${phrase}" stands in ${file} already, row "${holder.id}", and leads to ${holder.cause}. Change that row, or narrow the new one by --status or --reply.`,
          ),
      );

const rowOf = ({ provider: [provider], phrase, cause, example, source, ...more }) => ({
  id: more.id?.[0] ?? idOf(provider, phrase[0]),
  phrases: phrase,
  ...(more.status && { status: more.status }),
  ...(more.reply && { reply: more.reply }),
  ...(more.unless && { unless: more.unless }),
  weight: more.weight?.[0] ?? 'exact',
  ...(more.beside && { beside: more.beside[0] }),
  cause: cause[0],
  example: example[0],
  source: {
    url: source[0],
    seen: more.seen?.[0] ?? new Date().toISOString().slice(0, 10),
    evidence: more.evidence?.[0] ?? 'vendor-page',
  },
});

/** See `run`. */
export const make = (knowledge, { options: given, words }) => {
  const missing = needed.filter((name) => !given[name]).map((name) => `--${name}`);
  if (missing.length > 0) return { missing };
  if (words.length > 0) return { refused: [`Put quotes around values with spaces: ${words.join(' ')}`] };
  const { files } = knowledge;
  const { name, refused } = fileOf(files, given);
  if (refused) return { refused };
  const [provider] = given.provider;
  const old = files.get(name) ?? { provider, rows: [] };
  if (old.provider !== provider)
    return { refused: [`${name} belongs to "${old.provider}", not to "${provider}". Name another --file.`] };
  const row = rowOf(given);
  if (!isId(row.id))
    return { refused: [`"${row.id}" is no id. Give one by --id: lower case words joined by dashes.`] };
  const held = holders(files, row);
  if (held.length > 0) return { refused: held };
  const data = { ...old, rows: [...old.rows, row] };
  const changed = new Map([[name, data]]);
  const faults = newFaults(knowledge, changed);
  if (faults.length > 0) return { refused: faults.map(line) };
  return {
    files: changed,
    next: [
      'npm run index:knowledge && npm run check:knowledge',
      'npx jest test/engine/knowledge-examples: the example must lead to its cause.',
    ],
  };
};
