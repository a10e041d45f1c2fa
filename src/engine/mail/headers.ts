/** Header blocks: of the message itself, of a delivery-status part, of a returned original. */
import { decodeWords } from './encoded-words';
import { MAX_FIELD, MAX_FIELDS } from './limits';

/** A field by its name; as it stands until it is asked for, still folded: of thirty fields four are read. */
interface Field {
  values: string[];
  isFolded: boolean;
}

export class Headers {
  private readonly fields = new Map<string, Field>();
  private decodedFields: Map<string, string | null> | null = null;
  private addresses: Map<string, string | null> | null = null;

  /** @param value may still be folded over several lines */
  add(name: string, value: string): void {
    const key = name.toLowerCase();
    const field = this.fields.get(key);
    if (!field) {
      this.fields.set(key, { values: [value], isFolded: true });
      return;
    }
    field.values.push(value);
    field.isFolded = true;
  }

  /** First value of a field, unfolded, not decoded; null where there is none. */
  get(name: string): string | null {
    return this.all(name)[0] ?? null;
  }

  all(name: string): readonly string[] {
    const field = this.fields.get(name);
    if (!field) return NONE;
    if (field.isFolded) field.values = field.values.map(unfold);
    field.isFolded = false;
    return field.values;
  }

  has(name: string): boolean {
    return this.fields.has(name);
  }

  get size(): number {
    return this.fields.size;
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

const NONE: readonly string[] = [];

function unfold(raw: string): string {
  const value = raw.slice(0, MAX_FIELD);
  if (!value.includes('\n')) return value.trim();
  const [first = '', ...folded] = value.split('\n');
  return [first.replace(/\r$/, ''), ...folded.map((line) => line.trim())].join(' ').trim();
}

/** The empty return path of bounces, RFC 5321, 4.5.5: `<>`; some write it as `<MAILER-DAEMON>`. */
export const isNullPath = (returnPath: string) =>
  /^\s{0,8}<\s{0,8}(?:mailer-daemon)?\s{0,8}>\s{0,8}$/i.test(returnPath);

/** Finds the address in `Name <local@domain>`, `<local@domain>` or `local@domain (comment)`. */
export function addressIn(value: string): string | null {
  if (!value.includes('@')) return null;
  const angled = /<([^<>\s]{1,320}@[^<>\s]{1,255})>/.exec(value);
  const bare = angled ?? /([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})/.exec(value);
  return bare?.[1]?.toLowerCase() ?? null;
}

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
 * @returns the fields, and where the text after the empty line begins
 */
export function parseHeaderBlock(text: string, start = 0): { headers: Headers; end: number } {
  const headers = new Headers();
  let name = '';
  let from = 0;
  let to = 0;
  let at = start;
  let count = 0;
  const keep = () => {
    if (name !== '' && count++ < MAX_FIELDS) headers.add(name, text.slice(from, to));
    name = '';
  };
  while (at < text.length) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    const line = at;
    at = stop + 1;
    const first = text.charCodeAt(line);
    if (first <= SPACE && isBlank(text, line, stop)) break;
    // A folded line belongs to the field above.
    if (first === SPACE || first === TAB) {
      to = stop;
      continue;
    }
    keep();
    const colon = nameEnd(text, line, stop);
    if (colon < 0) continue;
    name = text.slice(line, colon).trimEnd();
    from = colon + 1;
    to = stop;
  }
  keep();
  return { headers, end: Math.min(at, text.length) };
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== SPACE && (code < TAB || code > RETURN)) return false;
  }
  return true;
}

/** Where the colon behind a field's name stands; -1 where the line begins with no name. */
function nameEnd(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isNameCode(text.charCodeAt(i))) i++;
  if (i === from || i - from > MAX_NAME) return -1;
  while (i < to && i - from <= MAX_NAME && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB)) i++;
  return i < to && text.charCodeAt(i) === COLON ? i : -1;
}

/** RFC 5322, 3.6.8: printable, no colon, no space. */
const isNameCode = (code: number) => code > SPACE && code < 127 && code !== COLON;

export function isFieldName(label: string): boolean {
  if (label.length === 0 || label.length > MAX_NAME) return false;
  for (let i = 0; i < label.length; i++) if (!isNameCode(label.charCodeAt(i))) return false;
  return true;
}
