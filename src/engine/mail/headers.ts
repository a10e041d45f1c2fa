/** Header blocks: of the message itself, of a delivery-status part, of a returned original. */
import { decodeWords } from './encoded-words';

export class Headers {
  private readonly fields = new Map<string, string[]>();

  add(name: string, value: string): void {
    const key = name.toLowerCase();
    const values = this.fields.get(key);
    if (values) values.push(value);
    else this.fields.set(key, [value]);
  }

  /** First value of a field, unfolded, not decoded; null where there is none. */
  get(name: string): string | null {
    return this.fields.get(name)?.[0] ?? null;
  }

  all(name: string): readonly string[] {
    return this.fields.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.fields.has(name);
  }

  get size(): number {
    return this.fields.size;
  }

  /** First value with RFC 2047 words decoded. */
  decoded(name: string): string | null {
    const value = this.get(name);
    return value === null ? null : decodeWords(value);
  }

  /** The address in a field such as From, lower case; null where it names none. */
  address(name: string): string | null {
    const value = this.get(name);
    return value === null ? null : addressIn(value);
  }
}

/** The empty return path of bounces, RFC 5321, 4.5.5: `<>`; some write it as `<MAILER-DAEMON>`. */
export const isNullPath = (returnPath: string) =>
  /^\s{0,8}<\s{0,8}(?:mailer-daemon)?\s{0,8}>\s{0,8}$/i.test(returnPath);

/** Finds the address in `Name <local@domain>`, `<local@domain>` or `local@domain (comment)`. */
export function addressIn(value: string): string | null {
  const angled = /<([^<>\s]{1,320}@[^<>\s]{1,255})>/.exec(value);
  const bare = angled ?? /([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})/.exec(value);
  return bare?.[1]?.toLowerCase() ?? null;
}

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
  let name: string | null = null;
  let value = '';
  let at = start;
  const keep = () => {
    if (name !== null) headers.add(name, value.trim());
    name = null;
  };
  while (at < text.length) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    const line = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
    at = stop + 1;
    if (line.trim() === '') break;
    if (line[0] === ' ' || line[0] === '\t') {
      if (name !== null) value += ' ' + line.trim();
      continue;
    }
    const colon = line.indexOf(':');
    const label = colon > 0 ? line.slice(0, colon).trimEnd() : '';
    if (!isFieldName(label)) continue;
    keep();
    name = label;
    value = line.slice(colon + 1);
  }
  keep();
  return { headers, end: Math.min(at, text.length) };
}

/** RFC 5322 field names: printable, no colon, no space; 77 is far above any in use. */
export function isFieldName(label: string): boolean {
  return label.length > 0 && label.length <= 77 && /^[!-9;-~]+$/.test(label);
}
