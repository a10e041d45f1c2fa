/**
 * A mail's structure by its boundary lines, so that only what the stages read is decoded: headers, readable
 * text, reports. Whatever is not plain MIME is left to postal-mime.
 *
 *     Content-Type: multipart/report; boundary="b"
 *                                                    <- the part's header ends
 *     --b
 *     Content-Type: text/plain
 *
 *     This is the mail system at host …
 *     --b
 *     Content-Type: message/delivery-status
 *     …
 *     --b--
 */
import { unifyLineEnds } from './bytes';
import { decodeWords } from './encoded-words';
import { parseHeaderBlock, type Headers } from './headers';
import { htmlToText } from './html-to-text';
import { MAX_NESTING, MAX_TEXT } from './limits';
import { isStatusType, type Message, type Part } from './message';
import { decodePart } from './transfer';

export interface Scanned {
  message: Message;
  /** Attached mails as they stand, one character a byte; not the returned original of a report. */
  attachedMails: string[];
}

/** One part without parts of its own. */
interface Leaf {
  headers: Headers;
  mediaType: string;
  body: string;
}

/** Characters read of a returned mail: its header block, and room for a long one. */
const MAX_RETURNED = 32 * 1024;
/** Parts of one mail; beyond it, it is no mail that a person could read. */
const MAX_PARTS = 500;

/**
 * @param raw a whole mail, one character a byte, line ends as they came
 * @returns null where postal-mime should read it
 */
export function scanMime(raw: string): Scanned | null {
  const { end } = parseHeaderBlock(raw);
  // Fields are ASCII, or UTF-8 where a sender did not care.
  const { headers } = parseHeaderBlock(decodePart(raw.slice(0, end), '', '') ?? '');
  if (headers.size === 0) return null;
  const leaves: Leaf[] = [];
  if (!collect(headers, raw.slice(end), 0, leaves)) return null;
  const message: Message = {
    form: 'mail',
    headers,
    text: '',
    htmlText: '',
    linkTargets: [],
    parts: [],
    attached: [],
    warnings: [],
  };
  const attachedMails: string[] = [];
  const isReport = leaves.some(({ mediaType }) => isStatusType(mediaType));
  const texts: string[] = [];
  const htmls: string[] = [];
  for (const leaf of leaves) {
    if (!place(leaf, isReport, message, texts, htmls, attachedMails)) return null;
  }
  if (leaves.length >= MAX_PARTS) message.warnings.push({ key: 'engine.warnings.truncated', values: {} });
  readTexts(message, texts, htmls);
  return { message, attachedMails };
}

/** Walks the multiparts. @returns false for a structure that is not plain */
function collect(headers: Headers, body: string, depth: number, leaves: Leaf[]): boolean {
  const type = headers.get('content-type');
  const mediaType =
    type === null ? 'text/plain' : (/^\s*([^\s;]{1,100})/.exec(type)?.[1]?.toLowerCase() ?? '');
  if (!mediaType.includes('/')) return false;
  if (!mediaType.startsWith('multipart/')) {
    if (leaves.length < MAX_PARTS) leaves.push({ headers, mediaType, body });
    return true;
  }
  const boundary = /\bboundary\s{0,3}=\s{0,3}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type ?? '');
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name || depth >= MAX_NESTING) return false;
  const parts = split(body, name);
  return (
    parts !== null &&
    parts.every((part) => {
      const block = parseHeaderBlock(part);
      return collect(block.headers, part.slice(block.end), depth + 1, leaves);
    })
  );
}

/** The texts between the boundary lines; null where there is none. */
function split(body: string, boundary: string): string[] | null {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  let at = body.startsWith(mark) ? 0 : next(body, mark, 0);
  while (at >= 0) {
    const lineEnd = body.indexOf('\n', at);
    const rest = body.slice(at + mark.length, lineEnd < 0 ? body.length : lineEnd).trimEnd();
    // A longer boundary that begins like this one belongs to a part inside.
    if (rest !== '' && rest !== '--') {
      at = lineEnd < 0 ? -1 : next(body, mark, lineEnd);
      continue;
    }
    if (start >= 0) parts.push(body.slice(start, body[at - 2] === '\r' ? at - 2 : at - 1));
    if (rest === '--' || lineEnd < 0) return parts.length > 0 ? parts : null;
    start = lineEnd + 1;
    at = next(body, mark, lineEnd);
  }
  if (start >= 0) parts.push(body.slice(start));
  return parts.length > 0 ? parts : null;
}

const next = (body: string, mark: string, from: number) => {
  const found = body.indexOf(`\n${mark}`, from);
  return found < 0 ? -1 : found + 1;
};

/** Puts one part where the stages look for it. @returns false where postal-mime should read the mail */
function place(
  leaf: Leaf,
  isReport: boolean,
  message: Message,
  texts: string[],
  htmls: string[],
  attachedMails: string[],
): boolean {
  const { headers, mediaType, body } = leaf;
  const disposition = headers.get('content-disposition') ?? '';
  const filename = /\b(?:file)?name\*?\s{0,3}=\s{0,3}(?:"([^"]{1,300})"|([^\s;"]{1,300}))/i.exec(
    disposition + ';' + (headers.get('content-type') ?? ''),
  );
  const name = filename ? decodeWords(filename[1] ?? filename[2] ?? '') : null;
  const isText =
    (mediaType === 'text/plain' || mediaType === 'text/html') && !/^\s*attachment/i.test(disposition);
  if (isText) {
    const text = decode(leaf);
    if (text === null) return false;
    (mediaType === 'text/html' ? htmls : texts).push(text);
    return true;
  }
  if ((mediaType === 'message/rfc822' || /\.eml$/i.test(name ?? '')) && !isReport) {
    const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
    if (encoding === 'base64' || encoding === 'quoted-printable') return false;
    attachedMails.push(body);
  }
  const part: Part = { mediaType, filename: name, text: '' };
  if (/^(?:text|message)\//.test(mediaType) || mediaType === 'application/json') {
    // Of a returned mail only its header block is read.
    const isReturned = isReport && /rfc822|global$/.test(mediaType);
    const text = decode({ ...leaf, body: body.slice(0, isReturned ? MAX_RETURNED : MAX_TEXT) });
    if (text === null) return false;
    part.text = text;
  }
  message.parts.push(part);
  return true;
}

function decode({ headers, body }: Leaf): string | null {
  const charset =
    /\bcharset\s{0,3}=\s{0,3}["']?([^\s;"']{1,60})/i.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const text = decodePart(body, headers.get('content-transfer-encoding') ?? '', charset);
  return text === null ? null : unifyLineEnds(text);
}

function readTexts(message: Message, texts: string[], htmls: string[]): void {
  const html = htmls.length > 0 ? htmlToText(htmls.join('\n').slice(0, MAX_TEXT * 4)) : null;
  message.text = texts.join('\n').slice(0, MAX_TEXT).trim() || html?.text || '';
  message.htmlText = html?.text ?? '';
  message.linkTargets = html?.linkTargets ?? [];
}
