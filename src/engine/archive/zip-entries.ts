/**
 * The files of a zip archive. An archive may be made to hurt: a few kilobytes that unpack to gigabytes, files that
 * overlap, paths such as `../../x`, archives in archives. Nothing is unpacked before it is looked at, and then with a
 * limit on its bytes; nothing is ever written to a disk.
 */
import { configure, ZipReader } from '@zip.js/zip.js/index-native.js';
import type { Entry, FileEntry, Reader as ArchiveReader } from '@zip.js/zip.js/index-native.js';

export { BlobReader, BlobWriter, Reader, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';

/** Unpacked bytes for each packed one. Mails pack to a tenth; repeated logs to a fiftieth. */
const MAX_RATIO = 200;
/** A small file may pack as well as it likes. */
const SMALL_BYTES = 1024 * 1024;
/** What file managers put beside the files: `__MACOSX/._a.eml`, `.DS_Store`, `Thumbs.db`. */
const LEFTOVERS = /(^|\/)(__MACOSX\/|\.[^./][^/]*$|Thumbs\.db$|desktop\.ini$)/i;

export type ZipFault =
  'path-outside-zip' | 'locked-zip' | 'zip-in-zip' | 'zip-bomb' | 'too-large' | 'broken-zip';

/** Why an archive, or a file in one, is not read. */
export class ZipProblem extends Error {
  override readonly name = 'ZipProblem';
  constructor(
    readonly fault: ZipFault,
    detail: string,
  ) {
    super(detail);
  }
}

export interface ZipFile {
  /** Without its folders. */
  name: string;
  /** Bytes that it promises to unpack to. */
  size: number;
  /** Its bytes, as many as the archive promised and no more. @throws ZipProblem */
  write(sink: (chunk: Uint8Array) => void | Promise<void>): Promise<void>;
}

// A page's policy allows no workers made from text, and one file at a time needs none.
configure({ useWebWorkers: false });

/**
 * @param reader of the archive's bytes
 * @param maxBytes that one file may unpack to
 * @returns files in their order, and in the place of a file that is not read, or of the rest of half an archive, why
 */
export async function* filesInZip(
  reader: ArchiveReader<unknown>,
  maxBytes: number,
): AsyncGenerator<ZipFile | { name: string | null; problem: ZipProblem }> {
  // Names are looked at below: one bad name is told of, and the files beside it are still read.
  const options = { checkOverlappingEntry: true, filenameValidation: 'tolerant' } as const;
  try {
    for await (const entry of new ZipReader(reader, options).getEntriesGenerator()) {
      if (entry.directory || LEFTOVERS.test(entry.filename)) continue;
      const name = entry.filename.replace(/^.*[\\/]/s, '');
      const problem = faultOf(entry, maxBytes);
      if (problem) yield { name, problem };
      else yield { name, size: entry.uncompressedSize, write: (sink) => unpack(entry, sink) };
    }
  } catch (error) {
    yield { name: null, problem: asZipProblem(error) };
  }
}

/** Why a file is not unpacked. */
function faultOf(
  { filename, encrypted, compressedSize, uncompressedSize }: Entry,
  maxBytes: number,
): ZipProblem | null {
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (/^[\\/]|^[a-z]:|(^|[\\/])\.\.([\\/]|$)/i.test(filename))
    return new ZipProblem('path-outside-zip', 'path');
  if (encrypted) return new ZipProblem('locked-zip', 'encrypted');
  if (/\.zip$/i.test(filename)) return new ZipProblem('zip-in-zip', `${uncompressedSize} bytes`);
  if (uncompressedSize > SMALL_BYTES && ratio > MAX_RATIO)
    return new ZipProblem('zip-bomb', `${uncompressedSize} bytes of ${compressedSize}`);
  return uncompressedSize > maxBytes
    ? new ZipProblem('too-large', `${uncompressedSize} bytes, limit ${maxBytes}`)
    : null;
}

async function unpack(entry: FileEntry, sink: (chunk: Uint8Array) => void | Promise<void>): Promise<void> {
  let length = 0;
  const limited = new WritableStream<Uint8Array>({
    async write(chunk) {
      length += chunk.length;
      if (length > entry.uncompressedSize)
        throw new ZipProblem('zip-bomb', `more than the promised ${entry.uncompressedSize} bytes`);
      await sink(chunk);
    },
  });
  try {
    await entry.getData(limited);
  } catch (error) {
    throw asZipProblem(error);
  }
}

/** zip.js names its errors by constant texts, such as "End of central directory not found". */
function asZipProblem(error: unknown): ZipProblem {
  if (error instanceof ZipProblem) return error;
  const message = error instanceof Error ? error.message : typeof error;
  if (/overlap/i.test(message)) return new ZipProblem('zip-bomb', message);
  return new ZipProblem('broken-zip', message.slice(0, 100));
}
