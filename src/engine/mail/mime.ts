/** A mail's bytes, opened by postal-mime. What postal-mime refuses is read as far as its first text goes. */
import PostalMime, { type Attachment } from 'postal-mime';
import type { Text } from '../explanation';
import { unifyLineEnds } from './bytes';
import { decodeText, latin1 } from './charset';
import { Headers, parseHeaderBlock } from './headers';
import { htmlToText } from './html-to-text';
import { MAX_HEADER_BYTES, MAX_NESTING, MAX_TEXT } from './limits';
import { isStatusType, messageOf, partOf, type Message, type Part } from './message';
import type { Scanned } from './scan-mime';

const warning = (id: string): Text => ({ key: `engine.warnings.${id}`, values: {} });

/** Media types whose content the stages read; all others are named, not decoded. */
const readable = /^(?:text\/|message\/|application\/(?:json|octet-stream)$|[^/]*$)/;

/**
 * @param bytes a whole mail, at most `MAX_BYTES`
 */
export async function openMime(bytes: Uint8Array): Promise<Scanned> {
  let email;
  try {
    email = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
    });
  } catch {
    const plain = openPlainly(bytes);
    plain.warnings.push(warning('nesting'));
    return { message: plain, attachedMails: [] };
  }
  const headers = new Headers();
  // postal-mime lists the fields from the top of the mail down.
  for (const { originalKey, value } of email.headers) headers.add(originalKey, value);
  const parts = email.attachments.map(toPart);
  // A multipart whose boundary never comes has no parts, but it has a text.
  if (parts.length === 0 && !email.text && !email.html && bytes.length > 0)
    return { message: openPlainly(bytes), attachedMails: [] };
  const html = email.html ? htmlToText(email.html.slice(0, MAX_TEXT * 4)) : null;
  // `text/plain   charset=…`, the semicolon forgotten, or `text` alone is no type that postal-mime takes for text.
  const misnamed = parts.filter(
    ({ mediaType, text }) => text !== '' && (/^text\/plain\s/.test(mediaType) || !mediaType.includes('/')),
  );
  const plain = [...misnamed.map(({ text }) => text), unifyLineEnds(email.text ?? '')].join('\n').trim();
  const message = messageOf({
    headers,
    text: plain || html?.text || '',
    htmlText: html?.text ?? '',
    linkTargets: html?.linkTargets ?? [],
    parts,
  });
  return { message, attachedMails: attachedIn(email.attachments, parts) };
}

/** Attached mails, except the returned original of a report: that one belongs to the report. */
function attachedIn(attachments: Attachment[], parts: Part[]): string[] {
  if (parts.some(({ mediaType }) => isStatusType(mediaType))) return [];
  return attachments.flatMap(({ mimeType, filename, content }) => {
    const isMail = mimeType === 'message/rfc822' || /\.eml$/i.test(filename ?? '');
    return isMail && typeof content !== 'string' ? [latin1(new Uint8Array(content as ArrayBuffer))] : [];
  });
}

function toPart({ mimeType, filename, content }: Attachment): Part {
  const isText = readable.test(mimeType) && typeof content !== 'string';
  const bytes = isText ? new Uint8Array(content as ArrayBuffer).subarray(0, MAX_TEXT) : null;
  return partOf(mimeType, filename, bytes ? unifyLineEnds(decodeText(bytes)) : '');
}

/** The reading of last resort: header block, then everything that follows as text. */
function openPlainly(bytes: Uint8Array): Message {
  const { headers, end } = parseHeaderBlock(latin1(bytes));
  return messageOf({ headers, text: unifyLineEnds(decodeText(bytes.subarray(end, end + MAX_TEXT))) });
}
