/** A name and an address, either of which may be empty. */
export interface Person {
  name: string;
  address: string;
}

/** A part of a mail that is not its body. */
export interface MailAttachment {
  id: string;
  name: string;
  /** `item` is a mail within the mail. */
  kind: 'file' | 'item';
  contentType: string;
  isInline: boolean;
  bytes: Uint8Array;
}

/** One line of `mails/index.json`. */
export interface MailEntry {
  file: string;
  folder: string;
  /** When it arrived, ISO 8601. */
  received: string;
  unread: boolean;
  /** False: the played client cannot give the item out as a file. */
  whole: boolean;
}

/** A mail as the mailbox and the add-in see it. */
export interface Mail extends MailEntry {
  /** The item id that the add-in sees. */
  id: string;
  conversationId: string;
  itemClass: string;
  subject: string;
  from: Person;
  sender: Person;
  to: Person[];
  cc: Person[];
  internetMessageId: string;
  /** The header block as it stands in the file. */
  headers: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
  /** The file. */
  bytes: Uint8Array;
}
