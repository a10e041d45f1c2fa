/** An archive's bytes, fetched in large pieces: for each file, a few short reads stand close to one another. */
import { Reader } from '@zip.js/zip.js/index-native.js';
import type { BytesAnywhere } from './bytes-anywhere';

/** A browser takes 3 ms for each read of a file on the disk, however short it is. */
const PIECE = 1024 * 1024;

interface Piece {
  at: number;
  bytes: Uint8Array;
}

export class BufferedReader extends Reader<unknown> {
  private last: Piece = { at: 0, bytes: new Uint8Array() };

  constructor(private readonly source: BytesAnywhere) {
    super(null);
    this.size = source.size;
  }

  override async readUint8Array(at: number, length: number): Promise<Uint8Array> {
    if (length > PIECE) return this.source.read(at, length);
    const { last } = this;
    // Others may read at the same time, so each takes from the piece that it fetched itself.
    const { at: from, bytes } = holds(last, at, length) ? last : await this.fetched(at);
    return bytes.slice(at - from, at - from + length);
  }

  private async fetched(at: number): Promise<Piece> {
    const bytes = await this.source.read(at, Math.max(0, Math.min(PIECE, this.size - at)));
    return (this.last = { at, bytes });
  }
}

const holds = ({ at: from, bytes }: Piece, at: number, length: number) =>
  at >= from && at + length <= from + bytes.length;
