/**
 * Words by which services sort their failures: `NoMailbox`, `invalid_domain`, `preblocked`. They mean the same
 * wherever they stand, and count where the answer itself tells nothing.
 */
import logs from '../../knowledge/logs.json';
import type { CauseId } from '../../knowledge/records';

const CATEGORIES = new Map(
  Object.entries(logs.categories).flatMap(([cause, words]) =>
    words.map((word) => [word, cause as CauseId] as const),
  ),
);

/** @param value the whole of a field: a word or two, no sentence */
export const categoryOf = (value: string): CauseId | null =>
  value.length > 60 ? null : (CATEGORIES.get(value.toLowerCase().replace(/[^\p{L}]+/gu, '')) ?? null);
