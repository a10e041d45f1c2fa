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
import type { Action } from '../../explanation';
import { MAX_RECIPIENTS } from '../../mail/limits';
import { readCodes, readStatus } from '../codes';
import { finding, type Finding, type Reader } from '../finding';
import { hostIn } from '../hosts';
import { recipientIn } from '../recipient';

/** What became of a mail, as logs say it. */
const OUTCOME =
  /\b(?:drop(?:ped)?|bounced?|blocked|deferred|delivered|failed|failure|reject(?:ed)?|error|undeliver\w{0,10}|delayed|expired|status=|dsn=|will retry)|(?<![\w.])[45]\d\d[ -]/i;
/** The same, where the line itself must leave no doubt: in a mail, people write about errors too. */
const CERTAIN =
  /\b(?:dropped|bounced|blocked|deferred|not delivered|undelivered|status=(?:bounced|deferred|expired))\b|: delivered\b/i;

export const logLines: Reader = {
  id: 'log-lines',
  read({ form, lines, headers }) {
    if (form === 'mail') {
      // Only what a machine sent by itself: a sending report, an alert.
      if (!/^auto-generated/i.test(headers.get('auto-submitted') ?? '')) return [];
      return recordsIn(lines, CERTAIN).map(readRecord);
    }
    const records = recordsIn(lines, OUTCOME);
    return records.length > 1 ? records.map(readRecord) : [readRecord(lines.join('\n').trim())];
  },
};

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

const recordsIn = (lines: string[], outcome: RegExp) =>
  lines
    .filter(
      (line) =>
        line.length < 4000 &&
        line.includes('@') &&
        outcome.test(line) &&
        !OF_WEB.test(line) &&
        recipientIn(line) !== null,
    )
    .slice(0, MAX_RECIPIENTS);

function readRecord(text: string): Finding {
  const address = recipientIn(text.slice(0, 20_000));
  const codes = readCodes(text);
  return finding({
    address,
    action: actionOf(text),
    replyCode: codes.replyCode,
    status: codes.status ?? readStatus(/\bdsn=([\d.]{5,9})/.exec(text)?.[1] ?? ''),
    diagnostic: text,
    remoteMta: hostIn(text),
  });
}

const DELIVERED = /(?:: |\bevent=|,)\s?(?:delivered|sent)\b|(?<!\b(?:be|been|not) )\bdelivered: \S+@/i;
const DELAYED = /\bwill retry (?:in|after|at) \d/i;

/** Only where a line leaves no doubt: in `not delivered` stand both words. */
function actionOf(text: string): Action | null {
  if (/\bnot (?:yet )?delivered\b/i.test(text)) return null;
  return DELIVERED.test(text) ? 'delivered' : DELAYED.test(text) ? 'delayed' : null;
}
