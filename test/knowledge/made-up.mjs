/** A language made up from English, so that the checks of a language can be tested without a translation. */
import { asForms, isForms } from '../../scripts/knowledge/texts.mjs';

const isEnglish = (file) => /^(words\/en\/|causes\/[^/]+\/en\.json$)/.test(file);

/** Every Latin letter but those of {names} and of `kept` is written as one that English does not have. */
const madeUp = (text, alphabet, kept) =>
  text.replace(new RegExp(`\\{[^}]*\\}|${kept.join('|')}|[A-Za-z]`, 'g'), (piece) =>
    piece.length > 1 ? piece : alphabet[piece.toLowerCase().charCodeAt(0) % alphabet.length],
  );

const translate = (value, language, alphabet, kept) => {
  if (typeof value === 'string') return madeUp(value, alphabet, kept);
  const forms = isForms(value) ? asForms(language, value) : value;
  return Object.fromEntries(
    Object.entries(forms).map(([key, inner]) => [key, translate(inner, language, alphabet, kept)]),
  );
};

/** Names of several words, such as "View Report": no translation may lose them. */
const namesOf = ({ untranslated }) =>
  untranslated.flatMap(({ language, text }) => (language === null && text.includes(' ') ? [text] : []));

/** The edits that add the language to the knowledge: all of its files, and no rules for its words. */
export const addLanguage = (knowledge, language, alphabet) => [
  ...[...knowledge.files.keys()].filter(isEnglish).map((file) => ({
    file: file.replace('words/en/', `words/${language}/`).replace('/en.json', `/${language}.json`),
    path: [],
    value: translate(knowledge.files.get(file), language, alphabet, namesOf(knowledge)),
  })),
  { file: `style/${language}.json`, path: [] },
];
