/**
 * Lines of a mail server's own log:
 *
 *     postfix/smtp[71]: 4F1A2: to=<user@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1,      Postfix
 *         status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)
 *     sm-mta[30413]: 44EAt: to=<user@example.com>, relay=mx.example.com., dsn=4.0.0, stat=Deferred: …     Sendmail
 *     postfix/qmgr[9]: 4F1A2: from=<training@example.org>, status=expired, returned to sender
 *     smtpd[71]: NOQUEUE: reject: RCPT from …: 550 5.1.1 <user@example.com>: …; from=<…> to=<user@example.com>
 *     mta delivery evpid=… to=<user@example.com> rcpt=<-> … result="TempFail" stat="421 4.7.0 …"          OpenSMTPD
 *     2026-11-23 10:51:22 1s6nPk-0004Xq-2M ** user@example.com R=dnslookup …: 550 relay not permitted    Exim
 *     starting delivery 7: msg 1048612 to remote user@example.com                                        qmail
 *     delivery 7: failure: 203.0.113.66_does_not_like_recipient./Remote_host_said:_550_no/
 */
import type { Action } from '../../explanation';
import { MAX_RECORDS } from '../../mail/limits';
import { trimAddress } from '../addresses';
import { readCodes, readStatus } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { timeAtStart } from '../../record/time';
import type { Reader } from '../reader';
import { recipientIn } from '../../roles/whose-address';
import { hostIn } from '../hosts';

/** Longer lines are no lines of a log. */
const MAX_LINE = 8000;

export const serverLines: Reader = {
  id: 'server-lines',
  naming: 'field',
  read({ form, lines }) {
    const found: DeliveryRecord[] = [];
    const deliveries = form === 'text' ? startsIn(lines) : new Map<string, string>();
    const answers = new Map<string, string>();
    for (const line of form === 'text' ? lines : []) {
      if (found.length >= MAX_RECORDS) break;
      if (line.length > MAX_LINE) continue;
      const one =
        keyed(line, POSTFIX) ??
        refusedByPostfix(line) ??
        expired(line) ??
        keyed(line, OPENSMTPD) ??
        sendmail(line) ??
        exim(line) ??
        qmail(line, deliveries);
      if (one) {
        const messageKey = QUEUE_ID.exec(line)?.[1] ?? null;
        const time = timeAtStart(line);
        for (const each of Array.isArray(one) ? one : [one]) found.push({ ...each, messageKey, time });
        continue;
      }
      const [, key = '', answer = ''] = ANSWER_LINE.exec(line) ?? [];
      if (answer !== '') answers.set(key, answer);
    }
    return found.map((one) => withAnswer(one, answers.get(one.messageKey ?? '')));
  },
};

/** `sm-mta[31022]: 66E2AkXt031019: 550 5.7.1 no`: Sendmail writes the answer on a line of its own. */
const ANSWER_LINE = /\]: ([0-9A-Za-z]{12,16}): ([45]\d\d[ -].{0,2000})/;
const withAnswer = (one: DeliveryRecord, answer: string | undefined): DeliveryRecord =>
  answer === undefined || one.diagnostic !== '' ? one : { ...one, ...readCodes(answer), diagnostic: answer };

/** Postfix, Exim, Sendmail: the number of the message in the queue. */
export const QUEUE_ID =
  /(?:\]: |\d\d |\] (?=\w{6}-))([0-9A-F]{7,20}|[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}|[0-9A-Za-z]{12,16})(?::| (?:[*=>-]|<=|Completed\b))/;
const TO = /\bto=<?([^<>\s,]{1,320})>?(?=[,\s]|$)/;
const DSN = /\bdsn=([\d.]{5,9})/;
const RELAY = /\brelay=([a-z0-9.-]{1,255})/i;
/** A line in which the recipient stands before what became of the mail. */
interface Keyed {
  /** Where that begins. */
  mark: string;
  /** The state, and what was said. */
  rest: RegExp;
  states: Readonly<Record<string, Action>>;
  /** Does a bracket close what was said? */
  inBrackets?: true;
}

