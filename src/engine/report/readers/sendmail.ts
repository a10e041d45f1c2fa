/**
 * What Sendmail, and the systems that copy it, say beside the session that they quote:
 *
 *        ----- The following addresses had permanent fatal errors -----
 *     <user@example.com>
 *         (reason: 550 5.1.1 <user@example.com>... User unknown)
 *
 *        ----- Transcript of session follows -----
 *     550 5.1.1 <user@example.com>... User unknown
 *
 * The session itself, `>>> RCPT To:<user@example.com>` and `<<< 550 …`, is read by `session.ts`.
 */
import sessions from '../../../knowledge/sessions.json';
import { recipientIn } from '../../roles/whose-address';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { readCodes } from '../../answer/codes';
import { wholeWords } from '../../words/whole-words';
import { firstAddress } from '../addresses';
import type { Reader } from '../reader';

/** The answer that Sendmail itself names as the reason; a long one is cut inside: `plea...tions`. */
const REASON = /^\s{0,12}\(reason: (.{3,600})\)\s*$/i;
const QUOTED = /^\s{0,12}<<<\s{0,3}(.+)$/;
const TRANSCRIPT = wholeWords(sessions.headings);
const MAX_LINE = 1000;
/** Lines below a reason in which its whole answer is looked for. */
const MAX_BELOW = 60;

export const sendmail: Reader = {
  id: 'sendmail',
  naming: 'words',
  read({ lines, mayHold }) {
    const hasTranscript = mayHold('session-heading');
    const found: DeliveryRecord[] = [];
    let inTranscript = false;
    for (const [i, line] of lines.entries()) {
      if (line.length > MAX_LINE) continue;
      const reason = REASON.exec(line)?.[1];
      if (reason) found.push(answered(firstAddress(lines[i - 1] ?? ''), wholeOf(reason, lines, i)));
      else if (BEGINS_WITH_CODE.test(line)) {
        const namesItsOwn = NAMES_ITS_OWN.test(line);
        // Without an address only where the transcript is.
        if (namesItsOwn || inTranscript || isAnswerTo(line))
          found.push(answered(namesItsOwn ? firstAddress(line) : recipientIn(line), line.trim()));
      } else inTranscript ||= hasTranscript && TRANSCRIPT.test(line);
    }
    return found;
  },
};

const BEGINS_WITH_CODE = /^\s{0,4}[45]\d\d[ -]/;
/** `550 5.1.1 <user@example.com>... User unknown` */
const NAMES_ITS_OWN = /^\s{0,4}[45]\d\d[ -].{0,20}?<?[^\s<>]{1,320}>?(?: \(smtp\))?\.\.\. /;

/** `550 5.1.1 <user@example.com>: User unknown`, wherever it stands. */
const isAnswerTo = (line: string) =>
  /^\s{0,4}[45]\d\d[ -]#?[45]\.[0-7]\.\d{1,3}\b/.test(line) && recipientIn(line) !== null;

/** A reason that was cut stands whole in the transcript below, as the answer that begins alike. */
function wholeOf(reason: string, lines: string[], at: number): string {
  const cut = reason.indexOf('...', 12);
  if (cut < 0) return reason;
  const start = reason.slice(0, cut);
  const whole = lines.slice(at, at + MAX_BELOW).find((line) => QUOTED.exec(line)?.[1]?.startsWith(start));
  return whole ? (QUOTED.exec(whole)?.[1] ?? reason) : reason;
}

/** `554 <user@example.com>... 550 Host unknown`: the answer behind the dots is the server's, the other Sendmail's. */
const answered = (address: string | null, diagnostic: string) =>
  recordOf({
    address,
    diagnostic,
    ...readCodes(/\.\.\. ([45]\d\d[ -].*)$/s.exec(diagnostic)?.[1] ?? diagnostic),
  });
