import type { Person } from '../page/mail';

/** A message as the local Graph keeps it. */
export interface StoredMessage {
  /** Stays when the message is moved; what is handed out for it depends on the request. */
  key: string;
  /** The mails of the mailbox page have their file's name here, so that the page can mark them as read. */
  file: string | null;
  messageClass: string;
  subject: string;
  /** ISO 8601 */
  receivedDateTime: string;
  /** ISO 8601 */
  lastModifiedDateTime: string;
  isRead: boolean;
  from: Person;
  toRecipients: readonly Person[];
  internetMessageId: string;
  mime: () => Uint8Array;
}

/** Mailboxes by address, lower case. */
export type Mailboxes = ReadonlyMap<string, StoredMessage[]>;
