/** Texts by key, in the language asked for. */
import { languages } from '../../knowledge/generated/start';
import type { CauseWords, Language, Words, WordTree } from '../../knowledge/records';
import type { Text } from '../explanation';
import { directionOf, isolate, isolateLatin } from './direction';
import { numberFormat, pluralRules } from './formats';

/** Every language has its place in the index; this one is complete by definition. */
const ENGLISH = 'en';

export type WordPart = keyof Language;

const ALL: readonly WordPart[] = ['start', 'answers', 'command'];

/** The tags of all languages that there are words in. */
export const languageTags = (): string[] => Object.keys(languages);

/**
 * @param language BCP 47; `de-AT` is answered in `de` where there is no `de-AT`, and a language that we do
 *   not have, or that does not arrive, in English
 * @param parts what is needed: the panel starts with `start`, and asks for `answers` as soon as there is a message
 * @param causes of `answers`: the causes that words are needed of; without it, those of all
 */
export async function loadWords(
  language: string,
  parts: readonly WordPart[] = ALL,
  causes?: readonly string[],
): Promise<Words> {
  const load = async (tag: string): Promise<Words> => {
    const found = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
    if (!found) throw new Error(`the knowledge has no words in ${tag}`);
    const none: Words = { language: tag, engine: {}, panel: {}, help: {}, cli: {}, campaign: {}, causes: {} };
    return Object.assign(none, ...(await Promise.all(parts.map((part) => partOf(found, part, causes)))));
  };
  const tag = languageFor(language);
  if (tag === ENGLISH) return load(tag);
  return load(tag).catch(() => load(ENGLISH));
}

async function partOf(
  language: Language,
  part: WordPart,
  causes?: readonly string[],
): Promise<Partial<Words>> {
  if (part !== 'answers') return language[part]();
  const { help, causes: all } = await language.answers();
  const wanted = (causes ?? Object.keys(all)).filter((id) => Object.hasOwn(all, id));
  const loaded = await Promise.all(
    wanted.map(async (id): Promise<[string, CauseWords][]> => {
      const words = await all[id]?.();
      return words ? [[id, words]] : [];
    }),
  );
  return { help, causes: Object.fromEntries(loaded.flat()) };
}

/** Loads the words of all causes, one after the other: an answer that needs one meanwhile waits for one at most. */
export async function loadCausesAhead(language: string): Promise<void> {
  const answers = await languages[languageFor(language)]?.answers();
  for (const load of Object.values(answers?.causes ?? {})) await load();
}

/** The language of the list that serves best: the tag itself, or shortened from its end, or English. */
export function languageFor(language: string, known = languageTags()): string {
  const parts = language.toLowerCase().split('-').slice(0, 8);
  for (; parts.length > 0; parts.pop()) {
    const tag = parts.join('-');
    const found = known.find((name) => name.toLowerCase() === tag);
    if (found !== undefined) return found;
  }
  return ENGLISH;
}

/** Values that are whole numbers. `count` also chooses among the plural forms of a text. */
const NUMBERS = ['count', 'causes', 'size', 'told', 'silent', 'line', 'rate'];

/** Values in bytes. */
const SIZES: ReadonlySet<string> = new Set(['emailSize', 'sizeLimit']);

/** Brackets around a value, and what stands in them beside it: ` (alıcı: {address})`. */
const BRACKETS = / \([^(){}]*\{([a-zA-Z]{1,30})\}[^(){}]*\)/g;
/** Values that go with their brackets where they are not known: "the group (this address)" says nothing. */
const LEFT_OUT: ReadonlySet<string> = new Set(['address', 'domain']);

/**
 * Puts a text into words. A value that is not known is replaced by the words for "this address" and the
 * like, or left out with the brackets in which it stands. A key that has no words is shown itself, so that a
 * gap is seen and not a blank. In a language that is written from the right, each value is isolated, so that
 * an address or a code keeps its own order.
 *
 * @param locale of numbers and sizes: the reader's own region, `de-AT`
 * @example say(words, { key: 'causes.mailbox-full.sentence', values: { address: 'user@example.com' } })
 */
export function say(words: Words, { key, values, several = false }: Text, locale = words.language): string {
  const text = lookUp(words, several ? ofSeveral(words, key) : key, values.count);
  if (text === null) return key;
  const fromRight = directionOf(words.language) === 'rtl';
  const fill = (name: string): string | null => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!value) return lookUp(words, `engine.fallback.${several && name === 'address' ? 'addresses' : name}`);
    const shown = NUMBERS.includes(name)
      ? asNumber(value, locale)
      : SIZES.has(name)
        ? asSize(value, locale)
        : value;
    return fromRight ? isolate(shown) : shown;
  };
  // Split at the placeholders, so that every second piece is the name of one.
  return text
    .replace(BRACKETS, (whole, name: string) =>
      LEFT_OUT.has(name) && !values[name] && !several ? '' : whole,
    )
    .split(/\{([a-zA-Z]{1,30})\}/)
    .map((piece, at) =>
      at % 2 === 1 ? (fill(piece) ?? `{${piece}}`) : fromRight ? isolateLatin(piece) : piece,
    )
    .join('');
}

const asNumber = (value: string, language: string): string =>
  /^\d{1,15}$/.test(value) ? numberFormat(language).format(Number(value)) : value;

const MEGABYTE = 1024 * 1024;

/** `36.3 MB`: as mail systems count, whose settings the reader compares it with. */
const asSize = (bytes: string, language: string): string =>
  numberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    Math.max(0.1, Number(bytes) / MEGABYTE),
  );

/** `causes.x.sentence`, `causes.x.variants.y.sentence` */
const SENTENCE = '.sentence';

const besideSentence = (key: string, name: string): string =>
  key.endsWith(SENTENCE) ? key.slice(0, -SENTENCE.length) + name : key;

/** `causes.x.several` for `causes.x.sentence`, where it has words: "None of these addresses has a mailbox". */
function ofSeveral(words: Words, key: string): string {
  const several = besideSentence(key, '.several');
  return textAt(words, several, undefined) === null ? key : several;
}

/** A sentence as its reader tells it to others: with "our", where it speaks of what is theirs. */
export function asTold(words: Words, text: Text): Text {
  const key = besideSentence(text.key, '.told');
  return textAt(words, key, undefined) === null ? text : { ...text, key };
}

/** What a variant does not say, its cause says: `causes.x.variants.y.resend` is `causes.x.resend` then. */
const OF_VARIANT = /^(causes\.[^.]+)\.variants\.[^.]+/;

function lookUp(words: Words, key: string, count?: string): string | null {
  return (
    textAt(words, key, count) ??
    (OF_VARIANT.test(key) ? textAt(words, key.replace(OF_VARIANT, '$1'), count) : null)
  );
}

function textAt(words: Words, key: string, count: string | undefined): string | null {
  let place: unknown = words;
  for (const name of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return null;
    place = (place as WordTree)[name];
  }
  if (typeof place === 'object' && place !== null)
    place = pluralForm(place as WordTree, words.language, count);
  return typeof place === 'string' ? place : null;
}

/** `{ "one": …, "other": … }`: the form that the language uses for this number. */
function pluralForm(forms: WordTree, language: string, count: string | undefined): unknown {
  if (!Object.hasOwn(forms, 'other')) return null;
  const category = pluralRules(language).select(Number(count));
  return Object.hasOwn(forms, category) ? forms[category] : forms.other;
}
