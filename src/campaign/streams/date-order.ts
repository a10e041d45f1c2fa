/**
 * `05/11/2026` is the fifth of November or May 11: one program writes all dates of a table alike, so another row may tell.
 *
 *     05/11/2026 14:03      ← either
 *     27/11/2026 14:03      ← no month is the 27th
 */
const DATE = /(?<![\d/-])(\d{1,2})[-/](\d{1,2})[-/]\d{4}(?!\d)/g;
/** Characters that are searched, as many as shapes are told from. */
const MAX_SEARCHED = 64 * 1024;

/** Do dates stand in the text that begin with a day, and none that begin with a month? */
export function beginsWithDay(text: string): boolean {
  const dates = [...text.slice(0, MAX_SEARCHED).matchAll(DATE)];
  return dates.some(([, first]) => Number(first) > 12) && !dates.some(([, , second]) => Number(second) > 12);
}

/** `05/11/2026` → `05.11.2026`, which everybody reads with the day first. */
export const withDayFirst = (cell: string): string =>
  cell.replace(/^(\W{0,3}\d{1,2})[-/](\d{1,2})[-/](?=\d{4}(?!\d))/, '$1.$2.');
