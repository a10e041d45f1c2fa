/** Content-Transfer-Encoding and charset: from a part's characters, one a byte, to its text. */
import { codeAt } from '../code-at';
import { asWindows1252, charsetNamed, decodeAs, decodeText, isAscii, toBytes } from './charset';

/** Charsets whose decoding is the identity on ASCII, which most reports are. */
const ASCII_LIKE =
  /^(?:us-ascii|ascii|utf-?8|iso-8859-\d{1,2}|latin\d|windows-125\d|cp125\d|unknown-8bit|unknown|x-unknown|default|)$/;
/** The longest name of a charset has 45 characters. */
const MAX_NAME = 60;

/** @param raw the part's body, one character a byte */
export function decodePart(raw: string, encoding: string, charset: string): string {
  const bytes = decodeTransfer(raw, encoding);
  const name = charset
    .slice(0, MAX_NAME)
    .toLowerCase()
    .replace(/^["'\s]+|["'\s]+$/g, '');
  if (isAscii(bytes) && ASCII_LIKE.test(name)) return bytes;
  return decodeCharset(bytes, name);
}

/**
 * @param encoding the field's value: its name may be followed by a comment
 * @returns the part's bytes, one character each; as they stand where nothing, or nothing known, was done to them
 */
export function decodeTransfer(raw: string, encoding: string): string {
  const name = /^\s*([a-z0-9-]{1,20})(?![a-z0-9-])/i.exec(encoding)?.[1]?.toLowerCase();
  if (name === 'quoted-printable') return decodeQuotedPrintable(raw);
  return name === 'base64' ? decodeBase64(raw) : raw;
}

/** `=3D` → `=`; `=` at the end of a line joins it with the next (RFC 2045, 6.7). */
export function decodeQuotedPrintable(raw: string): string {
  let mark = raw.indexOf('=');
  if (mark < 0) return raw;
  let text = '';
  let at = 0;
  while (mark >= 0) {
    const byte = byteAt(raw, mark + 1);
    const next = byte < 0 ? afterSoftBreak(raw, mark + 1) : mark + 3;
    if (next > 0) {
      text += raw.slice(at, mark) + (byte < 0 ? '' : (BYTES[byte] ?? ''));
      at = next;
    }
    mark = raw.indexOf('=', Math.max(next, mark + 1));
  }
  return text + raw.slice(at);
}

/** All bytes, one character each. */
const BYTES = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** The byte that two hexadecimal digits name; below zero where there are none. */
function byteAt(raw: string, at: number): number {
  const high = digit(codeAt(raw, at));
  return high < 0 ? -1 : high * 16 + digit(codeAt(raw, at + 1));
}

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -256;
}

/** Where the line goes on behind `=`, blanks and a line end; -1 where no line ends there. */
function afterSoftBreak(raw: string, from: number): number {
  let at = from;
  while (at - from < 10 && (raw[at] === ' ' || raw[at] === '\t')) at++;
  if (raw[at] === '\r') at++;
  return raw[at] === '\n' ? at + 1 : -1;
}

/** Foreign characters are passed over, as RFC 2045 asks; a cut end is read as far as it goes. */
export function decodeBase64(raw: string): string {
  const letters = raw.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  return atob(whole);
}

/** Named for nothing, or for what is a part of Windows-1252. */
const UNNAMED = /^(?:|unknown-8bit|unknown|x-unknown|default|utf-?8)$/;
const WESTERN = /^(?:us-ascii|ascii|iso-8859-1|latin1|windows-1252|cp1252)$/;

/**
 * @param raw one character a byte
 * @param charset lower case; where it is unknown or empty, the bytes tell
 */
export function decodeCharset(raw: string, charset: string): string {
  if (WESTERN.test(charset)) return asWindows1252(raw);
  const bytes = toBytes(raw);
  // What calls itself UTF-8 or nothing is often neither.
  if (UNNAMED.test(charset)) return decodeText(bytes);
  const text = decodeAs(bytes, charsetNamed(charset));
  if (text === null) return decodeText(bytes);
  // A charset that lies: what is no text in it is mostly UTF-8. In UTF-16, anything is some text; but a line end
  // has a byte of zero.
  const isDoubtful = text.includes('\ufffd') || (/^utf-?16/.test(charset) && !raw.includes('\0'));
  return isDoubtful && isUtf8(bytes) ? decodeText(bytes) : text;
}

const isUtf8 = (bytes: Uint8Array) => !(decodeAs(bytes, 'utf-8') ?? '\ufffd').includes('\ufffd');
