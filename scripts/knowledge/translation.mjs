/** Compares one file of a language with the English one, text by text. */
import { termFaults } from './avoid.mjs';
import { fault } from './faults.mjs';
import { placeholdersOf } from './limits.mjs';
import { formsOf, isForms, stringsOf, textsOf } from './texts.mjs';

/** This many letters may be alike by chance: "OK", "Von". */
const FEW_LETTERS = 3;

/** A text without placeholders and without the names that every language leaves as they are; `by` stands there instead. */
export const withoutNames = (text, language, untranslated, by = ' ') =>
  untranslated
    .filter((name) => name.language === null || name.language === language)
    .reduce((left, { text: name }) => left.replaceAll(name, by), text.replace(/\{[^{}]*\}/g, by));

const letters = (text) => text.replace(/[^\p{L}]/gu, '').length;

const isEnglish = (text, original, language, untranslated) =>
  language !== 'en' && text === original && letters(withoutNames(text, language, untranslated)) > FEW_LETTERS;

const isText = (value) => typeof value === 'string' && value.trim() !== '';

/** Does the text stand there, in the language that it should be in? */
const isTranslated = (value, english, language, untranslated) => {
  const originals = stringsOf('', english).map(([, text]) => text);
  return stringsOf('', value).every(
    ([, text]) =>
      isText(text) && !originals.some((original) => isEnglish(text, original, language, untranslated)),
  );
};

const sorted = (text) => [...new Set(placeholdersOf(text))].sort();

/** A form for one or two may say the number in words; everything else keeps every placeholder. */
const samePlaceholders = (text, english, asForm) => {
  const uncounted = (names) => names.filter((name) => !(asForm && name === 'count')).join();
  return uncounted(sorted(text)) === uncounted(sorted(english));
};

const pluralFaults = (file, path, value, english, language) => {
  const counts = isForms(english) || sorted(String(english)).includes('count');
  if (!isForms(value))
    return isForms(english)
      ? [
          fault(
            file,
            path,
            'has one form only',
            `Write ${formsOf(language).needed.join(', ')}, as the English file does.`,
          ),
        ]
      : [];
  if (!counts) return [fault(file, path, 'counts nothing, but has forms', 'Write one text.')];
  const { known, needed } = formsOf(language);
  return [
    ...needed
      .filter((form) => !(form in value))
      .map((form) =>
        fault(
          file,
          `${path}.${form}`,
          'is missing',
          `The language has a form of its own for such numbers (${form}).`,
        ),
      ),
    ...Object.keys(value)
      .filter((form) => !known.includes(form))
      .map((form) => fault(file, `${path}.${form}`, 'the language has no such form', 'Take it out.')),
  ];
};

/** Names of several words: a single one, such as "Summary", may be a word of the sentence. */
const lostNames = (text, english, untranslated) =>
  untranslated
    .filter(({ language, text: name }) => language === null && name.includes(' '))
    .filter(({ text: name }) => english.includes(name) && !text.includes(name))
    .map(({ text: name }) => [`lacks the name "${name}"`, 'Leave it as it is in the English text.']);

const compareOne = (file, path, value, english, { language, untranslated, style }) => {
  const [[, first]] = stringsOf('', isForms(english) ? { other: english.other } : english);
  const found = stringsOf(path, value)
    .filter(([, text]) => isText(text) && isText(first))
    .flatMap(([at, text]) => [
      ...(samePlaceholders(text, first, isForms(value))
        ? []
        : [fault(file, at, 'its placeholders differ from the English text', 'Use the same {names}.')]),
      ...(isTranslated(text, english, language, untranslated)
        ? []
        : [
            fault(
              file,
              at,
              'is the English text',
              'Translate it; add a name that stays to untranslated.txt.',
            ),
          ]),
      ...[...lostNames(text, first, untranslated), ...termFaults(text, first, style)].map(([wrong, mend]) =>
        fault(file, at, wrong, mend),
      ),
    ]);
  return [...pluralFaults(file, path, value, english, language), ...found];
};

/**
 * @param data the file's content; english that of the same file in English
 * @param about the language's tag, the names that stay untranslated, and its file in style/
 */
export const compareWithEnglish = (file, data, english, about) => {
  const here = new Map(textsOf(data));
  const there = new Map(textsOf(english));
  return [
    ...[...there.keys()]
      .filter((path) => !here.has(path))
      .map((path) => fault(file, path, 'is missing', 'Translate it from the English file.')),
    ...[...here].flatMap(([path, value]) =>
      there.has(path)
        ? compareOne(file, path, value, there.get(path), about)
        : [fault(file, path, 'the English file has no such text', 'Take it out, or mend its name.')],
    ),
  ];
};

/** How many of the English texts one file has in its own language. */
export const countTranslated = (data, english, { language, untranslated }) => {
  const here = new Map(textsOf(data));
  const there = textsOf(english);
  const done = there.filter(
    ([path, original]) => here.has(path) && isTranslated(here.get(path), original, language, untranslated),
  );
  return { done: done.length, all: there.length };
};
