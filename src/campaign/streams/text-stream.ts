/** Bytes → text with line ends of one kind, piece by piece: a file of any length needs the memory of one piece. */
import { decodeText, utf16Of } from '../../engine/mail/charset';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const LINE_END = 0x0a;
/** Bytes from which UTF-16 is told apart; shorter files are asked at their end. */
const MIN_START = 512;
/** Bytes of a line that never ends. They are passed on as they are; whoever reads them says that it is too long. */
const MAX_WAITING = 1024 * 1024;

/**
 * Decodes line by line, so that one broken line costs no other: UTF-16 by its mark, UTF-8, else Windows-1252.
 *
 * @returns texts that end with a line, but for the last, and but for lines of more than 1 MiB
 */
export async function* textOf(chunks: Chunks): AsyncGenerator<string> {
  let waiting: Uint8Array = new Uint8Array();
  let utf16: TextDecoder | null = null;
  let isBegun = false;
  let isReturn = false;
  const unified = (text: string, isLast = false): string => {
    // A return at the end of a piece may belong to a line feed at the start of the next.
    const whole = isReturn ? '\r' + text : text;
    isReturn = !isLast && whole.endsWith('\r');
    return (isReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  };
  const begin = () => {
    isBegun = true;
    const charset = utf16Of(waiting);
    if (charset !== null) utf16 = new TextDecoder(charset);
    else if (isMarked(waiting)) waiting = waiting.subarray(3);
  };
  for await (const chunk of chunks) {
    waiting = waiting.length === 0 ? chunk : joined(waiting, chunk);
    if (!isBegun && waiting.length < MIN_START) continue;
    if (!isBegun) begin();
    const decoder = utf16 as TextDecoder | null;
    const end = decoder || waiting.length > MAX_WAITING ? waiting.length : waiting.lastIndexOf(LINE_END) + 1;
    if (end === 0) continue;
    const part = waiting.subarray(0, end);
    waiting = waiting.slice(end);
    const text = unified(decoder ? decoder.decode(part, { stream: true }) : decodeLines(part));
    if (text !== '') yield text;
  }
  if (!isBegun) begin();
  const decoder = utf16 as TextDecoder | null;
  const rest = unified(decoder ? decoder.decode(waiting) : decodeLines(waiting), true);
  if (rest !== '') yield rest;
}

const isMarked = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Lines that are no UTF-8 are decoded by themselves. */
export function decodeLines(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    let text = '';
    for (let at = 0; at < bytes.length;) {
      const found = bytes.indexOf(LINE_END, at);
      const end = found < 0 ? bytes.length : found + 1;
      text += decodeText(bytes.subarray(at, end));
      at = end;
    }
    return text;
  }
}

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
