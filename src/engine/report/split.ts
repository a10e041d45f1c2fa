/** Separates what the reporting system says from the mail that it returned. */
import detection from '../../knowledge/detection.json';
import { decodeAs, toBytes } from '../mail/charset';
import { Headers, parseHeaderBlock } from '../mail/headers';
import { lazy } from '../mail/lazy';
import { isStatusType, type Message, type Part } from '../mail/message';
import { lineBegun, wordsIn, type Role, type Word } from '../phrases/vocabulary';
import { alternatives } from '../words/whole-words';
import type { ReportText } from './reader';
import { statusBlocks } from './status-blocks';

const ORIGINAL_PART =
  /^(?:message\/(?:rfc822|global|partial)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/;

/** Marks of writing direction, which Arabic and Hebrew reports put around addresses. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A message's readable text, walked over once for all stages. */
export interface SplitReport extends ReportText {
  /** What the reporting system says; `lines` are its lines. */
  readonly text: string;
  /** The vocabulary's words in the whole text, what was returned included. */
  readonly allWords: readonly Word[];
  /** Those that the reporting system says. */
  readonly words: readonly Word[];
}

/** A message as it is divided. */
export type Divided = Pick<Message, 'form' | 'headers' | 'text' | 'parts'>;

export function splitReport(message: Divided): SplitReport {
  return new Split(message);
}

class Split implements SplitReport {
  readonly form;
  readonly headers;
  readonly statusParts;
  readonly text;
  readonly allWords;
  readonly words;
  private readonly parts;
  private readonly returned;
  private readonly roles = lazy(() => new Set(this.words.map(({ value }) => value)));
  readonly mayHold = (role: Role) => this.roles().has(role);
  private ownLines: string[] | null = null;
  private blocks: Headers[] | null = null;
  private returnedHeaders: Headers | null = null;

  constructor({ form, headers, text, parts }: Divided) {
    const whole = text.replace(DIRECTION, '');
    const allWords = wordsIn(whole);
    const cut = returnedFrom(whole, allWords);
    this.form = form;
    this.headers = headers;
    this.parts = parts;
    this.statusParts = parts.filter(isStatusPart).map((part) => inOwnLetters(part.text));
    this.text = whole.slice(0, cut);
    this.returned = whole.slice(cut);
    this.allWords = allWords;
    this.words = cut === whole.length ? allWords : allWords.filter(({ end }) => end <= cut);
  }

  // Asked for only where the message may be a report.
  get lines(): string[] {
    return (this.ownLines ??= this.text.split('\n'));
  }

  get statusBlocks(): Headers[] {
    return (this.blocks ??= statusBlocks(this.statusParts, this.lines));
  }

  get original(): Headers {
    return (this.returnedHeaders ??= originalHeaders(this.parts, this.returned));
  }
}

/** Gateways rename the part that machines read: `text/plain; name=details.txt`. */
export const isStatusPart = ({ mediaType, preview }: Part) =>
  isStatusType(mediaType) || /^\s{0,20}reporting-mta\s{0,3}:/i.test(preview.slice(0, 100));

/** Fields are ASCII; a Japanese server writes its answer in ISO-2022-JP all the same. */
const inOwnLetters = (text: string) =>
  text.includes('\u001b$') ? (decodeAs(toBytes(text), 'iso-2022-jp') ?? text) : text;

const BEGINS_RETURNED: ReadonlySet<Role> = new Set(['returned-marker', 'returned-line', 'header-field']);
/** Longer lines are sentences. */
const MAX_MARKER_LINE = 120;

/**
 * Where the line begins that the returned mail stands behind, as some system writes it, or its header block
 * itself; the text's length where nothing came back:
 *
 *     --- Below this line is a copy of the message.
 *     ------ This is a copy of the message, including all the headers. ------
 *        ----- Original message follows -----
 *     Original message headers:
 */
function returnedFrom(text: string, words: readonly Word[]): number {
  let first = text.search(/\S/);
  if (first < 0) first = text.length;
  const identified = lazy(() => endOfIdentification(text, words));
  for (const word of words) {
    if (!BEGINS_RETURNED.has(word.value)) continue;
    const line = lineBegun(text, word);
    // A report says something before it returns the mail.
    if (
      line > first &&
      word.start >= identified() &&
      (word.value === 'header-field' ? isHeaderRun(text, line) : isMarker(text, line, word))
    )
      return line;
  }
  return text.length;
}

/** `This report relates to a message you sent with the following header fields:`, then these, then what became of it. */
const IDENTIFIES = new RegExp(
  `^[\\t >]{0,8}(?:(?:${alternatives(detection.identifies)})\\b.{0,80}|.{0,80}\\b(?:${alternatives(detection.identifiesAtEnd)}))[\\t ]*\\n\\s{0,80}`,
  'im',
);
/** Characters of a report's beginning in which it says what mail it is about. */
const MAX_INTRODUCTION = 2000;

/** Where the header fields end by which a report says what mail it is about; 0 where it does not. */
function endOfIdentification(text: string, words: readonly Word[]): number {
  const mayIdentify = words.some(
    ({ value, start }) => value === 'identifies-mail' && start < MAX_INTRODUCTION,
  );
  const match = mayIdentify ? IDENTIFIES.exec(text.slice(0, MAX_INTRODUCTION)) : null;
  if (!match) return 0;
  const fields = match.index + match[0].length;
  const end = text.indexOf('\n\n', fields);
  return end < 0 || end - fields > MAX_INTRODUCTION ? 0 : end;
}

function isMarker(text: string, line: number, { value, end }: Word): boolean {
  const stop = text.indexOf('\n', end);
  if ((stop < 0 ? text.length : stop) - line >= MAX_MARKER_LINE) return false;
  const rest = text.slice(end, stop < 0 ? text.length : stop);
  return value === 'returned-marker' || /^\s*(?:$|-)/.test(rest);
}

const STATUS_FIELD =
  /^[\s>]{0,12}(?:reporting-mta|arrival-date|final-recipient|original-recipient|action|diagnostic-code|remote-mta)\s{0,3}:/i;
/** Characters around a run of fields in which the fields of a delivery status may stand. */
const AROUND = 800;

/** `X-Postfix-Queue-ID:` beside `Reporting-MTA:`, or above `Final-Recipient:`, belongs to the status part. */
function isOfStatus(text: string, start: number): boolean {
  const above = text
    .slice(Math.max(0, start - AROUND), start)
    .split('\n')
    .reverse()
    .slice(1);
  const own = above.slice(0, above.findIndex((line) => line.trim() === '') + 1 || above.length);
  const [block = '', next = ''] = text.slice(start, start + AROUND).split(/\n\s*\n/);
  return [...own, ...block.split('\n'), next.split('\n')[0] ?? ''].some((line) => STATUS_FIELD.test(line));
}

/** Two fields in a row are a header block; one may be a sentence with a colon. */
function isHeaderRun(text: string, start: number): boolean {
  if (isOfStatus(text, start)) return false;
  let fields = 0;
  let at = start;
  for (let n = 0; n < 12 && at < text.length; n++) {
    const stop = text.indexOf('\n', at);
    const line = text.slice(at, stop < 0 ? text.length : stop);
    if (n === 0 && !/^\s{0,12}(?:[a-z-]{1,40}: |return-path:<)/i.test(line)) return false;
    if (/^\s{0,8}[A-Za-z][A-Za-z0-9-]{1,40}: ?\S/.test(line)) fields++;
    // A page has lost the indent of folded lines; only an empty line ends a block.
    else if (line.trim() === '') break;
    if (fields >= 2) return true;
    if (stop < 0) break;
    at = stop + 1;
  }
  return false;
}

function originalHeaders(parts: readonly Part[], rest: string): Headers {
  for (const part of parts) {
    if (
      !ORIGINAL_PART.test(part.mediaType) &&
      !/headers?[^/]*\.(?:txt|eml)$/i.test((part.filename ?? '').slice(-100))
    )
      continue;
    const { headers } = parseHeaderBlock(part.text.trimStart());
    if (headers.hasFields(2)) return headers;
  }
  return headersIn(rest);
}

const STARTS_BLOCK =
  /^[\t >]{0,8}(?:received|return-path|from|message-id|date|subject|to|x-[a-z-]+|dkim-signature|mime-version|content-type): ?\S/im;
/** Characters of a returned mail that hold its header block. */
const MAX_BLOCK = 32 * 1024;

/** The header block inside the returned lines, which may be indented or quoted. */
function headersIn(rest: string): Headers {
  const start = rest.search(STARTS_BLOCK);
  if (start < 0) return new Headers();
  const block = rest.slice(start, start + MAX_BLOCK);
  const margin = /^[\s>]*/.exec(block)?.[0] ?? '';
  const lines = block.split('\n').map((line) => {
    const own = line.startsWith(margin) ? line.slice(margin.length) : line;
    // A page has lost the indent of folded lines: `Received: from …`, then `by smtp.company.example` on its own.
    return /^(?:\s|[!-9;-~]{1,77}[ \t]{0,8}:|$)/.test(own) ? own : ` ${own}`;
  });
  return parseHeaderBlock(lines.join('\n')).headers;
}
