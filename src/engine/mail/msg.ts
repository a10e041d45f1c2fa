/** Outlook's .msg (MS-OXMSG): a message made of properties, and the mails that are attached to it. */
import { openAttached, warn } from './attached';
import { unifyLineEnds } from './bytes';
import { decodeText, latin1 } from './charset';
import { parseHeaderBlock } from './headers';
import { htmlToText } from './html-to-text';
import { MAX_BYTES, MAX_TEXT } from './limits';
import { messageOf, partOf, type Message, type Part } from './message';
import { readAttachments, type AttachedFile, type AttachedMail } from './msg-attachments';
import { openMsgFile } from './msg-file';
import { headerLines } from './msg-headers';
import { Properties } from './msg-properties';
import { statusPart } from './msg-recipients';
import { openMail, openRaw } from './open-mail';
import { isLocked, isSmime, signedEntity, withFields } from './smime';

/** Property numbers (MS-OXPROPS). */
const BODY = 0x1000;
const REPORT_TEXT = 0x1001;
const HTML = 0x1013;
/** Bytes of a returned mail: its header block, and room for a long one. */
const MAX_RETURNED = 32 * 1024;

/** @throws InputError `broken-msg`, or `binary` where another program wrote the file */
export const openMsg = (bytes: Uint8Array): Message => openItem(openMsgFile(bytes), 0);

/** @param depth how many mails this one is inside of */
function openItem(item: Properties, depth: number): Message {
  const lines = headerLines(item);
  const { mails, files, isUnread } = readAttachments(item);
  const envelope = mails.length === 0 && files.length === 1 ? files.find(isEnvelope) : undefined;
  const entity = envelope ? entityIn(envelope) : null;
  if (entity)
    return openRaw(
      withFields(latin1(entity.subarray(0, MAX_BYTES)), latin1(new TextEncoder().encode(lines))),
      depth,
    );

  const message = messageOf({ headers: parseHeaderBlock(lines).headers, ...textOf(item) });
  if (isUnread) warn(message, 'attachment-unread');
  if (envelope ?? files.find(isLocked)) warn(message, 'encrypted');
  const status = statusPart(item);
  if (status) message.parts.push(status, ...mails.map(returnedMail));
  else openAttached(message, mails, depth, openMailOrItem);
  message.parts.push(...files);
  return message;
}

function textOf(item: Properties): Pick<Message, 'text' | 'htmlText' | 'linkTargets' | 'hasForm'> {
  const html = item.textOfBytes(HTML) ?? item.text(HTML);
  const page = html === null ? null : htmlToText(html.slice(0, MAX_TEXT * 4));
  // Some programs write the body as bytes.
  const plain = unifyLineEnds(item.text(BODY) ?? item.textOfBytes(BODY) ?? item.text(REPORT_TEXT) ?? '');
  return {
    text: plain.slice(0, MAX_TEXT).trim() || (page?.text ?? ''),
    htmlText: page?.text ?? '',
    linkTargets: page?.linkTargets ?? [],
    hasForm: page?.hasForm ?? false,
  };
}

const openMailOrItem = (mail: AttachedMail, depth: number): Message =>
  mail instanceof Properties ? openItem(mail, depth) : openMail(mail.subarray(0, MAX_BYTES), depth);

/** Of the mail that a report returns, only the header block is read. */
const returnedMail = (mail: AttachedMail): Part =>
  partOf(
    'message/rfc822',
    null,
    mail instanceof Properties
      ? headerLines(mail)
      : unifyLineEnds(decodeText(mail.subarray(0, MAX_RETURNED))),
  );

/** A signed or encrypted mail is kept whole in its only file (MS-OXOSMIME, 2.1.3). */
const isEnvelope = (file: AttachedFile) => file.mediaType === 'multipart/signed' || isSmime(file);

/** @returns a signed mail's content as it was sent; null where it is encrypted */
function entityIn({ bytes }: AttachedFile): Uint8Array | null {
  const isClear = /^[\w-]{1,40}:/.test(latin1(bytes.subarray(0, 41)));
  return isClear ? bytes : signedEntity(bytes);
}
