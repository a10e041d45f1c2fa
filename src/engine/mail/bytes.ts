/** From bytes to characters, and the first look at what a file is. */
import { InputError } from '../input';
import { lazy } from './lazy';

const startsWith = (bytes: Uint8Array, ...mark: number[]) =>
  mark.every((value, index) => bytes[index] === value);

export const isMsg = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Files that people pick by mistake, by their first bytes. */
const notText: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x21, 0x42, 0x44, 0x4e],
];

type Utf16 = 'utf-16le' | 'utf-16be';

/** UTF-16 by its mark, or by the zero bytes that Latin text leaves in every other place. */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
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

/**
 * Refuses what holds no text.
 * @throws InputError `empty` or `binary`
 */
export function refuseNonText(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new InputError('empty', 'the input has no bytes');
  if (notText.some((mark) => startsWith(bytes, ...mark)))
    throw new InputError('binary', 'the input is not a mail or a text');
  let control = 0;
  const size = Math.min(bytes.length, 4096);
  for (let i = 0; i < size; i++) if (isControl(bytes[i] ?? 0)) control++;
  // A mail may carry a stray zero byte; a program, a database or compressed data is full of such bytes.
  if (control > size / 50 && !utf16Of(bytes))
    throw new InputError('binary', 'the input is full of control bytes');
}

/** Bytes that text does not hold: not tab, line ends, form feed or the escape of Japanese mail. */
const isControl = (byte: number) =>
  (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) || byte === 127;

// Made once: a new one costs more than decoding a mail.
const latin1Decoder = lazy(() => new TextDecoder('latin1'));
const utf8Decoder = lazy(() => new TextDecoder('utf-8', { fatal: true }));

/** Decodes text of unknown origin: UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return utf8Decoder().decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80; five places are empty. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * One character a byte. The platform decodes "latin1" as Windows-1252 (browsers) or as Latin-1 (Node 20):
 * `toBytes` takes both back to the same bytes.
 */
export const latin1 = (bytes: Uint8Array): string => latin1Decoder().decode(bytes);

/** The way back from `latin1`. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code < 256 ? code : 0x80 + HIGH.indexOf(text[i] ?? '');
  }
  return bytes;
}

/**
 * By hand, since Node 20's TextDecoder takes Windows-1252 for Latin-1.
 * @param raw one character a byte, as `latin1` gives it
 */
export const asWindows1252 = (raw: string): string =>
  raw.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);

export const windows1252 = (bytes: Uint8Array): string => asWindows1252(latin1(bytes));

/** One kind of line end. A lone carriage return ends a line where the text has no line feed at all. */
export function unifyLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  if (!text.includes('\n')) return text.replaceAll('\r', '\n');
  const unified = text.replaceAll('\r\n', '\n');
  return unified.includes('\r') ? unified.replaceAll('\r', '') : unified;
}
