/** Writes the storages of an Outlook .msg file (MS-OXMSG): a compound file with a stream a property. */
import { utils, write, type CFB$Container } from 'cfb';
import type { Properties, Tag, Value } from './properties';

/** Bytes before the property entries: they differ by what the properties belong to. */
export const HeaderLength = { topLevel: 32, embeddedMessage: 24, other: 8 } as const;

const READABLE_AND_WRITABLE = 6;
/** Since 1601, in steps of 100 ns, as Windows counts. */
const EPOCH_MS = Date.UTC(1601, 0, 1);

export class MsgStorage {
  readonly #file: CFB$Container = utils.cfb_new();

  /** Puts properties into a storage; `/` is the message itself. */
  properties(folder: string, properties: Properties, headerLength: number, counts = [0, 0]): void {
    const entries: Uint8Array[] = [];
    for (const [tag, value] of properties) {
      if (value === undefined || value === '') continue;
      const stream = streamOf(value);
      if (stream) this.add(`${folder}__substg1.0_${tag}`, stream);
      entries.push(entryOf(tag, value, stream?.length ?? 0));
    }
    const header = new Uint8Array(headerLength);
    if (headerLength > HeaderLength.other) writeCounts(header, counts);
    this.add(`${folder}__properties_version1.0`, joined([header, ...entries]));
  }

  add(path: string, bytes: Uint8Array): void {
    utils.cfb_add(this.#file, path, bytes);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    // The library signs its files with an entry of its own.
    utils.cfb_del(this.#file, '/\u0001Sh33tJ5');
    return Uint8Array.from(write(this.#file, { type: 'array' }) as ArrayLike<number>);
  }
}

/** Texts and bytes have a stream of their own; numbers and times stand in their entry. */
function streamOf(value: Exclude<Value, undefined>): Uint8Array | null {
  if (typeof value === 'string') return utf16(value);
  return value instanceof Uint8Array ? value : null;
}

/** An entry of 16 bytes: tag, flags, then the value itself or its stream's length. */
function entryOf(tag: Tag, value: Exclude<Value, undefined>, length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, Number.parseInt(tag, 16), true);
  view.setUint32(4, READABLE_AND_WRITABLE, true);
  if (typeof value === 'number') view.setInt32(8, value, true);
  else if (value instanceof Date) view.setBigUint64(8, BigInt(value.getTime() - EPOCH_MS) * 10_000n, true);
  // A text's length counts the zero at its end, which the stream leaves out.
  else view.setUint32(8, typeof value === 'string' ? length + 2 : length, true);
  return new Uint8Array(view.buffer);
}

/** How many recipients and attachments there are, each twice: the next number, and the count. */
function writeCounts(header: Uint8Array, [recipients = 0, attachments = 0]: readonly number[]): void {
  const view = new DataView(header.buffer);
  [recipients, attachments, recipients, attachments].forEach((count, index) =>
    view.setUint32(8 + index * 4, count, true),
  );
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
