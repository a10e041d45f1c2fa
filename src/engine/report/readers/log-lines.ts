/**
 * Lines of a delivery log or a sending report, no mail at all:
 *
 *     Email to user@example.com dropped: bounced address
 *     2026-11-23 09:12:00,user@example.com,bounced,550 5.1.1 User unknown
 *     postfix/smtp[71]: 4F1A2: to=<user@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host … said: 550 5.1.1 …)
 *     550 5.4.1 [user@example.com]: Recipient address rejected: Access denied
 *
 * A text without such lines is one answer of one server.
 */
import { findAddress, trimAddress } from '../addresses';
import { readCodes, readStatus } from '../codes';
import { finding, type Finding, type Reader } from '../finding';
import { hostIn } from './address-blocks';

/** What became of a mail, as logs say it. */
const OUTCOME =
  /\b(?:drop(?:ped)?|bounced?|blocked|deferred|delivered|failed|failure|reject(?:ed)?|error|undeliver\w{0,10}|delayed|expired|status=|dsn=)|(?<![\w.])[45]\d\d[ -]/i;
/** The same, where the line itself must leave no doubt: in a mail, people write about errors too. */
const CERTAIN =
  /\b(?:dropped|bounced|blocked|deferred|not delivered|undelivered|status=(?:bounced|deferred|expired))\b|: delivered\b/i;
/** Records of one pasted report; a log of a whole campaign is for the command. */
const MAX_RECORDS = 2000;

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

/** Is a text a log: is nearly every line of it a record? */
export const isLog = (lines: string[]) => {
  const written = lines.filter((line) => line.trim() !== '').length;
  return written <= 2 || recordsIn(lines, OUTCOME).length >= written * 0.7;
};

const recordsIn = (lines: string[], outcome: RegExp) =>
  lines
    .filter(
      (line) => line.length < 4000 && line.includes('@') && outcome.test(line) && findAddress(line) !== null,
    )
    .slice(0, MAX_RECORDS);

/** `host … said: 550 …) and more`: what stands before the last bracket. */
const bracketed = (text: string) => (text.includes(')') ? text.slice(0, text.lastIndexOf(')')) : null);

function readRecord(text: string): Finding {
  const to = /\b(?:to|rcpt|orig_to|recipient|final-recipient)=\s?<?([^\s<>,;]{1,320}@[^\s<>,;]{1,255})/i.exec(
    text,
  )?.[1];
  const address = to ?? findAddress(text.slice(0, 20_000))?.text ?? null;
  const answer = bracketed(/\bstatus=\w{1,20} \((.{1,3000})/s.exec(text)?.[1] ?? '') ?? text;
  const codes = readCodes(answer);
  return finding({
    address: address ? trimAddress(address) : null,
    action:
      /(?:: |status=|\bevent=|,)\s?(?:delivered|sent)\b/i.test(text) && !/\bnot delivered\b/i.test(text)
        ? 'delivered'
        : null,
    replyCode: codes.replyCode,
    status: codes.status ?? readStatus(/\bdsn=([\d.]{5,9})/.exec(text)?.[1] ?? ''),
    diagnostic: answer,
    remoteMta: /\brelay=([a-z0-9.-]{1,255})/i.exec(text)?.[1] ?? hostIn(text),
  });
}
