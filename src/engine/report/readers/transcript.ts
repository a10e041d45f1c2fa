/**
 * Sendmail's transcript, and the systems that copy it:
 *
 *        ----- The following addresses had permanent fatal errors -----
 *     <user@example.com>
 *         (reason: 550 5.1.1 <user@example.com>... User unknown)
 *
 *        ----- Transcript of session follows -----
 *     ... while talking to mx.example.com.:
 *     >>> RCPT To:<user@example.com>
 *     <<< 550 5.1.1 <user@example.com>... User unknown
 *     550 <user@example.com>... User unknown
 */
import { commandSent, type SmtpCommand } from '../../answer/command';
import { firstAddress } from '../addresses';
import { readCodes } from '../../answer/codes';
import { recipientIn } from '../../roles/whose-address';
import { recordOf, type DeliveryRecord } from '../../record/record';
import type { Reader } from '../reader';

/** The answer that sendmail itself names as the reason; a long one is cut inside: `plea...tions`. */
const REASON = /^\s{0,12}\(reason: (.{3,600})\)\s*$/i;
const OTHER_COMMAND = /^\s{0,12}(?:>>>|sent <<<)\s{0,3}(?:data|mail|helo|ehlo|rset|quit|bdat|starttls|\.)/i;
const COMMAND = /^\s{0,12}(?:>>>|sent <<<)\s{0,3}rcpt\s{1,3}to:/i;
const ANSWER = /^\s{0,12}(?:<<<|received >>>)\s{0,3}(.+)$/i;
/** What any of these begins with, or names: most lines of a report are nothing of the kind. */
const MAY_BE = /^\s{0,12}(?:[<>(45]|sent <<<|received >>>)|talking to|session|transcript/i;
const OWN = /^\s{0,4}[45]\d\d[ -].{0,20}?<?[^\s<>]{1,320}>?(?: \(smtp\))?\.\.\. /;

export const transcript: Reader = {
  id: 'transcript',
  read({ lines }) {
    const found: DeliveryRecord[] = [];
    let remoteMta: string | null = null;
    let asked: string | null = null;
    let inside = false;
    let command: SmtpCommand | null = null;
    /** An answer that names nobody. */
    let pending: DeliveryRecord | null = null;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (line.length > 1000 || !MAY_BE.test(line)) continue;
      remoteMta = /while talking to ([a-z0-9.-]{1,255}?)\.?:/i.exec(line)?.[1]?.toLowerCase() ?? remoteMta;
      const reason = REASON.exec(line)?.[1];
      if (reason) {
        found.push(answered(firstAddress(lines[i - 1] ?? ''), wholeOf(reason, lines, i), null));
        continue;
      }
      if (COMMAND.test(line) || OTHER_COMMAND.test(line)) {
        asked = COMMAND.test(line) ? firstAddress(line) : null;
        command = commandSent(line.replace(/^\s*(?:>>>|sent <<<)\s*/i, ''));
        pending = null;
        continue;
      }
      const answer = ANSWER.exec(line)?.[1];
      if (answer && /^[45]\d\d/.test(answer)) {
        const more = continuation(lines, i);
        const said = [answer, ...more].join('\n');
        i += more.length;
        const ofSender = command === 'mail' ? null : addressed(answer);
        const record = answered(
          ofSender ?? asked ?? (command === 'mail' ? null : firstAddress(answer)),
          said,
          remoteMta,
        );
        pending = record.address === null ? { ...record, command } : null;
        found.push({ ...record, command });
        continue;
      }
      if (/transcript of session|session transcript/i.test(line)) inside = true;
      // `550 <user@example.com>... User unknown`; without an address only where the transcript is.
      if (/^\s{0,4}[45]\d\d[ -]/.test(line) && (OWN.test(line) || inside || isAnswerTo(line))) {
        const summary = answered(
          OWN.test(line) ? firstAddress(line) : recipientIn(line),
          line.trim(),
          remoteMta,
        );
        // Sendmail sums up, per recipient, what was answered above to a command that names none.
        const answer = pending;
        if (answer && summary.address !== null) found.push({ ...answer, address: summary.address });
        found.push(summary);
      }
    }
    return found;
  },
};

/** `550 5.1.1 <user@example.com>... no`: several commands may come before their answers. */
const addressed = (answer: string) =>
  /^\d\d\d[ -](?:\d\.\d{1,3}\.\d{1,3} )?<[^\s<>]{1,320}>/.test(answer) ? firstAddress(answer) : null;

/** A reason that was cut stands whole in the transcript below, as the answer that begins alike. */
function wholeOf(reason: string, lines: string[], at: number): string {
  const cut = reason.indexOf('...', 12);
  if (cut < 0) return reason;
  const start = reason.slice(0, cut);
  const whole = lines.slice(at, at + 60).find((line) => ANSWER.exec(line)?.[1]?.startsWith(start));
  return whole ? (ANSWER.exec(whole)?.[1] ?? reason) : reason;
}

/** `554 <user@example.com>... 550 Host unknown`: the answer behind the dots is the server's, the other sendmail's. */
const answered = (address: string | null, said: string, remoteMta: string | null) =>
  recordOf({
    address,
    diagnostic: said,
    remoteMta,
    ...readCodes(/\.\.\. ([45]\d\d[ -].*)$/s.exec(said)?.[1] ?? said),
  });

/** `550 5.1.1 <user@example.com>: User unknown`, wherever it stands. */
const isAnswerTo = (line: string) =>
  /^\s{0,4}[45]\d\d[ -]#?[45]\.[0-7]\.\d{1,3}\b/.test(line) && recipientIn(line) !== null;

/** Further lines of one answer: `<<< 550-first`, `<<< 550 last`. */
function continuation(lines: string[], at: number): string[] {
  const more: string[] = [];
  for (let i = at + 1; i < Math.min(at + 12, lines.length); i++) {
    const answer = ANSWER.exec(lines[i] ?? '')?.[1];
    if (!answer || !/^\d\d\d-/.test(ANSWER.exec(lines[i - 1] ?? '')?.[1] ?? '')) break;
    more.push(answer);
  }
  return more;
}
