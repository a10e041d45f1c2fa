/** Of several records about one recipient, what became of the mail in the end. */
import { hasCode } from '../answer/codes';
import type { DeliveryRecord } from './record';

/**
 * A log has several records per message and recipient (deferred, then delivered): the last that states an outcome
 * counts, or the first if none does. Of several messages to one recipient, one that failed counts before one that
 * waits, and that before one that arrived: a click on another mail hides no failure.
 * @param records in the order of the log
 * @returns one record per address, in the order in which they come; those without an address as they are
 */
export function lastWords(records: readonly DeliveryRecord[]): DeliveryRecord[] {
  const byMessage = new Map<string, DeliveryRecord>();
  const nameless: DeliveryRecord[] = [];
  for (const record of records) {
    if (record.address === null) {
      nameless.push(record);
      continue;
    }
    const key = JSON.stringify([record.address, record.messageKey]);
    if (saysMore(record, byMessage.get(key))) byMessage.set(key, record);
  }
  const byAddress = new Map<string | null, DeliveryRecord>();
  for (const record of byMessage.values()) {
    const known = byAddress.get(record.address);
    if (!known || worseOf(record) > worseOf(known)) byAddress.set(record.address, record);
  }
  return [...byAddress.values(), ...nameless];
}

const saysMore = (later: DeliveryRecord, known: DeliveryRecord | undefined) => {
  if (!known) return true;
  // An opened mail confirms that it arrived, but without its number nobody knows which one that was.
  if (later.event === 'engaged' && later.messageKey === null && known.action !== null) return false;
  return later.action !== null || later.event !== null || (known.action === null && !hasCode(known));
};

const worseOf = ({ action, event }: DeliveryRecord) =>
  action === 'failed' ? 4 : action === 'delayed' ? 3 : event === 'complained' ? 2 : action === null ? 1 : 0;
