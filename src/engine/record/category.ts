/**
 * Words by which services sort their failures: `NoMailbox`, `invalid_domain`, `preblocked`. They mean the same
 * wherever they stand, and count where the answer itself tells nothing.
 */
import logs from '../../knowledge/logs.json';
import type { CauseId, VariantId } from '../../knowledge/records';

export interface Category {
  cause: CauseId;
  /** Its exact meaning, where the word tells it: `Quarantined`. */
  variant?: VariantId;
}

const CATEGORIES = new Map(
  Object.entries(logs.categories).flatMap(([name, words]) => {
    const category = named(name);
    return words.map((word) => [word, category] as const);
  }),
);

/** @param name `spam-content`, or `spam-content.quarantined` for a variant */
function named(name: string): Category {
  const [cause = '', variant] = name.split('.');
  return variant === undefined ? { cause: cause as CauseId } : { cause: cause as CauseId, variant };
}

const SERVICE_CODES = new Map(Object.entries(logs.serviceCodes).map(([code, name]) => [code, named(name)]));

/** Numbers of a service's own, where others write the code of a server: Mailgun's `605`. */
export const categoryOfCode = (code: string): Category | null => SERVICE_CODES.get(code.trim()) ?? null;

/** `dropped: NoMailbox`, `Could not send mail: invalid_domain`, `… | blocked | preblocked`: a category stands last. */
const LAST_PART = /(?:^|[:|,;=\t>-])[ \t]{0,4}([\p{L}_ -]{3,60})[\s."')]{0,4}$/u;

/** @param text a line, or an answer with words around it */
export const categoryAtEnd = (text: string): Category | null =>
  categoryOf(LAST_PART.exec(text.slice(-MAX_END))?.[1] ?? '');
const MAX_END = 100;

/** @param value the whole of a field: a word or two, no sentence */
export const categoryOf = (value: string): Category | null =>
  value.length > 60 ? null : (CATEGORIES.get(value.toLowerCase().replace(/[^\p{L}]+/gu, '')) ?? null);
