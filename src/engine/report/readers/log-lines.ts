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
import { ADDRESS, trimAddress } from '../addresses';
import { readCodes, readStatus } from '../codes';
import { finding, type Finding, type Reader } from '../finding';
import { hostIn } from './address-blocks';

const OUTCOME =
  /\b(?:drop(?:ped)?|bounced?|blocked|deferred|delivered|failed|failure|reject(?:ed)?|error|undeliver\w*|not delivered|delayed|expired|status=|dsn=)|(?<![\w.])[45]\d\d[ -]/i;
/** Records of one pasted report; a log of a whole campaign is for the command. */
const MAX_RECORDS = 2000;

export const logLines: Reader = {
  id: 'log-lines',
  read({ form, lines }) {
    if (form !== 'text') return [];
    const records = lines.filter(
      (line) => line.includes('@') && line.length < 4000 && OUTCOME.test(line) && ADDRESS.test(line),
    );
    const findings =
      records.length > 1
        ? records.slice(0, MAX_RECORDS).map(readRecord)
        : [readRecord(lines.join('\n').trim())];
    return findings;
  },
};

function readRecord(text: string): Finding {
  const to = /\b(?:to|rcpt|orig_to|recipient|final-recipient)=\s?<?([^\s<>,;]{1,320}@[^\s<>,;]{1,255})/i.exec(
    text,
  )?.[1];
  const address = to ?? ADDRESS.exec(text.slice(0, 20_000))?.[0] ?? null;
  const answer = /\bstatus=\w{1,20} \((.{1,3000})\)/s.exec(text)?.[1] ?? text;
  const codes = readCodes(answer);
  return finding({
    address: address ? trimAddress(address) : null,
    replyCode: codes.replyCode,
    status: codes.status ?? readStatus(/\bdsn=([\d.]{5,9})/.exec(text)?.[1] ?? ''),
    diagnostic: answer,
    remoteMta: /\brelay=([a-z0-9.-]{1,255})/i.exec(text)?.[1] ?? hostIn(text),
  });
}
