import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { htmlOfText, textOfHtml } from './body-forms';
import { bytesOf, itemClassOf } from './item-class';
import type { Mail, MailAttachment, MailEntry, Person } from './mail';

/** Reads a mail's file. Mails within the mail stay whole, as attachments. */
export async function readMail(entry: MailEntry, bytes: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const from = person(email.from);
  const text = email.text?.trimEnd() || textOfHtml(email.html ?? '');
  return {
    ...entry,
    id: `AAMk${btoa(encodeURIComponent(entry.file))}=`,
    conversationId: `AAQk${btoa(encodeURIComponent(entry.file))}=`,
    itemClass: itemClassOf(email),
    subject: email.subject ?? '',
    from,
    sender: email.sender ? person(email.sender) : from,
    to: people(email.to),
    cc: people(email.cc),
    internetMessageId: email.messageId ?? '',
    headers: headerBlock(bytes),
    text,
    html: email.html ?? htmlOfText(text),
    attachments: email.attachments.map((part, index) => attachment(part, `${entry.file}/${String(index)}`)),
    bytes,
  };
}

function attachment(part: Attachment, id: string): MailAttachment {
  const isMail = part.mimeType === 'message/rfc822' || part.mimeType === 'message/global';
  return {
    id: `AAMk${btoa(encodeURIComponent(id))}=`,
    name: part.filename ?? unnamed(part.mimeType, isMail),
    kind: isMail ? 'item' : 'file',
    contentType: part.mimeType,
    isInline: part.related === true,
    bytes: bytesOf(part),
  };
}

/** Outlook's names for parts that have none. */
function unnamed(mimeType: string, isMail: boolean): string {
  if (isMail) return 'Original message.eml';
  return mimeType.endsWith('delivery-status') ? 'details.txt' : 'Untitled attachment';
}

/** Everything before the first empty line. */
function headerBlock(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 256 * 1024));
  const end = /\r?\n\r?\n/.exec(text);
  return end ? text.slice(0, end.index) : text;
}

function people(addresses: Address[] | undefined): Person[] {
  return (addresses ?? []).flatMap((address) => (address.group ? address.group : [person(address)]));
}

function person(address: Address | undefined): Person {
  return { name: address?.name ?? '', address: address?.address ?? '' };
}
