/** Separates what the reporting system says from the mail that it returned. */
import data from '../../knowledge/detection.json';
import { Headers, parseHeaderBlock } from '../mail/headers';
import { isStatusType, type Message, type Part } from '../mail/message';
import { normalize } from '../phrases/normalize';
import type { ReportText } from './finding';

/**
 * Lines behind which the returned mail begins, each as some system writes it:
 *
 *     --- Below this line is a copy of the message.
 *     ------ This is a copy of the message, including all the headers. ------
 *        ----- Original message follows -----
 *     Original message headers:
 */
const RETURNED =
  /^[\s>|*=-]{0,12}(?:below (?:this|the next) line|this is a copy of|a copy of (?:the|your) (?:original )?message|included is a copy|original (?:e-?mail|message)(?: headers?| follows| as follows| text| is attached|:|$|\s*-)|(?:original |returned |the )?message (?:headers? follow|text follows|header follows)|the (?:header|body|text) of (?:the|your) (?:original )?message|unsent message|returned (?:message|mail|content)\b|non-delivered information:|content of (?:the )?(?:undelivered|returned) (?:message|mail)|undelivered message|start of returned message|message contents? follows?|begin forwarded message)/i;

/** The same in other languages, which the knowledge names. */
function isReturnedMarker(line: string): boolean {
  const text = normalize(line).text.replace(/^[\s>|*=-]{1,12}/, '');
  return data.returnedMarkers.some((marker) => text.startsWith(marker));
}

const ORIGINAL_PART =
  /^(?:message\/(?:rfc822|global|partial)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/;

/** The first lines of a mail that came back without any line before it. */
const STARTS_HEADERS =
  /^(?:received: |return-path: ?<|delivered-to: |dkim-signature: |x-[a-z-]+: |message-id: |mime-version: )/i;

/** Marks of writing direction, which Arabic and Hebrew reports put around addresses. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function splitReport(message: Message): ReportText {
  const lines = message.text.replace(DIRECTION, '').split('\n');
  const cut = returnedFrom(lines);
  const statusParts = message.parts.filter(isStatusPart).map(({ text }) => inOwnLetters(text));
  return {
    form: message.form,
    headers: message.headers,
    statusParts,
    lines: lines.slice(0, cut),
    original: originalHeaders(message, lines.slice(cut)),
  };
}

/** Gateways rename the part that machines read: `text/plain; name=details.txt`. */
export const isStatusPart = ({ mediaType, text }: Part) =>
  isStatusType(mediaType) || /^\s{0,20}reporting-mta\s{0,3}:/i.test(text.slice(0, 100));

/** Fields are ASCII; a Japanese server writes its answer in ISO-2022-JP all the same. */
const inOwnLetters = (text: string) =>
  text.includes('\u001b$')
    ? new TextDecoder('iso-2022-jp').decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff))
    : text;

/** Index of the first line that belongs to the returned mail. */
function returnedFrom(lines: string[]): number {
  let said = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (said && line.length < 120 && (RETURNED.test(line) || isReturnedMarker(line))) return i;
    // The report may name the mail by its header first, and say what became of it below.
    if (line.length < 200 && IDENTIFIES.test(line)) {
      said = true;
      i = endOfFields(lines, i + 1);
      continue;
    }
    // Three fields in a row are a header block; one may be a sentence with a colon.
    if (said && isHeaderRun(lines, i)) return i;
    if (line.trim() !== '') said = true;
  }
  return lines.length;
}

/** `This report relates to a message you sent with the following header fields:` */
const IDENTIFIES =
  /^[\s>]{0,8}(?:this (?:report|notification|message) (?:relates to|concerns|is about)\b.{0,80}|.{0,80}\b(?:following header(?: field)?s?|message you sent):)\s*$/i;

/** Index of the last line of the header fields that begin at a line or just below it. */
function endOfFields(lines: string[], from: number): number {
  let at = from;
  while (at < from + 2 && lines[at]?.trim() === '') at++;
  while (at < from + 40 && at < lines.length && lines[at]?.trim() !== '') at++;
  return at;
}

function isHeaderRun(lines: string[], at: number): boolean {
  if (!STARTS_HEADERS.test(lines[at]?.trimStart() ?? '')) return false;
  let fields = 0;
  for (let i = at; i < Math.min(at + 12, lines.length); i++) {
    const line = lines[i] ?? '';
    if (/^\s{0,8}[A-Za-z][A-Za-z0-9-]{1,40}: ?\S/.test(line)) fields++;
    // A page has lost the indent of folded lines; only an empty line ends a block.
    else if (line.trim() === '') break;
  }
  return fields >= 2;
}

function originalHeaders(message: Message, rest: string[]): Headers {
  for (const part of message.parts) {
    if (
      !ORIGINAL_PART.test(part.mediaType) &&
      !/headers?[^/]*\.(?:txt|eml)$/i.test((part.filename ?? '').slice(-100))
    )
      continue;
    const { headers } = parseHeaderBlock(part.text.trimStart());
    if (headers.size > 1) return headers;
  }
  return headersIn(rest);
}

/** The header block inside the returned lines, which may be indented or quoted. */
function headersIn(rest: string[]): Headers {
  const start = rest.findIndex((line) =>
    /^[\s>]{0,8}(?:received|return-path|from|message-id|date|subject|to|x-[a-z-]+|dkim-signature|mime-version|content-type): ?\S/i.test(
      line,
    ),
  );
  if (start < 0) return new Headers();
  const margin = /^[\s>]*/.exec(rest[start] ?? '')?.[0] ?? '';
  const block = rest
    .slice(start, start + 400)
    .map((line) => (margin && line.startsWith(margin) ? line.slice(margin.length) : line));
  return parseHeaderBlock(block.join('\n')).headers;
}
