import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { htmlOfText, textOfHtml } from './body-forms';
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
    itemClass: itemClass(email),
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

/**
 * The class that Exchange gives such an item. Outlook starts no add-in on the REPORT classes; this
 * mailbox does, so that one can see what the panel would say.
 */
function itemClass(email: Email): string {
  const type = email.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const report = /^multipart\/report\b/i.test(type) ? /report-type="?([\w-]+)/i.exec(type)?.[1] : undefined;
  if (report?.toLowerCase() === 'disposition-notification') return 'REPORT.IPM.Note.IPNRN';
  if (report?.toLowerCase() !== 'delivery-status') return 'IPM.Note';
  const actions = actionsOf(email);
  if (actions.includes('failed') || actions.length === 0) return 'REPORT.IPM.Note.NDR';
  return actions.includes('delayed') ? 'REPORT.IPM.Note.Delayed' : 'REPORT.IPM.Note.DR';
}

function actionsOf(email: Email): string[] {
  const status = email.attachments.find(({ mimeType }) => mimeType.endsWith('delivery-status'));
  const text = status ? new TextDecoder().decode(bytesOf(status)) : '';
  return [...text.matchAll(/^Action:\s*(\w+)/gim)].map(([, action]) => action?.toLowerCase() ?? '');
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
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
