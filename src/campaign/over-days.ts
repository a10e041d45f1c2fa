/** When people bounced, and for what: counts for each day, hour, month or year, whichever fits the data. */
import { failedIn, type Overview } from './things-to-do';
import type { Row } from './row';

export type TimeUnit = 'hour' | 'day' | 'month' | 'year';

export interface Timeline {
  unit: TimeUnit;
  /** Root causes, the commonest first; null stands for all others. */
  series: (string | null)[];
  /** None is left out between the first and the last. */
  buckets: { start: string; counts: number[] }[];
}

/** Causes with a colour of their own. */
const MAX_SERIES = 5;
/** Spans of time that are still read at a glance. */
const MAX_BUCKETS: readonly (readonly [TimeUnit, number])[] = [
  ['hour', 48],
  ['day', 62],
  ['month', 60],
  ['year', 100],
];
/** Characters of an ISO time that name the hour, day, month, year. */
const LENGTH: Readonly<Record<TimeUnit, number>> = { hour: 13, day: 10, month: 7, year: 4 };

/** @returns null where no bounce bears a time */
export function timelineOf(overview: Pick<Overview, 'things' | 'waiting'>): Timeline | null {
  const all = [...overview.things, ...overview.waiting].sort((a, b) => b.rows.length - a.rows.length);
  const named = all.length <= MAX_SERIES + 1 ? all : all.slice(0, MAX_SERIES);
  const place = new Map(named.map(({ rootCause }, at) => [rootCause, at]));
  let first: string | null = null;
  let last = '';
  for (const row of failedIn(overview)) {
    const time = timeOf(row);
    if (time === null) continue;
    if (first === null || time < first) first = time;
    if (time > last) last = time;
  }
  if (first === null) return null;
  const series = [...named.map(({ rootCause }) => rootCause), ...(named.length < all.length ? [null] : [])];
  for (const [unit, most] of MAX_BUCKETS) {
    const starts = startsOf(first, last, unit, most);
    if (!starts) continue;
    const buckets = starts.map((start) => ({ start, counts: series.map(() => 0) }));
    const byStart = new Map(buckets.map(({ start, counts }) => [start, counts]));
    for (const row of failedIn(overview)) {
      const counts = byStart.get(timeOf(row)?.slice(0, LENGTH[unit]) ?? '');
      const at = place.get(row.rootCause) ?? series.length - 1;
      if (counts) counts[at] = (counts[at] ?? 0) + 1;
    }
    return { unit, series, buckets };
  }
  return null;
}

/** Null, too, for a year of more than four digits: a mail may bear any date, and times are compared as texts. */
function timeOf({ lastSeen, firstSeen }: Row): string | null {
  const time = lastSeen ?? firstSeen;
  return time !== null && /^\d/.test(time) ? time : null;
}

/** @returns null where there are too many of them */
function startsOf(first: string, last: string, unit: TimeUnit, most: number): string[] | null {
  const length = LENGTH[unit];
  const end = last.slice(0, length);
  const starts: string[] = [];
  for (
    let at = new Date(isoOf(first.slice(0, length)));
    at.toISOString().slice(0, length) <= end;
    step(at, unit)
  ) {
    if (starts.length >= most) return null;
    starts.push(at.toISOString().slice(0, length));
  }
  return starts;
}

/** `2026-11` → `2026-11-01T00:00:00Z` */
export const isoOf = (start: string): string => start + '0000-01-01T00:00:00Z'.slice(start.length);

function step(at: Date, unit: TimeUnit): void {
  if (unit === 'hour') at.setUTCHours(at.getUTCHours() + 1);
  else if (unit === 'day') at.setUTCDate(at.getUTCDate() + 1);
  else if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
  else at.setUTCFullYear(at.getUTCFullYear() + 1);
}
