/**
 * A mail's date as ISO 8601 in UTC.
 * @returns null where there is none or it cannot be read
 */
export function isoDate(value: string | null): string | null {
  if (value === null) return null;
  // Comments such as `(CET)` confuse some engines.
  const whole = value.slice(0, 100);
  const date = (whole.includes('(') ? whole.replace(/\([^()]{0,40}\)/g, '') : whole).trim();
  // Engines make a date of almost anything that holds a number.
  if (!SHAPE.test(date)) return null;
  // Without a zone, the reader's machine would decide what it means.
  const zoned = ZONE.test(date)
    ? date
    : /^\d{4}-\d\d-\d\d/.test(date)
      ? `${date.replace(' ', 'T')}Z`
      : `${date} UTC`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** RFC 5322, asctime, ISO 8601. */
const SHAPE =
  /^(?:[A-Za-z]{3,9}\.?,?\s{0,3})?(?:\d{1,2}[ -][A-Za-z]{3,9}[ -,]{1,2}\d{2,4}|[A-Za-z]{3,9}\s{1,2}\d{1,2},?\s|\d{4}-\d\d-\d\d)/;
const ZONE = /(?:[+-]\d\d:?\d\d|\b(?:UTC?|GMT|[ECMP][SD]T)|\dZ)$/i;
