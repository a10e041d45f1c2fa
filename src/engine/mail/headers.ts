/** Header blocks: of the message itself, of a delivery-status part, of a returned original. */
import { codeAt } from '../code-at';
import { decodeText, isAscii, toBytes } from './charset';
import { addressIn } from './addresses';
import { decodeWords } from './encoded-words';
import { MAX_FIELD, MAX_FIELDS } from './limits';

/** Numbers kept of a field: where its name begins and ends in the text, and where its value does. */
const PLACES = 4;

/** They stay in their text until they are asked for, still folded: of thirty fields four are read. */
export class Headers {
  private readonly places: number[] = [];
  private plain: boolean | null = null;
  private decodedFields: Map<string, string | null> | null = null;
  private addresses: Map<string, string | null> | null = null;

  /**
   * @param text in which fields will be marked
   * @param isRaw its characters are bytes: values are ASCII, or UTF-8 where a sender did not care
   */
  constructor(
    private text = '',
    private readonly isRaw = false,
  ) {}

  /** A field that stands in the text; beyond the limit, fields are passed over. */
  mark(name: number, nameEnd: number, value: number, valueEnd: number): void {
    if (this.places.length < MAX_FIELDS * PLACES) this.places.push(name, nameEnd, value, valueEnd);
  }

  /** @param value may still be folded over several lines */
  add(name: string, value: string): void {
    this.plain = null;
    const start = this.text.length;
    const colon = start + name.length;
    this.text += `${name}:${value}\n`;
    this.mark(start, colon, colon + 1, colon + 1 + value.length);
  }

  /**
   * First value of a field, unfolded, not decoded; null where there is none.
   * @param name lower case
   */
  get(name: string): string | null {
    const at = this.find(name, 0);
    return at < 0 ? null : this.valueAt(at);
  }

  all(name: string): string[] {
    const values: string[] = [];
    for (let at = this.find(name, 0); at >= 0; at = this.find(name, at + PLACES))
      values.push(this.valueAt(at));
    return values;
  }

  /**
   * All fields of some names, the newest first, as they stand in the block: what stands above a server's line
   * was written after it.
   * @param names lower case
   */
  inOrder(names: readonly string[]): { name: string; value: string }[] {
    const found: { name: string; value: string }[] = [];
    for (let at = 0; at < this.places.length; at += PLACES) {
      const [start = 0, end = 0] = [this.places[at], this.places[at + 1]];
      const name = names.find((one) => one.length === end - start && isNamed(this.text, start, one));
      if (name !== undefined) found.push({ name, value: this.valueAt(at) });
    }
    return found;
  }

  has(name: string): boolean {
    return this.find(name, 0) >= 0;
  }

  /** Does it hold at least this many different fields? */
  hasFields(count: number): boolean {
    const names = new Set<string>();
    for (let at = 0; at < this.places.length && names.size < count; at += PLACES)
      names.add(this.text.slice(this.places[at], this.places[at + 1]).toLowerCase());
    return names.size >= count;
  }

  private find(name: string, from: number): number {
    const { text, places } = this;
    for (let at = from; at < places.length; at += PLACES) {
      const start = places[at] ?? 0;
      if ((places[at + 1] ?? 0) - start === name.length && isNamed(text, start, name)) return at;
    }
    return -1;
  }

  private valueAt(at: number): string {
    const value = unfold(this.text.slice(this.places[at + 2], this.places[at + 3]));
    return this.isRaw && !this.isPlain() && !isAscii(value) ? decodeText(toBytes(value)) : value;
  }

  /** Is the whole block ASCII, as nearly all are? Then no value has to be asked. */
  private isPlain(): boolean {
    return (this.plain ??= isAscii(this.text.slice(this.places[0], this.places.at(-1))));
  }

  /** First value with RFC 2047 words decoded. */
  decoded(name: string): string | null {
    return this.once((this.decodedFields ??= new Map()), name, decodeWords);
  }

  /** The address in a field such as From, lower case; null where it names none. */
  address(name: string): string | null {
    return this.once((this.addresses ??= new Map()), name, addressIn);
  }

  private once(known: Map<string, string | null>, name: string, read: (value: string) => string | null) {
    let found = known.get(name);
    if (found === undefined) {
      const value = this.get(name);
      known.set(name, (found = value === null ? null : read(value)));
    }
    return found;
  }
}