const POSTFIX: Keyed = {
  mark: ' status=',
  rest: /^ status=([a-z]{1,20}) \((.{0,8000})/,
  states: { sent: 'delivered', bounced: 'failed', deferred: 'delayed', expired: 'failed' },
  inBrackets: true,
};
const OPENSMTPD: Keyed = {
  mark: ' result="',
  rest: /^ result="([A-Za-z]{1,20})" stat="([^"]{0,2000})/,
  states: { Ok: 'delivered', TempFail: 'delayed', PermFail: 'failed' },
};

function keyed(line: string, { mark, rest, states, inBrackets }: Keyed): DeliveryRecord | null {
  const at = line.indexOf(mark);
  const head = line.slice(0, Math.max(at, 0));
  const address = TO.exec(head)?.[1];
  const [, state = '', said = ''] = (address && rest.exec(line.slice(at))) || [];
  return address && state
    ? record(address, states[state] ?? null, inBrackets ? withoutEnd(said) : said, head)
    : null;
}

/** What was said ends with the bracket that closes it; a line that was cut off has none: `(host said: 554 mx (eu1) no`. */
function withoutEnd(said: string): string {
  const at = said.lastIndexOf(')');
  const inside = said.slice(0, Math.max(at, 0));
  const count = (sign: string) => inside.split(sign).length;
  return at >= 0 && count('(') === count(')') ? inside : said;
}

/** `postfix/qmgr[9]: 4F1A2B: from=<training@example.org>, status=expired, returned to sender`: of all who still waited */
const expired = (line: string): DeliveryRecord | null =>
  /: from=<[^<>]{0,320}>, status=(?:force-)?expired\b/.test(line)
    ? recordOf({ action: 'failed', diagnostic: line.slice(line.indexOf('status=')) })
    : null;

/** `reject: RCPT from host[192.0.2.1]: 450 4.2.0 <user@example.com>: no; from=<…> to=<…>`, cut off or not. */
function refusedByPostfix(line: string): DeliveryRecord | null {
  const at = REJECT.exec(line)?.index ?? -1;
  if (at < 0) return null;
  const end = line.lastIndexOf('; from=<');
  const said = /\]:? (?=[45](?:\d\d|\.\d))(.{0,2000})/.exec(line.slice(at, end < at ? undefined : end))?.[1];
  if (!said) return null;
  const address =
    (end < at ? undefined : TO.exec(line.slice(end))?.[1]) ??
    /<([^<>\s]{1,64}@[^<>\s]{1,255})>: /.exec(said)?.[1];
  return address ? record(address, said.startsWith('4') ? 'delayed' : 'failed', said, '') : null;
}
const REJECT = /\b(?:milter-)?reject: /;

/** `to=<a@example.com>,<b@example.com>, delay=…`: what was said of both */
const TO_EACH = /\bto=(<?[^<>\s,]{1,320}>?(?:,<?[^<>\s,]{1,320}>?){0,200})(?=[,\s]|$)/;

function sendmail(line: string): DeliveryRecord[] | null {
  const at = line.indexOf(' stat=');
  const addresses = at < 0 ? undefined : TO_EACH.exec(line.slice(0, at))?.[1]?.match(/[^<>,]+/g);
  if (!addresses) return null;
  const state = line.slice(at + ' stat='.length);
  const action = /^sent/i.test(state)
    ? 'delivered'
    : /^(?:deferred|queued)/i.test(state)
      ? 'delayed'
      : 'failed';
  const head = line.slice(0, at);
  const from = head.lastIndexOf(', reply=');
  const reply = from < 0 ? '' : head.slice(from + ', reply='.length).replace(/,$/, '');
  // Sendmail's own word for any refusal: it says nothing of a service.
  const isOwnWord = action === 'failed' && /^service unavailable/i.test(state);
  const said = reply ? `${reply} (${state})` : isOwnWord ? '' : state;
  return addresses.map((address) => record(address, action, said, head));
}

