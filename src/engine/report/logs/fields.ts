/** What a field or a column is called, in the words of logs, exports and sending services. */
import logs from '../../../knowledge/logs.json';

export type FieldKind = keyof typeof logs.fields;

/**
 * Is a field of this kind? Case, blanks and marks in its name do not count: `Target User`, `rcpt_to`; of a path, its
 * end may be the name: `delivery-status.message`.
 */
export function isField(name: string, kind: FieldKind): boolean {
  const names = NAMES.get(kind);
  return Boolean(names?.has(plainName(name)) || names?.has(plainName(name.slice(name.lastIndexOf('.') + 1))));
}

/** Does a field hold what was said of the delivery? Words of any other, such as a subject, decide no cause. */
export const isSaid = (name: string): boolean =>
  SAYING.some((kind) => isField(name, kind)) && !isOfMail(name);
const SAYING: readonly FieldKind[] = ['state', 'answer', 'replyCode', 'status', 'category'];

/** Does a field tell which mail it is, of whom, of which campaign? */
export const isOfMail = (name: string): boolean => OF_MAIL.some((kind) => isField(name, kind));
const OF_MAIL: readonly FieldKind[] = ['label', 'message', 'number', 'sender'];

/** Is a field of any kind that matters here? */
export const isKnown = (name: string) => [...NAMES.keys()].some((kind) => isField(name, kind));

/** `Target User`, `rcpt_to` → `targetuser`, `rcptto` */
export const plainName = (name: string): string =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');

const NAMES = new Map<FieldKind, ReadonlySet<string>>(
  Object.entries(logs.fields).map(([kind, names]) => [kind as FieldKind, new Set(names.map(plainName))]),
);
