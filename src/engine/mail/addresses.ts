/**
 * The address in a field such as From or To (RFC 5322, 3.4), as a mail program shows it:
 *
 *     "Microsoft Outlook <x@outlook.com>" <x@evil.example>   the one in angle brackets, not the one that is quoted
 *     (a@b.example) c@d.example                              comments say nothing
 *     a@b.example: c@d.example;                              a group: its name is no address
 *     <@relay.example:c@d.example>                           a route: the last one is meant
 *     "System Administrator"@example.com                     quoted, and an address all the same
 */
import { codeAt } from '../code-at';

/** Characters of a field that are read: the first of many addresses stands at its beginning. */
const MAX_READ = 4000;

const [QUOTE, OPEN, CLOSE, COMMA, COLON, SEMICOLON, LESS, GREATER, AT, BACKSLASH] = [
  34, 40, 41, 44, 58, 59, 60, 62, 64, 92,
];

/** @returns the first mailbox's address, lower case; null where the field names none */
export function addressIn(value: string): string | null {
  if (!value.includes('@')) return null;
  const field = value.length > MAX_READ ? value.slice(0, MAX_READ) : value;
  // The fast path, for nearly all fields: a name and an address, or an address alone.
  const plain = PLAIN.exec(field);
  return (plain?.[1] ?? firstMailbox(field) ?? ANYWHERE.exec(field)?.[1])?.toLowerCase() ?? null;
}

const PLAIN =
  /^(?:[^<>"(),;:@\\]{0,200}(?:\s|(?=<)))?<?([^\s<>"(),;:@\\]{1,320}@[^\s<>"(),;:@\\]{1,255})>?\s{0,20}$/;
/** Where the grammar finds none: `"user@example.com"`. */
const ANYWHERE = /([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})/;

function firstMailbox(field: string): string | null {
  let angled: string | null = null;
  let bare = '';
  for (let at = 0; at < field.length;) {
    const code = codeAt(field, at);
    if (code === QUOTE) {
      const end = endOfQuoted(field, at);
      // A quoted name is dropped, a quoted local part is not.
      if (codeAt(field, end) === AT) bare += field.slice(at, end);
      at = end;
    } else if (code === OPEN) at = endOfComment(field, at);
    else if (code === LESS) {
      const end = endOfAngle(field, at);
      const inside = withoutComments(field.slice(at + 1, end))
        .replace(/^[^":]*:/, '')
        .replace(/\s+/g, '');
      if (inside.includes('@')) angled = inside;
      at = end + 1;
    } else if (code === COLON) {
      bare = '';
      angled = null;
      at++;
    } else if (code === COMMA || code === SEMICOLON) {
      const found = angled ?? addressOf(bare);
      if (found !== null) return found;
      bare = '';
      at++;
    } else {
      bare += field[at] ?? '';
      at++;
    }
  }
  return angled ?? addressOf(bare);
}

const BARE = /(?:"[^"]{1,64}"|(?<![^\s<>",;:])[^\s<>",;:]{1,320})@[^\s<>",;:@]{1,255}/;
const addressOf = (text: string): string | null =>
  text.includes('@') ? (BARE.exec(text)?.[0] ?? null) : null;

/** Just behind the quote that ends it. */
function endOfQuoted(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && codeAt(text, at) !== QUOTE) at += codeAt(text, at) === BACKSLASH ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** Just behind the bracket that ends it; comments may stand in comments. */
export function endOfComment(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = codeAt(text, at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
  }
  return text.length;
}

/** At the bracket that ends it; one in quotes does not. */
function endOfAngle(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && codeAt(text, at) !== GREATER)
    at = codeAt(text, at) === QUOTE ? endOfQuoted(text, at) : at + 1;
  return at;
}

function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  for (let at = 0; at < text.length;) {
    if (codeAt(text, at) === OPEN) at = endOfComment(text, at);
    else kept += text[at++] ?? '';
  }
  return kept;
}
