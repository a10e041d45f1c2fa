/** What became of a mail, and what a field is called, in the words of logs, exports and sending services. */
import logs from '../../../knowledge/logs.json';
import type { Action } from '../../explanation';

export type FieldKind = keyof typeof logs.fields;

/** Words of a state, whole ones: `Bounced`, `email.bounced`, `HardBounce`, never `reported`. */
const wholeWords = (words: readonly string[]) =>
  new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu');

/** In the order in which they are looked for: "delivery failed" has failed, "delivery delayed" is delayed. */
const STATES: readonly (readonly [Action, RegExp])[] = [
  ['delayed', wholeWords(logs.outcomes.delayed)],
  ['failed', wholeWords(logs.outcomes.failed)],
  ['delivered', wholeWords(logs.outcomes.delivered)],
];
/** Of a state, which is a word or two. */
const MAX_STATE = 200;

/**
 * @param state a state or the name of an event, no sentence
 * @returns null where it says nothing of what became of the mail (`accepted`, `processed`)
 */
export function outcomeOf(state: string): Action | null {
  const words = state.slice(0, MAX_STATE);
  return STATES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const NAMES = new Map<FieldKind, ReadonlySet<string>>(
  Object.entries(logs.fields).map(([kind, names]) => [kind as FieldKind, new Set(names)]),
);

/**
 * Is a field of this kind? Case, blanks and marks in its name do not count: `Target User`, `rcpt_to`; of a path, its
 * end may be the name: `delivery-status.message`.
 */
export function isField(name: string, kind: FieldKind): boolean {
  const names = NAMES.get(kind);
  return Boolean(names?.has(plainName(name)) || names?.has(plainName(name.slice(name.lastIndexOf('.') + 1))));
}

/** Is a field of any kind that matters here? */
export const isKnown = (name: string) => [...NAMES.keys()].some((kind) => isField(name, kind));

const plainName = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
