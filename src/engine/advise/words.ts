/** Texts by key, in the language asked for. */
import { languages } from '../../knowledge';
import type { Language, Words, WordTree } from '../../knowledge/records';
import type { Text } from '../explanation';

export type WordPart = keyof Language;

const ALL: readonly WordPart[] = ['start', 'answers', 'command'];

/**
 * @param language BCP 47; a language that we do not have is answered in English
 * @param parts what is needed: the panel starts with `start`, and asks for `answers` with the first bounce
 */
export async function loadWords(language: string, parts: readonly WordPart[] = ALL): Promise<Words> {
  const tag = languageFor(language);
  const found = languages[tag];
  if (!found) throw new Error('the knowledge has no English words');
  const none: Words = { language: tag, engine: {}, panel: {}, help: {}, cli: {}, causes: {} };
  return Object.assign(none, ...(await Promise.all(parts.map((part) => found[part]()))));
}

/** The tags of all languages that there are words in. */
export const languageTags = (): string[] => Object.keys(languages);

/** The language of ours that is nearest to the one asked for. */
export function languageFor(language: string): string {
  const wanted = language.toLowerCase();
  const known = languageTags();
  const find = (tag: string) => known.find((one) => one.toLowerCase() === tag);
  return find(wanted) ?? find(wanted.split('-')[0] ?? '') ?? 'en';
}

/**
 * Puts a text into words. A value that is not known is replaced by the words for "this address" and the
 * like; a key that has no words is shown itself, so that a gap is seen and not a blank.
 *
 * @example say(words, { key: 'causes.mailbox-full.sentence', values: { address: 'user@example.com' } })
 */
export function say(words: Words, { key, values }: Text): string {
  const template = lookUp(words, key, values.count);
  if (template === null) return key;
  return template.replace(
    /\{([a-zA-Z]{1,30})\}/g,
    (whole, name: string) =>
      (Object.hasOwn(values, name) && values[name]) || (lookUp(words, `engine.fallback.${name}`) ?? whole),
  );
}

function lookUp(words: Words, key: string, count?: string): string | null {
  let place: unknown = words;
  for (const name of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return null;
    place = (place as WordTree)[name];
  }
  if (typeof place === 'string') return place;
  return isPlural(place) ? (place[formOf(words.language, count)] ?? place.other) : null;
}

/** A text in several forms, by the language's own rules: `{ "one": "…", "other": "…" }`. */
const isPlural = (place: unknown): place is Record<string, string> & { other: string } =>
  typeof place === 'object' && place !== null && Object.hasOwn(place, 'other');

function formOf(language: string, count: string | undefined): string {
  return new Intl.PluralRules(language).select(Number(count ?? NaN));
}