/** @param name lower case; names of fields are ASCII */
function isNamed(text: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = codeAt(text, start + i);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== codeAt(name, i)) return false;
  }
  return true;
}

function unfold(raw: string): string {
  const value = raw.slice(0, MAX_FIELD);
  if (!value.includes('\n')) return value.trim();
  let unfolded = '';
  for (let at = 0, stop = 0; stop < value.length; at = stop + 1) {
    stop = value.indexOf('\n', at);
    if (stop < 0) stop = value.length;
    unfolded += at === 0 ? withoutReturn(value.slice(0, stop)) : ` ${value.slice(at, stop).trim()}`;
  }
  return unfolded.trim();
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** The empty return path of bounces, RFC 5321, 4.5.5: `<>`; some write it as `<MAILER-DAEMON>`. */
export const isNullPath = (returnPath: string) =>
  /^\s{0,8}<\s{0,8}(?:mailer-daemon)?\s{0,8}>\s{0,8}$/i.test(returnPath);

const TAB = 9;
const RETURN = 13;
const SPACE = 32;
const COLON = 58;
/** RFC 5322 has no such limit; 77 is far above any name in use. */
const MAX_NAME = 77;

/**
 * Reads `Name: value` lines up to the first empty line:
 *
 *     Final-Recipient: rfc822; user@example.com
 *     Diagnostic-Code: smtp; 550 5.1.1 <user@example.com>:
 *        User unknown                        <- folded: belongs to the line before
 *
 * @param isRaw the text is one character a byte
 * @returns the fields, and where the text after the empty line begins
 */
export function parseHeaderBlock(text: string, start = 0, isRaw = false): { headers: Headers; end: number } {
  const headers = new Headers(text, isRaw);
  let name = -1;
  let nameEnd = 0;
  let from = 0;
  let to = 0;
  let at = start;
  let goesOn = false;
  const keep = () => {
    if (name >= 0) headers.mark(name, nameEnd, from, to);
    name = -1;
  };
  while (at < text.length) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    const line = at;
    at = stop + 1;
    const first = codeAt(text, line);
    if (first <= SPACE && isBlank(text, line, stop)) {
      // A line of blanks is a folded one where nothing but fields follow up to an empty line.
      goesOn ||= isIndented(text, line, stop) && fieldsFollow(text, at);
      if (!goesOn || !isIndented(text, line, stop)) break;
    }
    // A folded line belongs to the field above.
    if (first === SPACE || first === TAB) {
      to = stop;
      continue;
    }
    keep();
    nameEnd = endOfName(text, line, stop);
    if (nameEnd < 0) continue;
    name = line;
    from = text.indexOf(':', nameEnd) + 1;
    to = stop;
  }
  keep();
  return { headers, end: Math.min(at, text.length) };
}

/** Blanks before its end. */
const isIndented = (text: string, from: number, to: number) =>
  to > from && (codeAt(text, from) === SPACE || codeAt(text, from) === TAB);

/** Do lines of a header block follow, and nothing else, up to an empty line? */
function fieldsFollow(text: string, from: number): boolean {
  let fields = 0;
  for (let at = from; at < text.length;) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    const isFolded = isIndented(text, at, stop);
    if (!isFolded && isBlank(text, at, stop)) return fields > 0;
    if (!isFolded && endOfName(text, at, stop) < 0) return false;
    if (!isFolded) fields++;
    at = stop + 1;
  }
  return false;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = codeAt(text, i);
    if (code !== SPACE && (code < TAB || code > RETURN)) return false;
  }
  return true;
}

/** Where a field's name ends, before its colon; -1 where the line begins with no name. */
function endOfName(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isNameCode(codeAt(text, i))) i++;
  const end = i;
  if (end === from || end - from > MAX_NAME) return -1;
  while (i < to && i - from <= MAX_NAME && (codeAt(text, i) === SPACE || codeAt(text, i) === TAB)) i++;
  return i < to && codeAt(text, i) === COLON ? end : -1;
}

/** RFC 5322, 3.6.8: printable, no colon, no space. */
const isNameCode = (code: number) => code > SPACE && code < 127 && code !== COLON;

export function isFieldName(label: string): boolean {
  if (label.length === 0 || label.length > MAX_NAME) return false;
  for (let i = 0; i < label.length; i++) if (!isNameCode(codeAt(label, i))) return false;
  return true;
}
