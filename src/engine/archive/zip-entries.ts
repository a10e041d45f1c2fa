/**
 * The files of a zip archive. An archive may be made to hurt: a few kilobytes that unpack to gigabytes, files that
 * overlap, paths such as `../../x`, archives in archives. Nothing is unpacked before it is looked at, and then with a
 * limit on its bytes; nothing is ever written to a disk.
 */
import { configure, ZipReader } from '@zip.js/zip.js/index-native.js';
import type { FileEntry } from '@zip.js/zip.js/index-native.js';
import { inflateSync } from 'fflate';
import { BufferedReader } from './buffered-reader';
import type { BytesAnywhere } from './bytes-anywhere';
import { MAX_RATIO, SMALL_BYTES, ZipProblem } from './packed-problem';
import { chunksOf } from './stream-chunks';

export { ZipProblem };
export { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';

/** What file managers put beside the files: `__MACOSX/._a.eml`, `.DS_Store`, `Thumbs.db`. */
const LEFTOVERS = /(^|\/)(__MACOSX\/|\.[^./][^/]*$|Thumbs\.db$|desktop\.ini$)/i;

export interface ZipFile {
  /** Without its folders. */
  name: string;
  /** Bytes that it promises to unpack to. */
  size: number;
  /** Its bytes, as many as the archive promised and no more, unpacked as they are asked for. @throws ZipProblem */
  chunks(): AsyncGenerator<Uint8Array>;
}

// A page's policy allows no workers made from text, and one file at a time needs none.
configure({ useWebWorkers: false });

/**
 * @param archive its bytes; the list of its files stands at their end
 * @param maxBytes that one file may unpack to
 * @returns files in their order, and in the place of a file that is not read, or of the rest of half an archive, why
 */
export async function* filesInZip(
  archive: BytesAnywhere,
  maxBytes: number,
): AsyncGenerator<ZipFile | { name: string | null; problem: ZipProblem }> {
  const reader = new BufferedReader(archive);
  const { entries, places, problem: fault } = await listed(reader);
  for (const entry of entries) {
    const name = entry.filename.replace(/^.*[\\/]/s, '');
    const problem = faultOf(entry, maxBytes);
    if (problem) yield { name, problem };
    else yield { name, size: entry.uncompressedSize, chunks: () => chunksIn(entry, reader, places) };
  }
  if (fault) yield { name: null, problem: fault };
}

/** What is kept of a file in the list: of a hundred thousand files, all that zip.js tells of them would be too much. */
type Listed = Pick<
  FileEntry,
  'filename' | 'encrypted' | 'offset' | 'compressionMethod' | 'compressedSize' | 'uncompressedSize'
> & {
  /** As zip.js knows it, where zip.js unpacks it; null for a small file. */
  whole: FileEntry | null;
};

interface Listing {
  entries: Listed[];
  /** Where each begins, files that nobody reads included, in order. */
  places: Float64Array;
  /** Why the list ends too early. */
  problem: ZipProblem | null;
}

async function listed(reader: BufferedReader): Promise<Listing> {
  const entries: Listed[] = [];
  const places: number[] = [];
  let problem: ZipProblem | null = null;
  // Names are looked at later: one bad name is told of, and the files beside it are still read.
  const zip = new ZipReader(reader, { filenameValidation: 'tolerant' });
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      places.push(entry.offset);
      if (entry.directory || LEFTOVERS.test(entry.filename)) continue;
      const { filename, encrypted, offset, compressionMethod, compressedSize, uncompressedSize } = entry;
      const whole = isSmall(entry) ? null : entry;
      entries.push({
        filename,
        encrypted,
        offset,
        compressionMethod,
        compressedSize,
        uncompressedSize,
        whole,
      });
    }
  } catch (error) {
    problem = asZipProblem(error);
  }
  return { entries, places: Float64Array.from(places).sort(), problem };
}

