/**
 * Lines of a delivery log or a sending report, no mail at all:
 *
 *     Email to user@example.com dropped: bounced address
 *     2026-11-23 09:12:00,user@example.com,bounced,550 5.1.1 User unknown
 *     550 5.4.1 [user@example.com]: Recipient address rejected: Access denied
 *     WARN Will retry in 600 seconds: training@company.example → user@example.com Server response: 451 4.7.1 …
 *
 * Those of mail servers are read by `server-lines.ts`. A text without such lines is one answer of one server.
 */
import logs from '../../../knowledge/logs.json';
import { categoryAtEnd } from '../../record/category';
import { actionOfEvent, isWaiting, type EventKind } from '../../record/outcome';
import { alternatives, wholeWords } from '../../words/whole-words';
import { MAX_RECORDS } from '../../mail/limits';
import { hasCode, readCodes, readStatus } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { timeAtStart } from '../../record/time';
import type { Reader } from '../reader';
import { hostIn } from '../hosts';
import { recipientIn, recipientsIn } from '../../roles/whose-address';

/** What became of a mail, as logs say it; a code says it, too. */
const OUTCOME = new RegExp(`${wholeWords(logs.logWords).source}|(?<![\\w.])[45]\\d\\d[ -]`, 'iu');
/** The same, where the line itself must leave no doubt: in a mail, people write about errors too. */
const CERTAIN = wholeWords(logs.certainWords);

export const logLines: Reader = {
  id: 'log-lines',
  naming: 'words',
  read({ form, lines, headers }) {
    if (form === 'mail') {
      // Only what a machine sent by itself: a sending report, an alert.
      if (!/^auto-generated/i.test(headers.get('auto-submitted') ?? '')) return [];
      return recordsIn(lines, CERTAIN).map(readRecord);
    }
    const records = recordsIn(lines, OUTCOME);
    const [only, ...others] = records;
    if (others.length > 0) return records.map(readRecord);
    return recordsOfOne(only !== undefined && isWhole(only) ? only : lines.join('\n').trim());
  },
};

/** A line of a log says all there is to know: `Email to user@example.com dropped: bounced address` */
const isWhole = (line: string) => /[:=|] ?\S/.test(line) && (hasCode(readCodes(line)) || CERTAIN.test(line));

/** Is a text a log: is nearly every line of it a record, or does it begin with a time? */
export const isLog = (lines: string[]) => {
  const written = lines.filter((line) => line.trim() !== '');
  return (
    written.length <= 2 ||
    recordsIn(written, OUTCOME).length >= written.length * 0.7 ||
    written.filter((line) => STAMPED.test(line)).length >= written.length * 0.6
  );
};

/** `2026-11-23T09:12:00Z`, `May 14 10:44:01`, `14/May/2026`, `[2026-11-23 …`, qmail's `@4000…`, each at the line's start */
const STAMPED =
  /^\W{0,3}(?:[a-z]{2,9}=\W{0,2})?(?:(?:[A-Z]{4,5}|[A-Z][a-z]{2},?)\s{1,3})?(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.](?:\d\d?|[A-Z][a-z]{2})[-/.]\d{2,4}|[A-Z][a-z]{2} [ \d]\d[ ,]|@[0-9a-f]{16,24} |\d\d:\d\d:\d\d)/;

/** A line of a web server: its numbers are others. */
const OF_WEB = /"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,2000} HTTP\//;

/** Lines that tell what became of somebody's mail. */
function recordsIn(lines: string[], outcome: RegExp): string[] {
  const found: string[] = [];
  // `Sending mail to user@example.com`, then on the next line `could not send: 551 no`.
  let named: string | null = null;
  for (const line of lines) {
    if (found.length >= MAX_RECORDS) break;
    if (line.length >= MAX_LINE || OF_WEB.test(line)) continue;
    const isTelling = outcome.test(line);
    if (line.includes('@') && recipientIn(line) !== null) {
      if (isTelling) found.push(line);
      named = isTelling ? null : line;
    } else if (named !== null && isTelling && hasCode(readCodes(line))) {
      found.push(`${named}\n${line}`);
      named = null;
    }
  }
  return found;
}
const MAX_LINE = 4000;

/** A text that is one answer may be about several: `Found inactive addresses: a@example.com, b@example.com.` */
function recordsOfOne(text: string): DeliveryRecord[] {
  const record = readRecord(text);
  const all = recipientsIn(text.slice(0, 20_000));
  return all.length > 1 ? all.map((address) => ({ ...record, address })) : [record];
}

function readRecord(text: string): DeliveryRecord {
  const address = recipientIn(text.slice(0, 20_000));
  const codes = readCodes(text);
  // Of a whole text, a word of waiting may stand anywhere; of a trace, its last line tells.
  const line = text.includes('\n') ? lastStamped(text) : address !== null || hasCode(codes) ? text : null;
  const event = line === null ? null : eventIn(line);
  return recordOf({
    address,
    action: codes.replyCode?.startsWith('2') ? null : actionOfEvent(event),
    event,
    time: timeAtStart(text),
    // An address with two signs is refused for that: `h.peters@@example.com`
    category: isMalformed(address) ? { cause: 'address-invalid' } : categoryAtEnd(text),
    replyCode: codes.replyCode,
    status: codes.status ?? readStatus(/\bdsn=([\d.]{5,9})/.exec(text)?.[1] ?? ''),
    diagnostic: text,
    remoteMta: hostIn(text),
  });
}

const lastStamped = (text: string) => {
  const stamped = text.split('\n').filter((line) => STAMPED.test(line));
  return stamped.length > 1 ? (stamped.at(-1) ?? null) : null;
};

const isMalformed = (address: string | null) =>
  address !== null && !address.includes('"') && address.indexOf('@') !== address.lastIndexOf('@');

/** Of a line, what stands before the answer: `DEFERRED[network] … (554 blocked)` waits, whatever the answer says. */
const STATE_PART = /^(.{0,600}?)(?:(?<![\w.[])[245]\d\d[ -]|["'(]\s?[245]\d\d\b|$)/s;
const NEGATED = wholeWords(logs.negations);

/** The event that a line tells before its answer; a state stands behind a label or a mark. */
function eventIn(text: string): EventKind | null {
  const head = STATE_PART.exec(text)?.[1] ?? '';
  if (isWaiting(head)) return 'delayed';
  if (FAILED.test(text.slice(0, MAX_HEAD))) return 'failed';
  return ARRIVED.test(text.slice(0, MAX_HEAD)) && !NEGATED.test(head) ? 'delivered' : null;
}

const MAX_HEAD = 2000;
/** `Email to user@example.com dropped: unsubscribed address`: a state with its reason behind it. */
const FAILED = new RegExp(`@[^\\s@:]{1,255} (?:${alternatives(logs.certainFailures)}): ?\\S`, 'iu');
/** `: delivered`, `event=delivered`, `delivered: user@example.com`, `ACCEPTED to=`: a state, no part of a sentence. */
const ARRIVED = new RegExp(
  `(?:(?:: |\\bevent=|,|status[=:] ?)\\s?(?:${alternatives(logs.arrived)})(?!\\p{L})|(?<!\\p{L})(?:${alternatives(logs.arrived)}): \\S+@)`,
  'iu',
);
