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
  [
    'a lost placeholder',
    edit(german, ['steps', 'progress'], 'Äöü'),
    'steps.progress: its placeholders differ',
  ],
  ['an invented one', edit(german, ['starting'], 'Äöü {site}'), 'starting: its placeholders differ'],
  [
    'the English text',
    edit(german, ['starting'], 'Starting…'),
    'starting: is the English text. Translate it',
  ],
  ['an English word', edit(german, ['starting'], 'Äö the ü'), 'starting: "the" is English'],
  ['an empty text', edit(german, ['starting'], ' '), 'starting: is not a text'],
  ['a direction mark', edit(arabic, ['starting'], 'ابت\u200f'), 'starting: holds a direction mark'],
  [
    'a name that was translated',
    edit('words/de/help.json', ['handling', 'B5'], 'Äö {address}'),
    'handling.B5: lacks the name "View Report"',
  ],
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

/** Rules for the words of the made-up German; the real ones would not fit it. */
const style: Edit = {
  file: 'style/de.json',
  path: [],
  value: {
    avoid: [
      { text: 'äö*', better: 'üß', reason: 'is ugly', first: true, in: ['panel.starting'] },
      { text: 'Sie', better: 'Äö', reason: 'is read as you', unless: ['Sie ä'] },
    ],
    terms: [{ english: 'message', write: ['üüü', 'äää'], reason: 'is one word for one thing' }],
    marks: { quotes: ['„', '“'], spaceBefore: ':', opens: { '?': '¿' }, instead: { ';': '؛' } },
  },
};
const styled = (path: (string | number)[], value: string): Edit[] => [...edit(german, path, value), style];
/** What a text says → the only line about it. */
const unstyled: [string, string, string | null][] = [
  ['the start of a text', 'Äöü ß', '"Äöü" is ugly. Write: üß.'],
  ['the same inside a text', 'ß äöü', null],
  ['a word', 'ß sie', '"sie" is read as you. Write: Äö.'],
  ['a part of a word', 'ß sieb', null],
  ['a word in a phrase that may be', 'ß sie ä', null],
  ['quotation marks of another language', 'ß »ä«', 'has the mark ». Quote with „…“.'],
  ['half a quotation', 'ß „ä', 'has a quotation mark without its other half'],
  ['its own quotation marks', 'ß „ä“', null],
  ['a mark without its space', 'ß ä: ü', 'has no no-break space before ":"'],
  ['a mark with a space that breaks', 'ß ä : ü', 'has no no-break space before ":"'],
  ['a mark with its space', 'ß ä\u00a0: ü', null],
  ['a mark in an address', 'ß https://ä', null],
  ['a question without its first mark', 'ß ä?', 'has ? without ¿. Write ¿…?.'],
  ['a Latin mark', 'ß ä; ü', 'has the mark ";". Write "؛".'],
  ['digits that dates do not have', 'ß ٣', 'has the digit ٣. Write 0'],
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
  [
    ...broken.map(([, edits]) => edits),
    ...sound.map(([, edits]) => edits),
    ...unstyled.map(([, text]) => styled(['starting'], text)),
    styled(['reading'], 'ß äää'),
    styled(['reading'], 'ß ä'),
  ],
);
const stylesFrom = broken.length + sound.length;
/** The made-up language says "message" nowhere as its style wants: of that, only one text is looked at. */
const about = (lines: string[] | undefined, path: string) =>
  (lines ?? []).filter((line) => line.includes(`${german}: ${path}: `));

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

test.each(unstyled.map(([name, , message], at) => ({ name, message, at })))(
  'style: $name',
  ({ message, at }) => {
    expect(about(brokenLanguages[stylesFrom + at], 'starting')).toEqual(
      message === null ? [] : [expect.stringContaining(message)],
    );
  },
);

test('style: a term is written by one of its words', () => {
  const [right, wrong] = brokenLanguages.slice(stylesFrom + unstyled.length);
  expect(about(right, 'reading')).toEqual([]);
  expect(about(wrong, 'reading')).toEqual([
    expect.stringContaining('has no word for "message": "üüü" or "äää" is one word for one thing'),
  ]);
});

test('completeness is counted, and never rounded up', () => {
  const { en, ar, de } = Object.fromEntries(completeness);
  expect([en, ar]).toEqual(['100.0', '100.0']);
  expect(Number(de)).toBeGreaterThan(50);
  expect(Number(de)).toBeLessThan(100);
});
