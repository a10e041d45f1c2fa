import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import { itemClassOf, reportedRecipientsOf } from '../page/item-class';
import type { MailEntry, Person } from '../page/mail';
import type { StoredMessage } from './stored-message';

/** The mails of the mailbox page, as Graph would tell them. One that cannot be read is left out, as there. */
export async function messagesOfFolder(mailsDir: string): Promise<StoredMessage[]> {
  const index = JSON.parse(await readFile(join(mailsDir, 'index.json'), 'utf8')) as MailEntry[];
  const read = await Promise.allSettled(index.map((entry) => messageOfFile(mailsDir, entry)));
  return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

async function messageOfFile(mailsDir: string, entry: MailEntry): Promise<StoredMessage> {
  const bytes = await readFile(join(mailsDir, entry.file));
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const messageClass = itemClassOf(email);
  const failed = messageClass.startsWith('REPORT.') ? reportedRecipientsOf(email) : [];
  return {
    key: entry.file,
    file: entry.file,
    messageClass,
    subject: email.subject ?? '',
    receivedDateTime: entry.received,
    lastModifiedDateTime: entry.received,
    isRead: !entry.unread,
    from: person(email.from),
    toRecipients:
      failed.length > 0 ? failed.map((address) => ({ name: address, address })) : people(email.to),
    internetMessageId: email.messageId ?? '',
    mime: () => bytes,
  };
}

const person = (address: Address | undefined): Person => ({
  name: address?.name ?? '',
  address: address?.address ?? '',
});

const people = (addresses: Address[] | undefined): Person[] =>
  (addresses ?? []).flatMap((address) => (address.group ? address.group : [person(address)]));
