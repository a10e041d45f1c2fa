/**
 * Parameters of fields such as Content-Type (RFC 2045, 5.1; in pieces and with a charset, RFC 2231), one reader
 * for all: `boundary`, `charset`, `filename`.
 *
 *     attachment; filename="report.html"
 *     attachment; filename=Undelivered report.html           no quotes: up to the semicolon
 *     attachment; filename*1=".html"; filename*0="invoice.pdf"   pieces are put in the order of their numbers
 *     multipart/mixed; x-boundary=a; (boundary=a) boundary=b     b
 */
import { endOfComment } from './addresses';
import { decodeAs, toBytes } from './charset';

/** Parameters of one field that are read. */
const MAX_PARAMETERS = 200;

/** @returns name, lower case, to value; of two by one name the first */
export function parametersOf(field: string): Map<string, string> {
  const found = new Map<string, string>();
  const pieces = new Map<string, Map<number, { value: string; isCoded: boolean }>>();
  let count = 0;
  for (const [written, value] of asWritten(field)) {
    if (++count > MAX_PARAMETERS) break;
    const [, name = written, number, star] = /^([^*]{1,60})(?:\*(\d{1,3}))?(\*)?$/.exec(written) ?? [];
    if (number === undefined && star === undefined) {
      if (!found.has(name)) found.set(name, value);
      continue;
    }
    const own = pieces.get(name) ?? new Map<number, { value: string; isCoded: boolean }>();
    pieces.set(name, own);
    const at = Number(number ?? 0);
    if (!own.has(at)) own.set(at, { value, isCoded: star !== undefined });
  }
  // What is written with a charset is meant for programs that can read it, and says more.
  for (const [name, own] of pieces) found.set(name, joined(own));
  return found;
}

/** Put in order; percents are undone where a piece is marked so. */
function joined(own: ReadonlyMap<number, { value: string; isCoded: boolean }>): string {
  const all = [...own].sort(([one], [other]) => one - other).map(([, piece]) => piece);
  if (!all.some(({ isCoded }) => isCoded)) return all.map(({ value }) => value).join('');
  const mark = /^([\w-]{0,40})'[\w-]{0,20}'/.exec(all[0]?.value ?? '');
  const bytes = all
    .map(({ value, isCoded }, at) => {
      const text = at === 0 ? value.slice(mark?.[0].length ?? 0) : value;
      return isCoded
        ? text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        : text;
    })
    .join('');
  return decodeAs(toBytes(bytes), mark?.[1] || 'utf-8') ?? bytes;
}

/** Name and value of each, as they are written. */
function* asWritten(field: string): Generator<[name: string, value: string]> {
  let at = endOfType(field);
  while (at < field.length) {
    at = afterBlanks(field, at);
    const equals = NAME.exec(((NAME.lastIndex = at), field));
    if (equals === null) {
      at = nextPiece(field, at);
      continue;
    }
    at = afterBlanks(field, NAME.lastIndex);
    const name = (equals[1] ?? '').toLowerCase();
    if (field[at] === '"') {
      const [value, end] = quotedAt(field, at);
      yield [name, value];
      at = nextPiece(field, end);
    } else {
      const end = nextPiece(field, at);
      const bare = field.slice(at, field[end - 1] === ';' ? end - 1 : end);
      yield [name, withoutComment(bare).trim()];
      at = end;
    }
  }
}

const NAME = /([^\s=;"()]{1,80})\s{0,20}=/y;

/** Where the type or disposition ends: at the first semicolon or, where that was forgotten, the first blank. */
function endOfType(field: string): number {
  const found = /^\s*[^\s;]{0,200}/.exec(field)?.[0].length ?? 0;
  return field.slice(0, found).includes('=') ? 0 : found;
}

/** Behind blanks, semicolons and comments. */
function afterBlanks(field: string, from: number): number {
  let at = from;
  for (; at < field.length;) {
    const sign = field[at] ?? '';
    if (sign === '(') at = endOfComment(field, at);
    else if (sign === ';' || sign.trim() === '') at++;
    else break;
  }
  return at;
}

/** Just behind the next semicolon that is not in quotes. */
function nextPiece(field: string, from: number): number {
  for (let at = from; at < field.length; at++) {
    if (field[at] === ';') return at + 1;
    if (field[at] === '"') at = quotedAt(field, at)[1] - 1;
  }
  return field.length;
}

/** A quoted text and the place behind it; a backslash before anything but a quote or itself is a path. */
function quotedAt(field: string, start: number): [value: string, end: number] {
  let value = '';
  let from = start + 1;
  let at = from;
  for (; at < field.length && field[at] !== '"'; at++) {
    if (field[at] !== '\\' || !/["\\]/.test(field[at + 1] ?? '')) continue;
    value += field.slice(from, at);
    from = ++at;
  }
  return [value + field.slice(from, at), Math.min(at + 1, field.length)];
}

const withoutComment = (text: string) =>
  text
    .trimEnd()
    .replace(/\s\([^()]{0,200}\)$/, '')
    .trimEnd();
