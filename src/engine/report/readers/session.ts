/**
 * A session that a program has written down, MDaemon's transcript among them:
 *
 *      *  To: user@example.com                              the recipient, where no command names one
 *      <-- 250 2.1.5 Ok
 *      --> RCPT To:<user@example.com>
 *      <-- 550 5.1.1 User unknown
 */
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { sessionIn } from '../../session/walk';
import { firstAddress } from '../addresses';
import type { Reader } from '../reader';

/** Sendmail's own transcript has lines of its own besides, which `transcript.ts` reads. */
const IN_MAILS = new Set(['mdaemon', 'hmailserver', 'letters', 'words']);

export const session: Reader = {
  id: 'session',
  read({ form, lines }) {
    const found = sessionIn(lines, (notation) => form === 'text' || IN_MAILS.has(notation));
    if (!found) return routeSlip(lines);
    return found.answers.map(({ address, command, text }) => {
      const codes = readCodes(text);
      const isDelayed = found.isServers && text.startsWith('4');
      return recordOf({ address, command, diagnostic: text, ...codes, action: isDelayed ? 'delayed' : null });
    });
  },
};

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
