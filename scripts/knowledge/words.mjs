/** Checks the texts: every language has every text of the English one, within its limits. */
import { fault } from './faults.mjs';
import { filesOf, wordParts } from './layout.mjs';
import { placeholdersOf, textFaults } from './limits.mjs';

/** The forms of a text that counts something; which of them a language has is its own affair. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const isPlural = (value) => Object.keys(value).every((key) => FORMS.includes(key)) && 'other' in value;

/** A tree of texts as a list of `[path, text]`; a leaf that is no text keeps its value. */
const flat = (tree, path = '') =>
  Object.entries(tree ?? {}).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    if (!value || typeof value !== 'object' || Array.isArray(value)) return [[at, value]];
    // Forms of one text stand for it together: the languages need not have the same ones.
    return isPlural(value) ? [[at, Object.values(value).join(' ')]] : flat(value, at);
  });

const languagesOf = (files) => [
  ...new Set([
    'en',
    ...filesOf(files, 'words').map(({ names }) => names[0]),
    ...filesOf(files, 'cause-words').map(({ names }) => names[1]),
  ]),
];

/** Every file that a language consists of: its path, its part, and the same file in English. */
const filesOfLanguage = (language, causeIds) => [
  ...wordParts.map((part) => ({
    part,
    file: `words/${language}/${part}.json`,
    english: `words/en/${part}.json`,
  })),
  ...causeIds.map((id) => ({
    part: 'causes',
    file: `causes/${id}/${language}.json`,
    english: `causes/${id}/en.json`,
  })),
];

const checkTexts = (file, part, data, language) =>
  flat(data).flatMap(([path, text]) => {
    if (typeof text !== 'string' || text.trim() === '')
      // Words of a cause have a schema, which says this already.
      return part === 'causes'
        ? []
        : [fault(file, path, 'is not a text', 'Write the text, or take the key out.')];
    return textFaults(part, path, text, language).map(([wrong, mend]) => fault(file, path, wrong, mend));
  });

const checkAgainstEnglish = (file, data, english) => {
  const here = new Map(flat(data));
  const there = new Map(flat(english));
  const same = (a, b) => [...new Set(a)].sort().join() === [...new Set(b)].sort().join();
  return [
    ...[...there.keys()]
      .filter((path) => !here.has(path))
      .map((path) => fault(file, path, 'is missing', 'Translate it from the English file.')),
    ...[...here.keys()]
      .filter((path) => !there.has(path))
      .map((path) =>
        fault(file, path, 'the English file has no such text', 'Take it out, or mend its name.'),
      ),
    ...[...here]
      .filter(([path, text]) => typeof text === 'string' && typeof there.get(path) === 'string')
      .filter(([path, text]) => !same(placeholdersOf(text), placeholdersOf(there.get(path))))
      .map(([path]) =>
        fault(file, path, 'its placeholders differ from the English text', 'Use the same {names}.'),
      ),
  ];
};

export const checkWords = ({ files, unread, causeIds }) => {
  const unreadable = new Set(unread.map(({ file }) => file));
  return languagesOf(files).flatMap((language) =>
    filesOfLanguage(language, causeIds).flatMap(({ part, file, english }) => {
      if (unreadable.has(file)) return [];
      if (!files.has(file))
        return [
          fault(
            file,
            '',
            'the file is missing',
            language === 'en' ? 'Add it.' : 'Translate the English one.',
          ),
        ];
      const data = files.get(file);
      const own = checkTexts(file, part, data, language);
      return language === 'en' ? own : [...own, ...checkAgainstEnglish(file, data, files.get(english))];
    }),
  );
};
