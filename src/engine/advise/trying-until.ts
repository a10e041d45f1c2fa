/**
 * Until when the server goes on by itself, as a report of a delay says it:
 *
 *     Will-Retry-Until: Thu, 26 Nov 2026 09:00:00 +0000                       RFC 3464
 *     … will keep trying to deliver this message for the next 1 days, 19 hours  Exchange
 *     Gmail will retry for 45 more hours                                        Gmail
 *     Will keep trying until message is 5 days old                              Sendmail
 *     It will be retried until it is 5 day(s) old                               Postfix
 */
import data from '../../knowledge/delays.json';
import { isStatusType, type Message } from '../mail/message';
import { isoDate } from '../report/dates';
import type { Report } from '../report/read-report';
import { alternatives } from '../words/whole-words';

const FIELD = /^[ \t]{0,8}will-retry-until:[ \t]{0,8}(\S[^\r\n]{0,80})/im;
const SOME_WORDS = '[^.\\n]{0,60}?';
const FOR = new RegExp(`\\b(?:${alternatives(data.goesOnFor, SOME_WORDS)}) (\\d[^.\\n]{0,60})`, 'i');
const OLD = new RegExp(
  `\\b(?:${alternatives(data.goesOnUntil, SOME_WORDS)}) (\\d[^.\\n]{0,30}?) (?:${alternatives(data.old)})\\b`,
  'i',
);
/** How old it is already, where the returned mail has no date. */
const PAST = new RegExp(`(?:${alternatives(data.waitedFor)}) (\\d[^.\\n]{0,30})`, 'i');

const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
/** A server that says more than this says nothing that an admin can wait for. */
const MOST = 30 * MS.day;
/** The words stand at the top of a report. */
const READ = 20_000;

/** @param bouncedAt when the report was made, ISO 8601 */
export function tryingUntil(message: Message, report: Report, bouncedAt: string | null): string | null {
  const fields = message.parts.filter(({ mediaType }) => isStatusType(mediaType)).map(({ text }) => text);
  const prose = report.prose.slice(0, READ);
  for (const text of [...fields, prose]) {
    const stated = isoDate(FIELD.exec(text.slice(0, READ))?.[1] ?? null);
    if (stated !== null) return stated;
  }
  const plain = prose.replace(/\s+/g, ' ');
  const more = lengthOf(FOR.exec(plain)?.[1]);
  if (more !== null && bouncedAt !== null) return after(bouncedAt, more);
  const age = lengthOf(OLD.exec(plain)?.[1]);
  if (age === null) return null;
  if (report.original.date !== null) return after(report.original.date, age);
  const past = lengthOf(PAST.exec(plain)?.[1]);
  return bouncedAt !== null && past !== null && past < age ? after(bouncedAt, age - past) : null;
}

const after = (time: string, ms: number) => new Date(Date.parse(time) + ms).toISOString();

const UNITS = Object.entries(data.units) as [keyof typeof MS, string[]][];
const LENGTH = new RegExp(
  `\\b(\\d{1,4}) ?(?:(?:${alternatives(data.more)}) )?(${alternatives(UNITS.flatMap(([, names]) => names))})`,
  'gi',
);

/** `1 days, 19 hours and 56 minutes` in milliseconds; null where no length of time is named. */
function lengthOf(words: string | undefined): number | null {
  const total = [...(words ?? '').matchAll(LENGTH)].reduce(
    (sum, [, count, name = '']) => sum + Number(count) * msOf(name.toLowerCase()),
    0,
  );
  return total > 0 && total <= MOST ? total : null;
}

const msOf = (name: string) => {
  const unit = UNITS.find(([, names]) => names.includes(name))?.[0];
  return unit === undefined ? 0 : MS[unit];
};
