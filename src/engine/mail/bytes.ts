/** The first look at what a file is. */
import { InputError } from '../input';
import { utf16Of } from './charset';

const startsWith = (bytes: Uint8Array, ...mark: number[]) =>
  mark.every((value, index) => bytes[index] === value);

export const isMsg = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

export const isGzip = (bytes: Uint8Array) => startsWith(bytes, 0x1f, 0x8b);

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

/**
 * Refuses what holds no text.
 * @throws InputError `empty` or `binary`
 */
export function refuseNonText(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new InputError('empty', 'the input has no bytes');
  if (isBinary(bytes)) throw new InputError('binary', 'the input is not a mail or a text');
}

/** A picture, a program, a database, compressed data. */
export function isBinary(bytes: Uint8Array): boolean {
  if (notText.some((mark) => startsWith(bytes, ...mark))) return true;
  let control = 0;
  const size = Math.min(bytes.length, 4096);
  for (let i = 0; i < size; i++) if (isControl(bytes[i] ?? 0)) control++;
  // A mail may carry a stray zero byte; what is no text is full of such bytes.
  return control > size / 50 && !utf16Of(bytes);
}

/** Bytes that text does not hold: not tab, line ends, form feed or the escape of Japanese mail. */
const isControl = (byte: number) =>
  (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) || byte === 127;

/** One kind of line end. A lone carriage return ends a line where the text has no line feed at all. */
export function unifyLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  if (!text.includes('\n')) return text.replaceAll('\r', '\n');
  const unified = text.replaceAll('\r\n', '\n');
  return unified.includes('\r') ? unified.replaceAll('\r', '') : unified;
}
