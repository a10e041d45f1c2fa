/** Texts by key, in the language asked for. */
import { languages } from '../../knowledge';
import type { Words, WordTree } from '../../knowledge/records';
import type { Text } from '../explanation';

/**
 * @param language BCP 47; a language that we do not have is answered in English
 */
export async function loadWords(language: string): Promise<Words> {
  const wanted = language.toLowerCase();
  const load = [wanted, wanted.split('-')[0] ?? '', 'en'].flatMap((tag) =>
    Object.hasOwn(languages, tag) ? (languages[tag] ?? []) : [],
  )[0];
  if (!load) throw new Error('the knowledge has no English words');
  return load();
}

/**
 * Puts a text into words. A value that is not known is replaced by the words for "this address" and the
 * like; a key that has no words is shown itself, so that a gap is seen and not a blank.
 *
 * @example say(words, { key: 'causes.mailbox-full.sentence', values: { address: 'user@example.com' } })
 */
export function say(words: Words, { key, values }: Text): string {
  const template = lookUp(words, key);
  if (template === null) return key;
  return template.replace(
    /\{([a-zA-Z]{1,30})\}/g,
    (whole, name: string) =>
      (Object.hasOwn(values, name) && values[name]) || (lookUp(words, `engine.fallback.${name}`) ?? whole),
  );
}

function lookUp(words: Words, key: string): string | null {
  let place: unknown = words;
  for (const name of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return null;
    place = (place as WordTree)[name];
  }
  return typeof place === 'string' ? place : null;
}
