/** One page of a list of messages, as Graph answers it; everything in it is checked. */
import { asList, asRecord, asText, readList } from './list-page';

/** A message as a list tells it; the mail itself is read later. */
export interface ListedMessage {
  /** Immutable: the same when the mail is moved. */
  id: string;
  subject: string;
  /** ISO 8601 */
  receivedAt: string;
  /** ISO 8601; changes when the mail is read or marked as unread. */
  changedAt: string;
  isRead: boolean;
  /** `Mail Delivery System <mailer-daemon@mx.example.net>` */
  from: string;
  /** Of a failure report: the addresses that failed. Of other mail: the mailbox's owner, mostly. */
  recipients: readonly string[];
  /** Null where the answer has none. */
  messageClass: string | null;
}

export interface MessagePage {
  messages: ListedMessage[];
  /** The address of the next page; null at the end. */
  next: URL | null;
}

/** MAPI's PR_MESSAGE_CLASS, in Graph's way of naming properties. */
export const MESSAGE_CLASS_PROPERTY = 'String 0x001A';

/** @throws DoorProblem `graph-cut` where the answer is no list */
export function readPage(answer: unknown): MessagePage {
  const { items, next } = readList(answer);
  return { messages: items.flatMap(readMessage), next };
}

/** Drops a message without an id (it cannot be read) or a time (it cannot be sorted). Graph always sends both. */
function readMessage(message: Record<string, unknown>): ListedMessage[] {
  const { id, receivedDateTime, lastModifiedDateTime, isRead } = message;
  const receivedAt = isoDate(receivedDateTime);
  if (typeof id !== 'string' || id === '' || receivedAt === null) return [];
  return [
    {
      id,
      subject: asText(message.subject),
      receivedAt,
      changedAt: isoDate(lastModifiedDateTime) ?? receivedAt,
      isRead: isRead === true,
      from: sender(asRecord(asRecord(message.from).emailAddress)),
      recipients: asList(message.toRecipients).flatMap((each) => {
        const address = asText(asRecord(asRecord(each).emailAddress).address);
        return address ? [address] : [];
      }),
      messageClass: classOf(message),
    },
  ];
}

function classOf({ singleValueExtendedProperties }: Record<string, unknown>): string | null {
  const wanted = asList(singleValueExtendedProperties)
    .map(asRecord)
    .find(({ id }) => asText(id).toLowerCase() === MESSAGE_CLASS_PROPERTY.toLowerCase());
  return wanted && typeof wanted.value === 'string' ? wanted.value : null;
}

const sender = ({ name, address }: Record<string, unknown>): string => `${asText(name)} <${asText(address)}>`;

function isoDate(value: unknown): string | null {
  const date = typeof value === 'string' ? new Date(value) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
