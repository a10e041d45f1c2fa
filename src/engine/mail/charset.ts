/** From bytes to characters, and back. */
import { codeAt } from '../code-at';
import { decodeUtf7, isUtf7 } from './utf-7';

type Utf16 = 'utf-16le' | 'utf-16be';

/** UTF-16 by its mark, or by the zero bytes that Latin text leaves in every other place. */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const size = Math.min(bytes.length, 512) & ~1;
  if (size < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = size / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

// Made once: a new one costs more than decoding a mail.
const decoders = new Map<string, TextDecoder | null>();
/** TextDecoder has some 220 names for its charsets. */
const MAX_NAMES = 500;

/** Names in use that TextDecoder lacks. */
const ALIASES = new Map(
  Object.entries({
    cp932: 'shift_jis',
    'x-sjis-win': 'shift_jis',
    cp936: 'gbk',
    ms936: 'gbk',
    cp949: 'euc-kr',
    ms949: 'euc-kr',
    cp950: 'big5',
    'big5-hkscs': 'big5',
    'iso-2022-jp-1': 'iso-2022-jp',
    'iso-2022-jp-2': 'iso-2022-jp',
    'iso-2022-jp-ms': 'iso-2022-jp',
    cp50220: 'iso-2022-jp',
    cp65001: 'utf-8',
    utf8mb4: 'utf-8',
    'unicode-1-1-utf-8': 'utf-8',
    'iso8859-1': 'iso-8859-1',
    'iso-8859-8-e': 'iso-8859-8',
    koi8: 'koi8-r',
  }),
);

export const charsetNamed = (name: string): string => ALIASES.get(name.toLowerCase()) ?? name;

/** @returns null where TextDecoder does not know the charset */
export function decodeAs(bytes: Uint8Array, charset: string): string | null {
  const name = charset.toLowerCase();
  if (isUtf7(name)) return decodeUtf7(latin1(bytes));
  let decoder = decoders.get(name);
  if (decoder === undefined) {
    decoder = decoderOf(name);
    // Mails may name any number of charsets that there are not.
    if (decoder !== null || decoders.size < MAX_NAMES) decoders.set(name, decoder);
  }
  return decoder && decoder.decode(bytes);
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

/** What stands for bytes that are no UTF-8; and the same character written, its bytes taken one by one. */
const REPLACED = '\ufffd';
const REPLACED_BYTES = '\u00ef\u00bf\u00bd';
const count = (text: string, part: string) => text.split(part).length;

/** Whole characters a fault, from which on a text is UTF-8 for all that. */
const FEW = 5;
const NOT_ASCII_ALL = /[\u0080-\ufffc]/g;

const NOT_ASCII = /[\u0080-\uffff]/;
const encoder = new TextEncoder();
const scratch = new Uint8Array(0x4000);
/** Characters from which on it takes half as long to write a text as UTF-8, where only ASCII is no longer, than to search it. */
const LONG = 300;

export const isAscii = (text: string) =>
  text.length > LONG && text.length <= scratch.length
    ? encoder.encodeInto(text, scratch).written === text.length
    : !NOT_ASCII.test(text);

/** Decodes text of unknown origin: UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  const text = decodeAs(bytes, utf16 ?? 'utf-8') ?? '';
  if (utf16) return text;
  // A decoder that throws would be the shorter way, and by far the slower one.
  if (!text.includes(REPLACED)) return text;
  const faults = count(text, REPLACED) - count(latin1(bytes), REPLACED_BYTES);
  // A broken byte among many whole characters is a broken byte, and no other charset.
  const whole = text.match(NOT_ASCII_ALL)?.length ?? 0;
  return faults === 0 || faults * FEW < whole ? text : windows1252(bytes);
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80; five places are empty. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * One character a byte. The platform decodes "latin1" as Windows-1252 (browsers) or as Latin-1 (Node 20):
 * `toBytes` takes both back to the same bytes.
 */
export const latin1 = (bytes: Uint8Array): string =>
  // Where there is a Buffer, it needs a tenth of the time.
  typeof Buffer === 'function'
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    : (decodeAs(bytes, 'latin1') ?? '');

const IS_WIDE = /[\u0100-\uffff]/;

/** The way back from `latin1`. */
export function toBytes(text: string): Uint8Array {
  if (typeof Buffer === 'function' && !IS_WIDE.test(text)) return Buffer.from(text, 'latin1');
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i);
    bytes[i] = code < 256 ? code : highByte(text[i] ?? '');
  }
  return bytes;
}

/** A question mark for what no byte stands for. */
function highByte(character: string): number {
  const place = HIGH.indexOf(character);
  return place < 0 ? 0x3f : 0x80 + place;
}

/**
 * By hand, since Node 20's TextDecoder takes Windows-1252 for Latin-1.
 * @param raw one character a byte, as `latin1` gives it
 */
export const asWindows1252 = (raw: string): string =>
  !/[\u0080-\u009f]/.test(raw)
    ? raw
    : raw.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);

const windows1252 = (bytes: Uint8Array): string => asWindows1252(latin1(bytes));
