/** Of several records about one recipient, what became of the mail in the end. */
import { hasCode } from '../answer/codes';
import type { DeliveryRecord } from './record';
import { inOrderOfTime } from './time';

/**
 * A log has several records per message and recipient (deferred, then delivered): the last that states an outcome
 * counts, or the first if none does. Of several messages to one recipient, one that failed counts before one that
 * waits, and that before one that arrived: a click on another mail hides no failure.
 * @param records in the order of the log, which may be newest first where they bear times
 * @returns one record per address, in the order in which they stand in the log; those without an address as they are
 */
export function lastWords(records: readonly DeliveryRecord[]): DeliveryRecord[] {
  const byMessage = new Map<string, DeliveryRecord>();
  const ofMessages = new Map<string, DeliveryRecord>();
  const nameless: DeliveryRecord[] = [];
  for (const record of inOrderOfTime(records)) {
    if (record.address === null) {
      if (record.messageKey !== null && record.action !== null) ofMessages.set(record.messageKey, record);
      else nameless.push(record);
      continue;
    }
    const key = JSON.stringify([record.address, record.messageKey]);
    if (saysMore(record, byMessage.get(key))) byMessage.set(key, record);
  }
  const byAddress = new Map<string | null, DeliveryRecord>();
  for (const own of byMessage.values()) {
    const record = inTheEnd(own, ofMessages.get(own.messageKey ?? ''));
    const known = byAddress.get(record.address);
    if (!known || worseOf(record) > worseOf(known)) byAddress.set(record.address, record);
  }
  const named = [...new Set(records.map(({ address }) => address))].flatMap(
    (address) => byAddress.get(address) ?? [],
  );
  return [...named, ...(named.length > 0 ? nameless : [...nameless, ...ofMessages.values()])];
}

/** `4F1A2B: from=<…>, status=expired`: said of a message, it is so of all its recipients that waited. */
const inTheEnd = (record: DeliveryRecord, ofMessage: DeliveryRecord | undefined): DeliveryRecord =>
  ofMessage && record.action === 'delayed' ? { ...record, action: ofMessage.action } : record;

const saysMore = (later: DeliveryRecord, known: DeliveryRecord | undefined) => {
  if (!known) return true;
  // An opened mail confirms that it arrived, but without its number nobody knows which one that was.
  if (later.event === 'engaged' && later.messageKey === null && known.action !== null) return false;
  return later.action !== null || later.event !== null || (known.action === null && !hasCode(known));
};

const worseOf = ({ action, event }: DeliveryRecord) =>
  action === 'failed' ? 4 : action === 'delayed' ? 3 : event === 'complained' ? 2 : action === null ? 1 : 0;
