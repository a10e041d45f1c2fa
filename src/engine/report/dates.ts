/**
 * A mail's date as ISO 8601 in UTC.
 * @returns null where there is none or it cannot be read
 */
export function isoDate(value: string | null): string | null {
  if (value === null) return null;
  return usualDate(value) ?? otherDate(value);
}

/** `Thu, 26 Nov 2026 08:02:44 +0000`, as nearly every mail has it: `Date.parse` takes three times as long. */
const USUAL =
  /^(?:[A-Z][a-z]{2}, {1,2})?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)(?: \([^()]{0,40}\))?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function usualDate(value: string): string | null {
  const found = USUAL.exec(value);
  if (!found) return null;
  const [, day, name = '', year, hour, minute, second, sign, zoneHour, zoneMinute] = found;
  const month = MONTHS.indexOf(name);
  // What is out of range is left to the other way, which knows what to refuse.
  if (month < 0 || Number(day) < 1 || Number(day) > 28 || Number(hour) > 23) return null;
  if (Number(minute) > 59 || Number(second) > 59 || Number(zoneHour) > 23 || Number(zoneMinute) > 59)
    return null;
  if (Number(year) < 1000) return null;
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1);
  const minutes = Number(hour) * 60 + Number(minute) - zone;
  // Most stay on their day, and need no calendar.
  if (minutes >= 0 && minutes < DAY)
    return `${year}-${twoDigits(month + 1)}-${twoDigits(Number(day))}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${second}.000Z`;
  return new Date(Date.UTC(Number(year), month, Number(day), 0, minutes, Number(second))).toISOString();
}

/** In minutes. */
const DAY = 1440;
const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`);

function otherDate(value: string): string | null {
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
