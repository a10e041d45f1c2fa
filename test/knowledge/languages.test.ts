/** The checks of a language, on the made-up languages `de` and `ar`. */
import { runChecks, type Edit } from './run-checks';

const german = 'words/de/panel.json';
const arabic = 'words/ar/panel.json';
const cause = 'causes/mailbox-full/de.json';
const edit = (file: string, path: (string | number)[], value?: unknown): Edit[] => [{ file, path, value }];

/** What is broken → the edit that breaks it → the only line that must be printed. */
const broken: [string, Edit[], string][] = [
  ['a missing file', edit(cause, []), `${cause}: the file is missing. Translate`],
  ['a missing text', edit(german, ['starting']), `${german}: starting: is missing. Translate it`],
  ['a text too many', edit(german, ['stopping'], 'Äöü'), 'stopping: the English file has no such text'],
  ['a lost placeholder', edit(german, ['steps', 'open'], 'Äöü'), 'steps.open: its placeholders differ'],
  ['an invented one', edit(german, ['starting'], 'Äöü {site}'), 'starting: its placeholders differ'],
  [
    'the English text',
    edit(german, ['starting'], 'Starting…'),
    'starting: is the English text. Translate it',
  ],
  ['an English word', edit(german, ['starting'], 'Äö the ü'), 'starting: "the" is English'],
  ['an empty text', edit(german, ['starting'], ' '), 'starting: is not a text'],
  ['a direction mark', edit(arabic, ['starting'], 'ابت\u200f'), 'starting: holds a direction mark'],
  ['a text too long', edit(cause, ['title'], 'ä ö ü ß ä ö ü'), 'title: has 7 words, 6 are allowed'],
  [
    'one form where there are several',
    edit(german, ['addresses', 'more'], 'Äö {count}'),
    'addresses.more: has one form only. Write one, other',
  ],
  ['a missing form', edit(arabic, ['addresses', 'more', 'few']), 'addresses.more.few: is missing'],
  [
    'a form that the language lacks',
    edit(german, ['addresses', 'more', 'two'], 'Äö {count}'),
    'addresses.more.two: the language has no such form',
  ],
  [
    'a form without its name',
    edit(german, ['addresses', 'more', 'other'], 'Äö {sum}'),
    'its placeholders differ',
  ],
  [
    'forms where nothing is counted',
    edit(german, ['starting'], { one: 'Äö', other: 'Äöü' }),
    'starting: counts nothing, but has forms',
  ],
];
const sound: [string, Edit[]][] = [
  ['a name that every language keeps', edit(german, ['starting'], 'Microsoft 365 äöü')],
  ['a form that says its number in words', edit(arabic, ['addresses', 'more', 'two'], 'ابت')],
  [
    'forms for an English text that counts without them',
    edit('words/de/help.json', ['facts', 'more'], { one: 'äö {count}', other: 'äöü {count}' }),
  ],
];

const { languageFaults, brokenLanguages, completeness, asItIs } = runChecks(
  [],
  [...broken.map(([, edits]) => edits), ...sound.map(([, edits]) => edits)],
);

test('a complete language has no fault', () => expect(languageFaults).toEqual(asItIs));

test.each(broken.map(([name, , message], at) => ({ name, message, at })))(
  'finds $name',
  ({ message, at }) => {
    expect(brokenLanguages[at]).toEqual([expect.stringContaining(message)]);
  },
);

test.each(sound.map(([name], at) => ({ name, at })))('accepts $name', ({ at }) => {
  expect(brokenLanguages[broken.length + at]).toEqual([]);
});

test('completeness is counted, and never rounded up', () => {
  const { en, ar, de } = Object.fromEntries(completeness);
  expect([en, ar]).toEqual(['100.0', '100.0']);
  expect(Number(de)).toBeGreaterThan(50);
  expect(Number(de)).toBeLessThan(100);
});
