/**
 * Records of several readers about the same recipients → one record per recipient.
 * Precedence, field by field: delivery-status fields, then the reader that comes first in `readers`.
 */
import { hasCode, isUnspecific } from '../answer/codes';
import { recordOf, type DeliveryRecord } from './record';

/** @param byReader records in order of precedence; the first list is the delivery-status part's */
export function mergeRecords(
  byReader: readonly (readonly DeliveryRecord[])[],
  failedRecipients: () => readonly string[],
): DeliveryRecord[] {
  const [status = [], ...others] = byReader;
  const prose = collect(others);
  if (status.length > 0) {
    const byAddress = new Map(prose.map((one) => [one.address, one]));
    return collect([status]).map((one, _, all) =>
      complete(one, prose, byAddress.get(one.address), all.length),
    );
  }
  return named(prose, failedRecipients);
}

/** One record per address; those without address stay as they are, the first one first. */
function collect(lists: readonly (readonly DeliveryRecord[])[]): DeliveryRecord[] {
  const byAddress = new Map<string, DeliveryRecord>();
  const nameless = new Map<string | null, DeliveryRecord>();
  for (const found of lists) {
    for (const one of found) {
      if (one.address === null) {
        if (!nameless.has(one.diagnostic)) nameless.set(one.diagnostic, one);
        continue;
      }
      const known = byAddress.get(one.address);
      byAddress.set(one.address, known ? together(known, one) : one);
    }
  }
  return [...byAddress.values(), ...nameless.values()];
}

/** A sentence of the report, found first, gives way to a server's answer of the same reader. */
const together = (known: DeliveryRecord, one: DeliveryRecord) =>
  known.reader === one.reader && !hasCode(known) && hasCode(one) ? fill(one, known) : fill(known, one);

/** A recipient of the status part, with what the readable text adds. */
function complete(
  one: DeliveryRecord,
  prose: readonly DeliveryRecord[],
  known: DeliveryRecord | undefined,
  count: number,
): DeliveryRecord {
  const same = known ? [known] : [];
  // With one recipient, an answer that names nobody is about that one.
  const nameless =
    count === 1 ? prose.filter(({ address, diagnostic }) => address === null && diagnostic !== null) : [];
  const alone = same.length === 0 && count === 1 && prose.length === 1 ? prose : [];
  return [...same, ...nameless, ...alone].reduce(fill, one);
}

function fill(one: DeliveryRecord, other: DeliveryRecord): DeliveryRecord {
  // Codes belong to the answer that they stand in: take both, or neither.
  const better =
    other.replyCode !== null &&
    one.replyCode === null &&
    // A general status of the same class is no other answer: `5.3.0` of the field, `550 5.0.0` of the transcript.
    (one.status === null ||
      isUnspecific(one.status) ||
      other.status === one.status ||
      isSameClass(one, other));
  return {
    address: one.address ?? other.address,
    action: one.action ?? other.action,
    replyCode: one.replyCode ?? (better || other.status === null ? other.replyCode : null),
    status:
      isUnspecific(one.status) && !isOtherAnswer(one, other) ? (other.status ?? one.status) : one.status,
    diagnostic: one.diagnostic ?? other.diagnostic,
    prose: one.prose ?? other.prose ?? (one.diagnostic === null ? null : other.diagnostic),
    remoteMta: one.remoteMta ?? other.remoteMta,
    command: one.command ?? other.command,
    messageKey: one.messageKey ?? other.messageKey,
    time: one.time ?? other.time,
    event: one.event ?? other.event,
    category: one.category ?? other.category,
    reader: one.address === null && other.address !== null ? other.reader : (one.reader ?? other.reader),
  };
}

const isSameClass = (one: DeliveryRecord, other: DeliveryRecord) =>
  isUnspecific(other.status) && other.replyCode?.[0] === one.status?.[0];

/** Two reply codes are two answers: `550 no such user` of the server, `554 5.0.0 Service unavailable` of the relay. */
const isOtherAnswer = (one: DeliveryRecord, other: DeliveryRecord) =>
  one.replyCode !== null && other.replyCode !== null && one.replyCode !== other.replyCode;

/** Without a status part: gives nameless answers the addresses that the header or the returned mail names. */
function named(prose: DeliveryRecord[], failedRecipients: () => readonly string[]): DeliveryRecord[] {
  const withAddress = prose.filter(({ address }) => address !== null);
  const nameless = prose.filter(({ address }) => address === null);
  const answer = nameless.reduce<DeliveryRecord | null>(
    (first, one) => (first ? fill(first, one) : one),
    null,
  );
  if (withAddress.length > 0) {
    return answer && withAddress.length === 1 ? withAddress.map((one) => fill(one, answer)) : withAddress;
  }
  const failed = failedRecipients();
  if (failed.length > 0) return failed.map((address) => fill(recordOf({ address }), answer ?? recordOf({})));
  return answer ? [answer] : [];
}
