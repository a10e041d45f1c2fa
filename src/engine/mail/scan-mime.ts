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
import { Headers, parseHeaderBlock } from './headers';
import { htmlToText } from './html-to-text';
import { lazy } from './lazy';
import { MAX_BEGINNING, MAX_GLANCE, MAX_NESTING, MAX_TEXT } from './limits';
import { isStatusType, type Message, type Part } from './message';
import { decodePart, decodeTransfer, isAscii, isKnownEncoding } from './transfer';

export interface Scanned {
  message: Message;
  /** Attached mails as they stand, one character a byte; not the returned original of a report. */
  attachedMails: string[];
}

/** One part without parts of its own. */
interface Leaf {
  headers: Headers;
  mediaType: string;
  /** Content-Transfer-Encoding. */
  encoding: string;
  body: string;
}

const leafOf = (headers: Headers, mediaType: string, body: string): Leaf => ({
  headers,
  mediaType,
  encoding: headers.get('content-transfer-encoding') ?? '',
  body,
});

/** Characters read of a returned mail: its header block, and room for a long one. */
const MAX_RETURNED = 32 * 1024;
/** Parts of one mail; beyond it, it is no mail that a person could read. */
const MAX_PARTS = 500;

/**
 * @param raw a whole mail, one character a byte, line ends as they came
 * @returns null where postal-mime should read it
 */
export function scanMime(raw: string): Scanned | null {
  const plain = parseHeaderBlock(raw);
  const fields = raw.slice(0, plain.end);
  // Fields are ASCII, or UTF-8 where a sender did not care.
  const headers = isAscii(fields)
    ? plain.headers
    : parseHeaderBlock(decodePart(fields, '', '') ?? '').headers;
  if (headers.size === 0) return null;
  const leaves: Leaf[] = [];
  if (!collect(headers, raw.slice(plain.end), 0, leaves)) return null;
  const attachedMails: string[] = [];
  const isReport = leaves.some(({ mediaType }) => isStatusType(mediaType));
  const texts: Leaf[] = [];
  const htmls: Leaf[] = [];
  const parts: Part[] = [];
  if (leaves.some((leaf) => isRead(leaf) && !isKnownEncoding(leaf.encoding))) return null;
  for (const leaf of leaves) place(leaf, isReport, parts, texts, htmls, attachedMails);
  const plainText = lazy(() => joined(texts).slice(0, MAX_TEXT).trim());
  // Beside a plain text, the page is asked for its links and its lures only, and most often not at all.
  const html = lazy(() => htmlToText(joined(htmls).slice(0, MAX_TEXT * 4)));
  const message: Message = {
    form: 'mail',
    headers,
    get text() {
      return plainText() || html().text;
    },
    get glance() {
      return joined(texts, MAX_GLANCE) || joined(htmls, MAX_GLANCE);
    },
    get htmlText() {
      return html().text;
    },
    get linkTargets() {
      return html().linkTargets;
    },
    parts,
    attached: [],
    warnings: leaves.length >= MAX_PARTS ? [{ key: 'engine.warnings.truncated', values: {} }] : [],
  };
  return { message, attachedMails };
}

/** Walks the multiparts. @returns false for a structure that is not plain */
function collect(headers: Headers, body: string, depth: number, leaves: Leaf[]): boolean {
  const type = headers.get('content-type');
  const stated = type === null ? '' : (/^\s*([^\s;]{1,100})/.exec(type)?.[1]?.toLowerCase() ?? '');
  // `text` alone is no type, and nothing else than a text.
  const mediaType = stated === '' || stated === 'text' ? 'text/plain' : stated;
  if (!mediaType.includes('/')) return false;
  if (!mediaType.startsWith('multipart/')) {
    if (leaves.length < MAX_PARTS) leaves.push(leafOf(headers, mediaType, body));
    return true;
  }
  if (depth >= MAX_NESTING) return false;
  const boundary = /\bboundary\s{0,3}=\s{0,3}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type ?? '');
  const name = boundary?.[1] ?? boundary?.[2];
  const parts = name ? split(body, name) : null;
  if (parts === null) {
    // Its boundary never comes: what stands there is a text for all that.
    leaves.push(leafOf(new Headers(), 'text/plain', body));
    return true;
  }
  return parts.every((part) => {
    const block = parseHeaderBlock(part);
    return collect(block.headers, part.slice(block.end), depth + 1, leaves);
  });
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

const isRead = ({ mediaType }: Leaf) =>
  /^(?:text|message)\//.test(mediaType) || mediaType === 'application/json';

/** @param limit characters of each leaf, before it is decoded */
const joined = (leaves: readonly Leaf[], limit = Infinity): string =>
  leaves
    .map((leaf) => decode(leaf.body.length > limit ? { ...leaf, body: leaf.body.slice(0, limit) } : leaf))
    .join('\n');

/** Puts one part where the stages look for it. */
function place(
  leaf: Leaf,
  isReport: boolean,
  parts: Part[],
  texts: Leaf[],
  htmls: Leaf[],
  attachedMails: string[],
): void {
  const { headers, mediaType, encoding, body } = leaf;
  const disposition = headers.get('content-disposition') ?? '';
  const isText = mediaType === 'text/plain' || mediaType === 'text/html';
  if (isText && !/^\s*attachment/i.test(disposition)) {
    (mediaType === 'text/html' ? htmls : texts).push(leaf);
    return;
  }
  const filename = nameIn(disposition) ?? nameIn(headers.get('content-type') ?? '');
  if ((mediaType === 'message/rfc822' || /\.eml$/i.test(filename ?? '')) && !isReport)
    attachedMails.push(decodeTransfer(body, encoding) ?? '');
  // Of a returned mail only its header block is read.
  const limit = isReport && /rfc822|global$/.test(mediaType) ? MAX_RETURNED : MAX_TEXT;
  const upTo = (end: number) => (isRead(leaf) ? decode({ ...leaf, body: body.slice(0, end) }) : '');
  const text = lazy(() => upTo(limit));
  const glance = lazy(() => upTo(MAX_BEGINNING));
  parts.push({
    mediaType,
    filename,
    get text() {
      return text();
    },
    get glance() {
      return glance();
    },
  });
}

function nameIn(field: string): string | null {
  const match = /\b(?:file)?name\*?\s{0,3}=\s{0,3}(?:"([^"]{1,300})"|([^\s;"]{1,300}))/i.exec(field);
  return match ? decodeWords(match[1] ?? match[2] ?? '') : null;
}

function decode({ headers, encoding, body }: Leaf): string {
  const type = headers.get('content-type');
  const charset =
    type === null ? '' : (/\bcharset\s{0,3}=\s{0,3}["']?([^\s;"']{1,60})/i.exec(type)?.[1] ?? '');
  return unifyLineEnds(decodePart(body, encoding, charset) ?? '');
}
