/** Content-Transfer-Encoding and charset: from a part's characters, one a byte, to its text. */
import { decodeText, toBytes, windows1252 } from './bytes';

/** Charsets whose decoding is the identity on ASCII, which most reports are. */
const ASCII_LIKE =
  /^(?:us-ascii|ascii|utf-?8|iso-8859-\d{1,2}|latin\d|windows-125\d|cp125\d|unknown-8bit|unknown|x-unknown|default|)$/;
const NOT_ASCII = /[\u0080-\uffff]/;

/**
 * @param raw the part's body, one character a byte
 * @returns null where the encoding or the charset is one that is not read here
 */
export function decodePart(raw: string, encoding: string, charset: string): string | null {
  const bytes = decodeTransfer(raw, encoding);
  if (bytes === null) return null;
  const name = charset.toLowerCase().replace(/^["'\s]+|["'\s]+$/g, '');
  if (!NOT_ASCII.test(bytes) && ASCII_LIKE.test(name)) return bytes;
  return decodeCharset(bytes, name);
}

function decodeTransfer(raw: string, encoding: string): string | null {
  switch (
    encoding
      .trim()
      .toLowerCase()
      .split(/[\s;(]/)[0] ??
    ''
  ) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return raw;
    case 'quoted-printable':
      return decodeQuotedPrintable(raw);
    case 'base64':
      return decodeBase64(raw);
    default:
      return null;
  }
}

/** `=3D` → `=`; `=` at the end of a line joins it with the next (RFC 2045, 6.7). */
export function decodeQuotedPrintable(raw: string): string {
  if (!raw.includes('=')) return raw;
  return raw
    .replace(/=[ \t]{0,10}\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
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

/** @returns null for a charset that the platform does not know */
function decodeCharset(raw: string, charset: string): string | null {
  const bytes = toBytes(raw);
  // What calls itself UTF-8 or nothing is often neither.
  if (UNNAMED.test(charset)) return decodeText(bytes);
  if (WESTERN.test(charset)) return windows1252(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}
