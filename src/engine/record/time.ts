/**
 * When a line of a log was written. Only order counts, so a time without a day or a year is as good as a whole one,
 * as long as all lines of a log write theirs alike.
 *
 *     2026-11-23T09:12:00.214Z …      Oct 13 04:44:02 …      10:44 …      1791011022
 */

/** A day as a number that grows with it, and the time of that day; either may be missing. */
const ISO = /^\W{0,3}(\d{4})[-/.](\d\d)[-/.](\d\d)(?:[T ,]{1,2}(\d\d):(\d\d)(?::(\d\d))?)?/;
const SYSLOG = /^\W{0,3}(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d)(?::(\d\d))?/;
const CLOCK = /^\W{0,3}(\d\d?):(\d\d)(?::(\d\d))?(?![\d:])/;
const SECONDS = /^(\d{10})(?:\d{3})?(?:\.\d{1,6})?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Characters in which a time begins. */
const MAX_LEAD = 60;

const seconds = (hour = '0', minute = '0', second = '0') =>
  Number(hour) * 3600 + Number(minute) * 60 + Number(second);

/** @returns a number that grows with the time; null where the text begins with none */
export function timeAtStart(text: string): number | null {
  const lead = text.slice(0, MAX_LEAD);
  const iso = ISO.exec(lead);
  if (iso) return Number(`${iso[1]}${iso[2]}${iso[3]}`) * DAY + seconds(iso[4], iso[5], iso[6]);
  const syslog = SYSLOG.exec(lead);
  const month = MONTHS.indexOf(syslog?.[1] ?? '');
  if (syslog && month >= 0)
    return (month * 100 + Number(syslog[2])) * DAY + seconds(syslog[3], syslog[4], syslog[5]);
  const clock = CLOCK.exec(lead);
  if (clock) return seconds(clock[1], clock[2], clock[3]);
  const epoch = SECONDS.exec(lead.trim());
  return epoch ? Number(epoch[1]) : null;
}

/** In seconds. */
const DAY = 86_400;

/**
 * Items in the order of their times, the earliest first. A list that is written newest first is turned; where a time
 * is missing, the order stays.
 */
export function inOrderOfTime<T extends { time: number | null }>(items: readonly T[]): readonly T[] {
  const times = items.map(({ time }) => time);
  if (!times.every((time) => time !== null)) return items;
  const [first, last] = [times[0], times.at(-1)];
  const forward =
    first !== undefined && last !== undefined && first > last ? [...items].reverse() : [...items];
  return forward.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
}
