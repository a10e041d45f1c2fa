/**
 * A mail's structure by its boundary lines, so that only what the stages read is decoded: headers, readable
 * text, reports. What is broken is read as the text that it still is.
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
import type { Text } from '../explanation';
import { Headers, parseHeaderBlock } from './headers';
import { htmlToText, type HtmlText } from './html-to-text';
import { MimePart } from './mime-part';
import { MAX_PREVIEW, MAX_NESTING, MAX_TEXT } from './limits';
import { isStatusType, type Message } from './message';
import { parametersOf } from './parameters';
import { isLocked, isSmime } from './smime';

export interface Scanned {
  message: Message;
  /** Attached mails as they stand, one character a byte; not the returned original of a report. */
  attachedMails: string[];
  /** Where the mail is one S/MIME envelope, signed or encrypted: its bytes, one character each. */
  envelope: string | null;
}

/** Characters read of a returned mail: its header block, and room for a long one. */
const MAX_RETURNED = 32 * 1024;
/** Markup is most of a page. */
const MAX_HTML = MAX_TEXT * 4;
/** So many characters may stand for one: `=3D`, and a line end now and then. */
const ENCODED = 4;
/** Parts of one mail; beyond it, it is no mail that a person could read. */
const MAX_PARTS = 500;

/** @param raw a whole mail, one character a byte, line ends as they came */
export function scanMime(raw: string): Scanned {
  const { headers, end } = parseHeaderBlock(raw, 0, true);
  const leaves: MimePart[] = [];
  // What has no header block is nothing but text.
  const isWhole = collect(headers, headers.hasFields(1) ? raw.slice(end) : raw, 0, leaves);
  const message = new ScannedMessage(headers);
  const attachedMails: string[] = [];
  const isReport = leaves.some(({ mediaType }) => isStatusType(mediaType));
  for (const leaf of leaves) {
    if (leaf.isInline) message.add(leaf);
    else {
      const isMail = leaf.mediaType === 'message/rfc822' || /\.eml$/i.test(leaf.filename ?? '');
      if (isMail && !isReport) attachedMails.push(leaf.bytes);
      // Of a returned mail only its header block is read.
      leaf.limit = isReport && /rfc822|global$/.test(leaf.mediaType) ? MAX_RETURNED : MAX_TEXT;
      message.parts.push(leaf);
    }
  }
  if (leaves.length >= MAX_PARTS) message.warn('truncated');
  if (!isWhole) message.warn('nesting');
  if (leaves.some(isLocked)) message.warn('encrypted');
  const [only] = leaves;
  const envelope = leaves.length === 1 && only && isSmime(only) ? only.bytes : null;
  return { message, attachedMails, envelope };
}

/** Asked for its beginning only, most often; a class, since an object with getters of its own costs more than a mail. */
class ScannedMessage implements Message {
  readonly form = 'mail';
  readonly parts: MimePart[] = [];
  attached: Message[] = [];
  readonly warnings: Text[] = [];
  private readonly texts: MimePart[] = [];
  private readonly htmls: MimePart[] = [];
  private plainText: string | null = null;
  private beginning: string | null = null;
  private page: HtmlText | null = null;

  constructor(readonly headers: Headers) {}

  add(leaf: MimePart): void {
    (leaf.mediaType === 'text/html' ? this.htmls : this.texts).push(leaf);
  }

  warn(id: string): void {
    this.warnings.push({ key: `engine.warnings.${id}`, values: {} });
  }

  get text(): string {
    this.plainText ??= joined(this.texts, MAX_TEXT * ENCODED)
      .slice(0, MAX_TEXT)
      .trim();
    return this.plainText || this.html.text;
  }

  get preview(): string {
    return (this.beginning ??= joined(this.texts, MAX_PREVIEW) || joined(this.htmls, MAX_PREVIEW));
  }

  get htmlText(): string {
    return this.html.text;
  }

  get linkTargets(): string[] {
    return this.html.linkTargets;
  }

  get hasForm(): boolean {
    return this.html.hasForm;
  }

  /** Beside a plain text, the page is asked for its links and its lures only, and most often not at all. */
  private get html(): HtmlText {
    return (this.page ??= htmlToText(joined(this.htmls, MAX_HTML * ENCODED).slice(0, MAX_HTML)));
  }
}

/** @param limit characters of each leaf, before it is decoded */
const joined = (leaves: readonly MimePart[], limit: number): string =>
  leaves.map((leaf) => leaf.upTo(limit)).join('\n');

/** Walks the multiparts. @returns false where they go deeper than is read */
function collect(
  headers: Headers,
  body: string,
  depth: number,
  leaves: MimePart[],
  unstated = 'text/plain',
): boolean {
  const type = headers.get('content-type');
  const stated = type === null ? '' : (/^\s*([^\s;]{1,100})/.exec(type)?.[1]?.toLowerCase() ?? '');
  // `text` alone, or a typing error, is no type: what it names is most likely a text.
  const mediaType = stated.includes('/') ? stated : type === null ? unstated : 'text/plain';
  const isLeaf = !mediaType.startsWith('multipart/');
  if (isLeaf || depth >= MAX_NESTING) {
    if (leaves.length < MAX_PARTS)
      leaves.push(isLeaf ? new MimePart(headers, mediaType, body) : asText(body));
    return isLeaf;
  }
  const name = type === null ? undefined : parametersOf(type).get('boundary');
  const parts = name ? split(body, name) : null;
  if (parts === null) {
    // Its boundary never comes: what stands there is a text for all that.
    leaves.push(asText(body));
    return true;
  }
  let isWhole = true;
  // In a digest, a part that does not say what it is is a mail (RFC 2046, 5.1.5).
  const inside = mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  for (const part of parts) {
    const block = parseHeaderBlock(part, 0, true);
    if (!collect(block.headers, part.slice(block.end), depth + 1, leaves, inside)) isWhole = false;
  }
  return isWhole;
}

const asText = (body: string) => new MimePart(new Headers(), 'text/plain', body);

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
