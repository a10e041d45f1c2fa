/** `npm run new:language`: all files of a language, in English, to be translated. */
import { filesOfLanguage, languagesOf } from '../knowledge/languages.mjs';
import { asForms, isForms, textsOf } from '../knowledge/texts.mjs';

export const options = [];

export const usage = ({ files }) => `Adds a language: a copy of every English text, to be translated.

  npm run new:language -- nl

Needed:
  the tag   as in BCP 47: pl, pt-BR, zh-Hant; not one of: ${languagesOf(files).join(', ')}`;

/** English words in the places of the language: a text that counts gets the language's own forms. */
const copyFor = (language, tree) =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value
        : isForms(value)
          ? asForms(language, value)
          : copyFor(language, value),
    ]),
  );

/** What is wrong with a tag; null for one that can be used. */
const tagFault = (tag, files) => {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical !== tag) return `Write the tag as ${canonical}.`;
    if (Intl.PluralRules.supportedLocalesOf(tag).length === 0)
      return `"${tag}" has no plural rules here. Is it a language?`;
  } catch {
    return `"${tag}" is no language tag. Write it as in BCP 47: nl, pt-BR, zh-Hant.`;
  }
  return languagesOf(files).includes(tag)
    ? `There is a language "${tag}" already: src/knowledge/words/${tag}.`
    : null;
};

/** See `run`. */
export const make = (knowledge, { words: [tag, ...more] }) => {
  if (tag === undefined) return { missing: ['the tag'] };
  if (more.length > 0) return { refused: [`One language at a time: what is ${more.join(' ')}?`] };
  const wrong = tagFault(tag, knowledge.files);
  if (wrong !== null) return { refused: [wrong] };
  const files = new Map(
    filesOfLanguage(tag, knowledge).map(({ file, english }) => [
      file,
      copyFor(tag, knowledge.files.get(english)),
    ]),
  );
  const texts = [...files.values()].reduce((sum, tree) => sum + textsOf(tree).length, 0);
  return {
    files,
    next: [
      `Translate ${texts} texts in ${files.size} files; docs/translating.md says how.`,
      'npm run index:knowledge: the language is then loaded when somebody asks for it.',
      'npm run check:knowledge: names what is still English, and prints how much is done.',
    ],
  };
};
