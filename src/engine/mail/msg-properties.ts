/**
 * The properties of one object in a .msg file: the message, a recipient, an attachment (MS-OXMSG, 2).
 * Strings are streams of their own; numbers and times stand together in one stream:
 *
 *     __substg1.0_0037001F        0037 is the subject, 001F its type: a UTF-16 string
 *     __substg1.0_0C1B001E        001E: a string of bytes in the message's code page
 *     __substg1.0_37010102        0102: bytes
 *     __properties_version1.0     a header, then 16 bytes per property: type, number, flags, value
 */
import { InputError } from '../input';
import { charsetOf, decodeBytes, decodeUnicode } from './msg-strings';

/** A stream of the file, read when asked for. `@kenjiuno/msgreader` calls it CFileSet. */
interface Stream {
  name: string;
  length: number;
  provider: () => Uint8Array;
}

/** A storage of the file: a folder of streams and storages. `@kenjiuno/msgreader` calls it CFolder. */
export interface Storage {
  /** Its number in the file's directory. */
  dataId: number;
  name: string;
  subFolders: () => Storage[];
  fileNameSets: () => Stream[];
}

/** Bytes of the header before the properties of fixed length. */
export const HEADER_SIZE = { message: 32, embedded: 24, other: 8 } as const;

const TYPE = { integer: '0003', time: '0040', text8: '001e', text: '001f', bytes: '0102' } as const;
const FIXED = '__properties_version1.0';
const ENTRY_SIZE = 16;
/** PidTagMessageCodepage, PidTagInternetCodepage. */
const MESSAGE_CODE_PAGE = 0x3ffd;
const INTERNET_CODE_PAGE = 0x3fde;

export class Properties {
  private readonly streams = new Map<string, Stream>();
  /** Number and type of a property → its 8 bytes. */
  private readonly fixed = new Map<string, DataView>();
  private readonly codePage: number | null;

  /**
   * @param headerSize of `HEADER_SIZE`
   * @param fileSize bytes: no stream can be longer
   * @param parent the message that this object belongs to; its code page holds here, too
   * @throws InputError `broken-msg`
   */
  constructor(
    readonly storage: Storage,
    headerSize: number,
    readonly fileSize: number,
    parent: Properties | null = null,
  ) {
    for (const stream of orBroken(storage.name, () => storage.fileNameSets())) {
      if (stream.name === FIXED) this.readFixed(this.read(stream), headerSize);
      else this.streams.set(stream.name.slice(-8).toLowerCase(), stream);
    }
    this.codePage =
      this.codePageIn(MESSAGE_CODE_PAGE) ?? this.codePageIn(INTERNET_CODE_PAGE) ?? parent?.codePage ?? null;
  }

  /** @returns the text up to its first zero; null where there is none */
  text(id: number): string | null {
    const unicode = this.bytesOf(id, TYPE.text);
    const bytes = unicode ? null : this.bytesOf(id, TYPE.text8);
    const text = unicode ? decodeUnicode(unicode) : bytes && decodeBytes(bytes, this.codePage);
    return text ? (text.split('\0', 1)[0] ?? '') : null;
  }

  /** Bytes that are text all the same, such as HTML. */
  textOfBytes(id: number): string | null {
    const bytes = this.bytes(id);
    return bytes && decodeBytes(bytes, this.codePageIn(INTERNET_CODE_PAGE) ?? this.codePage);
  }

  bytes(id: number): Uint8Array | null {
    return this.bytesOf(id, TYPE.bytes);
  }

  integer(id: number): number | null {
    return this.fixed.get(tagOf(id, TYPE.integer))?.getInt32(0, true) ?? null;
  }

  /** @returns milliseconds since 1970 */
  time(id: number): number | null {
    const value = this.fixed.get(tagOf(id, TYPE.time))?.getBigUint64(0, true);
    // Tenths of microseconds since 1601.
    return value === undefined ? null : Number(value / 10_000n) - 11_644_473_600_000;
  }

  /** The storages whose names begin like this, in the order of the file. */
  storages(prefix: string): Storage[] {
    const all = orBroken(this.storage.name, () => this.storage.subFolders());
    return all.filter(({ name }) => name.startsWith(prefix));
  }

  /** Null where it is unknown: 0, or 1200 for UTF-16, which strings of bytes are not. */
  private codePageIn(id: number): number | null {
    const codePage = this.integer(id);
    return charsetOf(codePage) === '' ? null : codePage;
  }

  private bytesOf(id: number, type: string): Uint8Array | null {
    const stream = this.streams.get(tagOf(id, type));
    return stream ? this.read(stream) : null;
  }

  private read({ name, length, provider }: Stream): Uint8Array {
    if (length > this.fileSize) throw broken(`${name} says that it has ${length} bytes`);
    return orBroken(name, provider);
  }

  private readFixed(bytes: Uint8Array, headerSize: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = headerSize; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE)
      this.fixed.set(hex(view.getUint32(at, true)), new DataView(view.buffer, view.byteOffset + at + 8, 8));
  }
}

const broken = (why: string) => new InputError('broken-msg', `the .msg file cannot be read: ${why}`);

/**
 * The library stumbles over a damaged file with errors of any kind.
 * @param what for the error's message
 * @throws InputError `broken-msg` instead
 */
export function orBroken<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw broken(`${what}: ${String(error)}`);
  }
}

const hex = (tag: number) => tag.toString(16).padStart(8, '0');
const tagOf = (id: number, type: string) => id.toString(16).padStart(4, '0') + type;