const EXIM =
  /\b[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4} (\*\*|==|[=-]>|>>) (?:<?([^\s<>:]{1,64}@[^\s<>:]{1,255})|[^\s<>@:]{1,200} <([^\s<>:]{1,64}@[^\s<>:]{1,255})>)(.{0,4000})/;
/** Fields of the line before what was said: `R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] X=… CV=yes`. */
const EXIM_FIELDS =
  /^(?: ?<[^>\s]{0,320}>)?>?(?: [A-Za-z]{1,3}=(?:"[^"]{0,300}"|\S{1,300})(?: \[[^\]]{1,45}\](?::\d{1,5})?)?| defer \(-?\d{1,4}\)){0,12}: /;

const EXIM_REFUSES =
  /\brejected (?:RCPT <?([^\s<>]{1,64}@[^\s<>:]{1,255})>?|after [A-Z ]{4,20}): (.{0,2000})/;

function exim(line: string): DeliveryRecord | null {
  const refused = EXIM_REFUSES.exec(line);
  if (refused) {
    const [, to, said = ''] = refused;
    const address = to ?? /\brecipients=([^\s,]{1,320})/.exec(said)?.[1] ?? recipientIn(said);
    return address ? record(address, 'failed', said.split(/:? ?recipients=/, 1)[0] ?? said, '') : null;
  }
  const match = EXIM.exec(line);
  if (!match) return null;
  // Of somebody with a mailbox on the server itself, the address stands behind the name: `** eve <eve@example.com>`
  const [, mark, known, local, rest = ''] = match;
  const said = rest.replace(EXIM_FIELDS, '').trim();
  return record(
    known ?? local ?? '',
    mark === '**' ? 'failed' : mark === '==' ? 'delayed' : 'delivered',
    said,
    line.slice(0, match.index),
  );
}

const QMAIL_START = /\bstarting delivery (\d{1,12}): msg \d{1,12} to (?:remote|local) (\S{1,320})/;
const QMAIL_END =
  /(?:\bdelivery (\d{1,12}): |^\s{0,4})(success|deferral|failure): ((?=\S*_).{0,2000}|.{0,2000})/;
const BY_QMAIL: Readonly<Record<string, Action>> = {
  success: 'delivered',
  deferral: 'delayed',
  failure: 'failed',
};

/** Recipients by the number of their delivery; a line above or below says what became of it. */
const startsIn = (lines: readonly string[]) =>
  new Map(
    lines.flatMap((line) => {
      const [, number, address] = (line.length <= MAX_LINE && QMAIL_START.exec(line)) || [];
      return number !== undefined && address !== undefined ? [[number, address] as const] : [];
    }),
  );

function qmail(line: string, deliveries: ReadonlyMap<string, string>): DeliveryRecord | null {
  if (!line.includes('delivery ') && !/^\s{0,4}(?:success|deferral|failure): \S{0,200}_/.test(line))
    return null;
  const end = QMAIL_END.exec(line);
  const address = end ? deliveries.get(end[1] ?? '-') : undefined;
  if (!end) return null;
  return record(address ?? null, BY_QMAIL[end[2] ?? ''] ?? null, (end[3] ?? '').replaceAll('_', ' '), '');
}

/** @param head what stands before what was said */
function record(address: string | null, action: Action | null, said: string, head: string): DeliveryRecord {
  const codes = readCodes(said);
  const relay = RELAY.exec(head)?.[1]?.replace(/\.$/, '');
  return recordOf({
    address: address === null ? null : trimAddress(address),
    action,
    replyCode: codes.replyCode,
    status: codes.status ?? readStatus(DSN.exec(head)?.[1] ?? ''),
    diagnostic: said,
    remoteMta: relay?.includes('.') ? relay : hostIn(said),
  });
}
