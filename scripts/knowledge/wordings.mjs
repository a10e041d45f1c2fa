/** Checks that each wording row can match its own example, and that no two rows say the same words differently. */
import { fault } from './faults.mjs';
import { filesOf, rowsOf } from './layout.mjs';

const plain = (text) => text.toLowerCase().replace(/\s+/g, ' ');

/** `*` stands for up to 80 characters of anything; all else for itself. */
const asPattern = (phrase) =>
  new RegExp(
    plain(phrase)
      .split('*')
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.{0,80}?'),
  );

/** True where the text holds the phrase, compared as the engine compares. */
const holds = (text, phrase) => asPattern(phrase).test(plain(text));

const strings = (list) => (Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []);

const checkRow = (file, row, at) => {
  if (typeof row.example !== 'string') return [];
  const path = `rows[${at}].example`;
  const found = [];
  if (!strings(row.phrases).some((phrase) => holds(row.example, phrase)))
    found.push(
      fault(file, path, `holds none of the phrases of "${row.id}"`, 'Mend the example or the phrases.'),
    );
  for (const phrase of strings(row.unless).filter((words) => holds(row.example, words)))
    found.push(
      fault(file, path, `holds "${phrase}", which "unless" excludes`, 'Mend the example or "unless".'),
    );
  return found;
};

/** Words that name a subject stand in any text: what has to stand beside them is part of the row. */
const checkWeight = (file, row, at) =>
  row.weight === 'general' && row.beside === undefined
    ? [
        fault(
          file,
          `rows[${at}].beside`,
          `is missing, but "${row.id}" is general`,
          'Write refusal, host, or nothing where the words stand in no other text; or make the row exact.',
        ),
      ]
    : [];

/** All phrases of all rows, as `{ file, path, phrase, row }`, compared as the engine compares. */
export const phrasesOf = (files) =>
  filesOf(files, 'wordings').flatMap(({ file, data }) =>
    rowsOf(data?.rows).flatMap(({ row, at }) =>
      strings(row.phrases).map((phrase, n) => ({
        file,
        path: `rows[${at}].phrases[${n}]`,
        phrase: plain(phrase).trim(),
        row,
      })),
    ),
  );

/** The same words under the same conditions cannot lead to two causes. */
const checkConflicts = (files) => {
  const first = new Map();
  return phrasesOf(files).flatMap(({ file, path, phrase, row }) => {
    const place = ['submission', 'own-address', 'local-delivery', 'no-server'].find(
      (one) => one === row.beside,
    );
    const key = JSON.stringify([phrase, row.weight, row.status ?? [], row.reply ?? [], place]);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    if (before === undefined || before.cause === row.cause) return [];
    return [
      fault(
        file,
        path,
        `"${phrase}" leads to ${row.cause} here and to ${before.cause} in "${before.id}"`,
        'Keep it in one row, or narrow one by status, reply or beside.',
      ),
    ];
  });
};

export const checkWordings = ({ files }) => [
  ...filesOf(files, 'wordings').flatMap(({ file, data }) =>
    rowsOf(data?.rows).flatMap(({ row, at }) => [...checkRow(file, row, at), ...checkWeight(file, row, at)]),
  ),
  ...checkConflicts(files),
];
