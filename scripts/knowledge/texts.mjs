/** The texts of a tree of words. A text that counts may have several forms: `{ "one": …, "other": … }`. */

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

const isTree = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** True for the forms of one text; a section of texts never has these names only. */
export const isForms = (value) =>
  isTree(value) && 'other' in value && Object.keys(value).every((name) => CATEGORIES.includes(name));

/** A tree as a list of `[path, value]`: a text, its forms, or whatever stands there instead of a text. */
export const textsOf = (tree, path = '') =>
  Object.entries(tree ?? {}).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return isTree(value) && !isForms(value) ? textsOf(value, at) : [[at, value]];
  });

/** One value as `[path, string]`, a form a line. */
export const stringsOf = (path, value) =>
  isForms(value) ? Object.entries(value).map(([form, text]) => [`${path}.${form}`, text]) : [[path, value]];

/**
 * The forms that a language has by Intl.PluralRules: `known` are all of them, `needed` those that the
 * numbers from 1 to 200 meet, since nothing here counts millions.
 */
export const formsOf = (language) => {
  const rules = new Intl.PluralRules(language);
  const small = Array.from({ length: 200 }, (_, at) => rules.select(at + 1));
  return { known: rules.resolvedOptions().pluralCategories, needed: [...new Set([...small, 'other'])] };
};

/** Those forms of a text, each with the given words: the start of a translation. */
export const asForms = (language, forms) =>
  Object.fromEntries(formsOf(language).needed.map((form) => [form, forms[form] ?? forms.other]));
