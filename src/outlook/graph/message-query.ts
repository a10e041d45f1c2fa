/** The questions that are put to Graph about a mailbox. */
import { mailboxSearch } from '../../engine/detect/bounce-heads';
import type { GraphConnection } from './graph-connection';
import { MESSAGE_CLASS_PROPERTY } from './message-page';

/** Rows of a page: what the pane shows at first. */
export const PAGE_SIZE = 50;

/**
 * - `by-class`: the items that Exchange made of delivery reports, whatever their language
 * - `by-head`: bounces that are ordinary mail, by sender or subject
 * - `by-date`: everything; only for a mailbox that refuses the other two
 */
export type MessageQuery = 'by-class' | 'by-head' | 'by-date';

/** `me`, or the address of a shared mailbox. */
const mailboxPath = (mailbox: string | undefined): string =>
  mailbox === undefined ? '/me' : `/users/${encodeURIComponent(mailbox)}`;

/**
 * The address of the first page, newest first.
 *
 * @param since ISO 8601; older messages are left out
 */
export function queryAddress(
  connection: GraphConnection,
  { query, mailbox, since, top = PAGE_SIZE }: QueryOptions,
): URL {
  // The property that a list is ordered by has to be the first in its filter: else "InefficientFilter".
  const conditions = [`receivedDateTime ge ${since}`, ...CONDITIONS[query]()];
  return connection.address(`${mailboxPath(mailbox)}/messages`, {
    $filter: conditions.join(' and '),
    $orderby: 'receivedDateTime desc',
    $top: String(top),
    $select: 'id,subject,receivedDateTime,lastModifiedDateTime,isRead,from,toRecipients',
    // One property only: with two, joined by "or", Graph answers none.
    $expand: `singleValueExtendedProperties($filter=id eq '${MESSAGE_CLASS_PROPERTY}')`,
  });
}

export interface QueryOptions {
  query: MessageQuery;
  mailbox: string | undefined;
  since: string;
  top?: number;
}

/** The address of a mail as a file. */
export const mailAddress = (connection: GraphConnection, mailbox: string | undefined, id: string): URL =>
  connection.address(`${mailboxPath(mailbox)}/messages/${encodeURIComponent(id)}/$value`);

const CONDITIONS: Readonly<Record<MessageQuery, () => string[]>> = {
  'by-class': () => [
    `singleValueExtendedProperties/Any(ep: ep/id eq '${MESSAGE_CLASS_PROPERTY}' and startswith(ep/value,'REPORT.IPM.'))`,
  ],
  'by-head': () => {
    const senders = mailboxSearch.senders.map(
      (sender) => `startswith(from/emailAddress/address,'${sender}')`,
    );
    const subjects = mailboxSearch.subjects.map((subject) => `contains(subject,'${subject}')`);
    return [`(${[...senders, ...subjects].join(' or ')})`];
  },
  'by-date': () => [],
};
