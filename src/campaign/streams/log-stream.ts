/**
 * A log of any length → its records. Lines about one message stand together, with others between them: they are
 * gathered by the number of the message, as long as it is not too far.
 *
 *     postfix/cleanup[7]: 4F1A2B: message-id=<1@example.org>
 *     postfix/smtp[9]: 4F1A2B: to=<user@example.com>, …, status=deferred (…)
 *     postfix/smtp[9]: 4F1A2B: to=<user@example.com>, …, status=bounced (…)
 *     postfix/qmgr[8]: 4F1A2B: removed
 */
import { QUEUE_ID } from '../../engine/report/logs/server-lines';
import { eventsOf } from './json-answer';
import type { Line } from './lines';
import { type Found, type LeftOut, pieceOf } from './piece';

/** Messages whose lines are waited for at the same time. */
const MAX_OPEN = 1000;
/** Lines and characters of one message; what follows begins a new record of the same message. */
const MAX_GROUP_LINES = 200;
const MAX_GROUP_LENGTH = 64 * 1024;
/** Lines without an address behind one that names somebody: a trace, the answer on a line of its own. */
const MAX_FOLLOWING = 5;

/** qmail numbers its deliveries; another line says what became of one. */
const QMAIL_DELIVERY = /\b(?:starting )?(delivery \d{1,12}):? /;
/** The last line about a message. */
const LAST_LINE = /: removed$| Completed(?: |$)|\bdelivery \d{1,12}: (?:success|failure|deferral): /;
/** A line that says itself what became of whom needs none behind it. */
const WHOLE_LINE = /^\s*[{[]/;

interface Group {
  place: number;
  lines: string[];
  length: number;
}

export async function* recordsOf(lines: AsyncIterable<(Line | LeftOut)[]>): AsyncGenerator<Found[]> {
  const open = new Map<string, Group>();
  let alone: Group | null = null;
  let found: Found[] = [];
  const close = (group: Group | null) => {
    if (group) found.push(pieceOf('log', group.place, group.lines.join('\n'), group.lines.length));
  };
  const closeAlone = () => {
    close(alone);
    alone = null;
  };
  for await (const some of lines) {
    for (const line of some) {
      if ('leftOut' in line) found.push(line);
      else if (line.text.trim() !== '') take(line);
      else closeAlone();
    }
    yield found;
    found = [];
  }
  closeAlone();
  for (const group of open.values()) close(group);
  yield found;

  function take({ text, place }: Line): void {
    const key = QUEUE_ID.exec(text)?.[1] ?? QMAIL_DELIVERY.exec(text)?.[1];
    if (key === undefined) return takeAlone(text, place);
    closeAlone();
    const group = open.get(key) ?? { place, lines: [], length: 0 };
    group.lines.push(text);
    group.length += text.length;
    // What was written to last is closed last.
    open.delete(key);
    if (LAST_LINE.test(text) || group.lines.length >= MAX_GROUP_LINES || group.length > MAX_GROUP_LENGTH)
      return close(group);
    open.set(key, group);
    if (open.size > MAX_OPEN) {
      const [oldest] = open;
      if (!oldest) return;
      open.delete(oldest[0]);
      close(oldest[1]);
    }
  }

  function takeAlone(text: string, place: number): void {
    if (alone && !text.includes('@') && alone.lines.length <= MAX_FOLLOWING) {
      alone.lines.push(text);
      return;
    }
    closeAlone();
    const events = ANSWER_LINE.test(text) ? eventsIn(text) : [];
    if (events.length > 1) return void found.push(...events.map((event) => pieceOf('json', place, event)));
    alone = { place, lines: [text], length: text.length };
    if (WHOLE_LINE.test(text) || !text.includes('@')) closeAlone();
  }
}

/** A line of JSON that may hold a list of objects: a page of a service's answer, among others. */
const ANSWER_LINE = /^\s*(?:|\{.{0,4000}?:\s*)\[\s*\{/;

function eventsIn(line: string): string[] {
  try {
    const value: unknown = JSON.parse(line.trim().replace(/,$/, ''));
    const events = typeof value === 'object' && value !== null ? eventsOf(value) : null;
    return (events ?? []).map((event) => JSON.stringify(event));
  } catch {
    return [];
  }
}

/** Blocks with an empty line between them: PowerShell's lists, the listing of a queue. */
export async function* blocksOf(lines: AsyncIterable<(Line | LeftOut)[]>): AsyncGenerator<Found[]> {
  let group: Group | null = null;
  let found: Found[] = [];
  const close = () => {
    if (group) found.push(pieceOf('log', group.place, group.lines.join('\n')));
    group = null;
  };
  for await (const some of lines) {
    for (const line of some) {
      if ('leftOut' in line) found.push(line);
      else if (line.text.trim() === '') close();
      else {
        const { text, place } = line;
        group ??= { place, lines: [], length: 0 };
        group.lines.push(text);
        group.length += text.length;
        if (group.lines.length >= MAX_GROUP_LINES || group.length > MAX_GROUP_LENGTH) close();
      }
    }
    yield found;
    found = [];
  }
  close();
  yield found;
}
