/**
 * What waits in a server's queue:
 *
 *     C3B0DA5CC8     6590 Fri Nov 10 08:27:52  training@example.org                    mailq of Postfix, Sendmail
 *         (connect to mx.example.com[192.0.2.1]:25: Connection timed out)
 *                                              user@example.com
 *
 *      25m  2.9K 1s6nPk-0004Xq-2M <training@example.org>                               exim -bp; `D` before who has it
 *               user@example.com
 */
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { hostIn } from '../hosts';
import { findAddress, trimAddress } from '../addresses';
import type { Reader } from '../reader';

const POSTFIX_ENTRY =
  /^([0-9A-Za-z]{6,20})[*!]?\s{1,12}\d{1,12}\s{1,4}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{5,8}\s{1,6}(\S{1,320})\s*$/;
const EXIM_ENTRY =
  /^\s{0,4}\d{1,4}[smhdw]\s{1,6}[\d.]{1,8}[KMG]?\s{1,4}([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) <[^<>]{0,320}>/;
const REASON = /^\s{0,40}\((.{3,2000})\)\s*$/;

export const queueListings: Reader = {
  id: 'queue-listings',
  naming: 'field',
  read({ form, lines }) {
    const found: DeliveryRecord[] = [];
    let entry: string | null = null;
    let reason: string | null = null;
    for (const line of form === 'text' ? lines : []) {
      const begun = POSTFIX_ENTRY.exec(line)?.[1] ?? EXIM_ENTRY.exec(line)?.[1];
      if (begun !== undefined) {
        entry = begun;
        reason = null;
        continue;
      }
      if (entry === null || line.length > 2200) continue;
      if (line.trim() === '') {
        if (reason !== null) entry = null;
        continue;
      }
      const said = REASON.exec(line)?.[1];
      if (said !== undefined) {
        reason = said;
        continue;
      }
      const address = findAddress(line);
      if (!address || !/^\s{4,}/.test(line)) continue;
      const isDone = /^\s{4,20}D\s/.test(line);
      found.push(
        recordOf({
          address: trimAddress(address.text),
          action: isDone ? 'delivered' : 'delayed',
          messageKey: entry,
          diagnostic: reason,
          remoteMta: hostIn(reason ?? ''),
          ...readCodes(reason ?? ''),
        }),
      );
    }
    return found;
  },
};
