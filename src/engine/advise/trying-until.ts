/**
 * Until when the server goes on by itself, as a report of a delay says it:
 *
 *     Will-Retry-Until: Thu, 26 Nov 2026 09:00:00 +0000                       RFC 3464
 *     … will keep trying to deliver this message for the next 1 days, 19 hours  Exchange
 *     Gmail will retry for 45 more hours                                        Gmail
 *     Will keep trying until message is 5 days old                              Sendmail
 *     It will be retried until it is 5 day(s) old                               Postfix
 */
import { isStatusType, type Message } from '../mail/message';
import { isoDate } from '../report/dates';
import type { Report } from '../report/read-report';

const FIELD = /^[ \t]{0,8}will-retry-until:[ \t]{0,8}(\S[^\r\n]{0,80})/im;
const FOR =
  /\b(?:keep trying|will (?:be )?retr(?:y|ied))\b[^.\n]{0,60}?\bfor (?:the next |another )?(\d[^.\n]{0,60})/i;
const OLD =
  /\b(?:trying|retried)\b[^.\n]{0,40}?\buntil (?:it|(?:the |your )?message) is (\d[^.\n]{0,30}?) old\b/i;
/** How old it is already, where the returned mail has no date. */
const PAST = /(?:undelivered after|not be delivered for (?:more than|the past)|for past) (\d[^.\n]{0,30})/i;

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

/** `1 days, 19 hours and 56 minutes` in milliseconds; null where no length of time is named. */
function lengthOf(words: string | undefined): number | null {
  const parts = [...(words ?? '').matchAll(/\b(\d{1,4}) ?(?:more )?(minute|hour|day)/gi)];
  const total = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * MS[(unit ?? '').toLowerCase() as keyof typeof MS],
    0,
  );
  return total > 0 && total <= MOST ? total : null;
}
