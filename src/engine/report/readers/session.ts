/**
 * An SMTP session that is the text, or a part of it: what a client printed, Sendmail's and MDaemon's transcripts.
 *
 *      *  To: user@example.com                              MDaemon names the recipient, where no command does
 *      <-- 250 2.1.5 Ok
 *      --> RCPT To:<user@example.com>
 *      <-- 550 5.1.1 User unknown
 */
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { sessionIn, type Session } from '../../session/walk';
import { firstAddress } from '../addresses';
import type { Reader } from '../reader';

/** Pasted text that is a session: nothing else is read out of it. */
export const wholeSession: Reader = {
  id: 'session',
  naming: 'field',
  read: ({ form, lines }) => recordsOf(form === 'text' ? sessionIn(lines, 'whole') : null),
};

/** A session that a report quotes, or only what was refused in it. */
export const quotedSession: Reader = {
  id: 'session',
  naming: 'field',
  read({ form, lines }) {
    const found = recordsOf(sessionIn(lines, form === 'text' ? 'excerpt' : 'in-mail'));
    return found.length > 0 ? found : routeSlip(lines);
  },
};

const recordsOf = (session: Session | null): DeliveryRecord[] =>
  (session?.answers ?? []).map(({ address, command, text, peer }) => {
    const isDelayed = session?.isServers === true && !session.isExcerpt && text.startsWith('4');
    const action = isDelayed ? 'delayed' : null;
    return recordOf({ address, command, diagnostic: text, remoteMta: peer, ...readCodes(text), action });
  });

const ROUTE_SLIP = /\*\s{1,4}To: (\S{3,320})/;
const ROUTE_NOTE = /^(?:.{0,40}: )?\s{0,4}\*\s{1,4}(\S.{5,400})$/;

/** MDaemon never got as far as a session: its last remark says why. */
function routeSlip(lines: readonly string[]): DeliveryRecord[] {
  const at = lines.findIndex((line) => line.length < 1000 && ROUTE_SLIP.test(line));
  if (at < 0) return [];
  const notes = lines.slice(at).flatMap((line) => ROUTE_NOTE.exec(line.slice(0, 500))?.[1] ?? []);
  const diagnostic = notes.at(-1) ?? '';
  return [recordOf({ address: firstAddress(ROUTE_SLIP.exec(lines[at] ?? '')?.[1] ?? ''), diagnostic })];
}
