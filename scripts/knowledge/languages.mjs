/** Which languages there are, which files each consists of, and how much of it is translated. */
import { filesOf, wordPartsOf } from './layout.mjs';
import { countTranslated } from './translation.mjs';

/** Tags of all languages that have a file, English first. */
export const languagesOf = (files) => [
  ...new Set([
    'en',
    ...filesOf(files, 'words').map(({ names }) => names[0]),
    ...filesOf(files, 'cause-words').map(({ names }) => names[1]),
  ]),
];

/** Every file that a language consists of: its path, its part, and the same file in English. */
export const filesOfLanguage = (language, { files, causeIds }) => [
  ...wordPartsOf(files).map((part) => ({
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

/** Per language, how many of the English texts it has. @returns {{ language: string, done: number, all: number }[]} */
export const completeness = (knowledge) =>
  languagesOf(knowledge.files).map((language) => {
    const about = { language, untranslated: knowledge.untranslated };
    const counts = filesOfLanguage(language, knowledge).map(({ file, english }) =>
      countTranslated(knowledge.files.get(file), knowledge.files.get(english), about),
    );
    const sum = (of) => counts.reduce((total, count) => total + count[of], 0);
    return { language, done: sum('done'), all: sum('all') };
  });

/** Never rounded up: 100.0 % means that nothing is missing. */
export const percent = ({ done, all }) => (Math.floor((1000 * done) / Math.max(all, 1)) / 10).toFixed(1);
