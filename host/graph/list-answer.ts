/** A page of a list of messages, as Graph answers it. */
import { MESSAGE_CLASS_ID, parseFilter } from './filter';
import { GraphError } from './graph-error';
import type { Person } from '../page/mail';
import type { StoredMessage } from './stored-message';

const DEFAULT_TOP = 10;
const MAX_TOP = 1000;

export interface ListRequest {
  url: URL;
  messages: readonly StoredMessage[];
  /** Graph hands out ids that stay only to those who ask for them. */
  immutableIds: boolean;
}

/** @throws GraphError 400 for what Graph refuses */
export function listAnswer({ url, messages, immutableIds }: ListRequest): Record<string, unknown> {
  const asked = url.searchParams;
  const top = topOf(asked.get('$top'));
  const start = startOf(asked.get('$skiptoken'));
  const found = ordered(filtered(messages, asked), asked);
  const select = asked.get('$select')?.split(',') ?? null;
  const expand = expandedProperty(asked.get('$expand'));
  const page = found.slice(start, start + top);
  const answer: Record<string, unknown> = {
    '@odata.context': `${url.origin}/v1.0/$metadata#users('me')/messages`,
    value: page.map((message) => ({
      ...selected(messageJson(message, immutableIds), select),
      ...expanded(message, expand),
    })),
  };
  if (start + top < found.length) {
    const next = new URL(url);
    next.searchParams.set('$skiptoken', Buffer.from(String(start + top)).toString('base64url'));
    answer['@odata.nextLink'] = next.href;
  }
  return answer;
}

/** The id of a message as this request asks for ids. An id that does not stay names the folder as well. */
export const idOf = ({ key }: StoredMessage, immutable: boolean): string =>
  `${immutable ? 'AAkALg' : 'AAMkAG'}${Buffer.from(key).toString('base64url')}`;

export function messageJson(message: StoredMessage, immutableIds: boolean): Record<string, unknown> {
  return {
    id: idOf(message, immutableIds),
    subject: message.subject,
    receivedDateTime: message.receivedDateTime,
    lastModifiedDateTime: message.lastModifiedDateTime,
    isRead: message.isRead,
    internetMessageId: message.internetMessageId,
    from: emailAddress(message.from),
    toRecipients: message.toRecipients.map(emailAddress),
  };
}

const emailAddress = ({ name, address }: Person) => ({ emailAddress: { name, address } });

function filtered(messages: readonly StoredMessage[], asked: URLSearchParams): StoredMessage[] {
  const text = asked.get('$filter');
  if (text === null) return [...messages];
  const { matches, firstProperty } = parseFilter(text);
  const order = asked.get('$orderby')?.split(' ')[0];
  if (order && order !== firstProperty) {
    throw new GraphError(400, 'InefficientFilter', 'The restriction or sort order is too complex.');
  }
  return messages.filter(matches);
}

function ordered(messages: StoredMessage[], asked: URLSearchParams): StoredMessage[] {
  const [property = 'receivedDateTime', direction] = asked.get('$orderby')?.split(' ') ?? [];
  if (property !== 'receivedDateTime') throw new GraphError(400, 'BadRequest', `No order by ${property}.`);
  const sign = asked.has('$orderby') && direction !== 'desc' ? 1 : -1;
  return messages.sort(
    (one, other) => sign * (Date.parse(one.receivedDateTime) - Date.parse(other.receivedDateTime)),
  );
}

function topOf(text: string | null): number {
  const top = text === null ? DEFAULT_TOP : Number(text);
  if (!Number.isInteger(top) || top < 1 || top > MAX_TOP) {
    throw new GraphError(400, 'BadRequest', 'Invalid value for $top.');
  }
  return top;
}

function startOf(token: string | null): number {
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0) throw new GraphError(400, 'BadRequest', 'Invalid $skiptoken.');
  return start;
}

/** One property is told. Of two, joined by "or", Graph tells none, without an error. */
function expandedProperty(expand: string | null): string | null {
  if (expand === null) return null;
  const filter = /^singleValueExtendedProperties\(\$filter=(.*)\)$/.exec(expand)?.[1];
  if (filter === undefined) throw new GraphError(400, 'BadRequest', 'Invalid $expand.');
  return /^id eq '([^']*)'$/.exec(filter)?.[1] ?? null;
}

function expanded({ messageClass }: StoredMessage, property: string | null): Record<string, unknown> {
  if (property?.toLowerCase() !== MESSAGE_CLASS_ID.toLowerCase()) return {};
  return { singleValueExtendedProperties: [{ id: MESSAGE_CLASS_ID, value: messageClass }] };
}

function selected(
  message: Record<string, unknown>,
  select: readonly string[] | null,
): Record<string, unknown> {
  if (!select) return message;
  // The id is always told.
  return Object.fromEntries(
    Object.entries(message).filter(([name]) => name === 'id' || select.includes(name)),
  );
}