/** Why a file is not unpacked. */
function faultOf(
  { filename, encrypted, compressedSize, uncompressedSize }: Listed,
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

async function* chunksIn(
  entry: Listed,
  reader: BufferedReader,
  places: Float64Array,
): AsyncGenerator<Uint8Array> {
  const { compressedSize, uncompressedSize: promised, whole } = entry;
  try {
    const start = await startOf(entry, reader, places);
    const chunks = whole
      ? unpackedByZipJs(whole)
      : [unpackedAtOnce(entry, await reader.readUint8Array(start, compressedSize))];
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > promised) throw new ZipProblem('zip-bomb', `more than the promised ${promised} bytes`);
      yield chunk;
    }
    if (length < promised) throw new ZipProblem('broken-zip', `${length} of ${promised} bytes`);
  } catch (error) {
    throw asZipProblem(error);
  }
}

/** Of what stands before each file: `PK\3\4`, its length without name and further fields, where their lengths stand. */
const LOCAL_HEADER = { mark: 0x04034b50, length: 30, nameLength: 26, furtherLength: 28 };

/**
 * Where the packed bytes of a file begin. Files that overlap would unpack to far more than the archive holds, so none is
 * read that reaches into the next one. Each looks at its neighbour only: zip.js compares it with those read before.
 */
async function startOf(
  { offset, compressedSize }: Listed,
  reader: BufferedReader,
  places: Float64Array,
): Promise<number> {
  const header = await reader.readUint8Array(offset, LOCAL_HEADER.length);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < LOCAL_HEADER.length || view.getUint32(0, true) !== LOCAL_HEADER.mark)
    throw new ZipProblem('broken-zip', 'no file where the archive promises one');
  const start =
    offset +
    LOCAL_HEADER.length +
    view.getUint16(LOCAL_HEADER.nameLength, true) +
    view.getUint16(LOCAL_HEADER.furtherLength, true);
  const end = start + compressedSize;
  if (end > reader.size) throw new ZipProblem('broken-zip', 'its bytes end behind the archive');
  const at = firstFrom(places, offset);
  if (places[at + 1] !== undefined && end > Number(places[at + 1]))
    throw new ZipProblem('zip-bomb', 'files that overlap');
  return start;
}

/** The place of the first number that is not below the one that is sought. */
function firstFrom(numbers: Float64Array, sought: number): number {
  let low = 0;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (Number(numbers[middle]) < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ways of packing, by their numbers in an archive. */
const STORED = 0;
const DEFLATED = 8;

/** Bytes, packed, that cannot unpack to more than 64 MiB, whatever was promised. */
const SMALL_PACKED = 64 * 1024;

/** Most mails are. zip.js lays seven streams over each file; of ten thousand, that takes longer than explaining them. */
const isSmall = ({ compressionMethod, compressedSize, uncompressedSize }: FileEntry) =>
  (compressionMethod === STORED || compressionMethod === DEFLATED) &&
  compressedSize <= SMALL_PACKED &&
  uncompressedSize <= SMALL_BYTES;

/** @returns at most one byte more than was promised */
function unpackedAtOnce({ compressionMethod, uncompressedSize }: Listed, packed: Uint8Array): Uint8Array {
  if (compressionMethod === STORED) return packed;
  // What does not fit is dropped: its room never grows.
  return inflateSync(packed, { out: new Uint8Array(uncompressedSize + 1) });
}

async function* unpackedByZipJs(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = entry.getData(writable);
  // Who stops reading stops the unpacking, too.
  written.catch(() => undefined);
  yield* chunksOf(readable);
  await written;
}

/** zip.js names its errors by constant texts, such as "End of central directory not found". */
function asZipProblem(error: unknown): ZipProblem {
  if (error instanceof ZipProblem) return error;
  const message = error instanceof Error ? error.message : typeof error;
  if (/overlap/i.test(message)) return new ZipProblem('zip-bomb', message);
  return new ZipProblem('broken-zip', message.slice(0, 100));
}
