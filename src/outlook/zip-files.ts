/**
 * A zip archive → the mails in it. An archive may be made to hurt: a few kilobytes that unpack to gigabytes,
 * files that overlap, paths such as `../../x`, archives in archives. Nothing is unpacked before it is looked
 * at, and then with a limit on its bytes; nothing is ever written to a disk.
 */
import { BlobReader, configure, ZipReader } from '@zip.js/zip.js/index-native.js';
import type { Entry, FileEntry } from '@zip.js/zip.js/index-native.js';
import { type DoorId, DoorProblem, type Source } from './door';
import { MAX_FILE_BYTES, MAX_MAILS, refuseAbove, sourceOf, sourcesOfMbox, unreadable } from './mail-files';

/** Unpacked bytes for each packed one. Mails pack to a tenth; repeated logs to a fiftieth. */
const MAX_RATIO = 200;
/** A small file may pack as well as it likes. */
const SMALL_BYTES = 1024 * 1024;
/** What file managers put beside the files: `__MACOSX/._a.eml`, `.DS_Store`, `Thumbs.db`. */
const LEFTOVERS = /(^|\/)(__MACOSX\/|\.[^./][^/]*$|Thumbs\.db$|desktop\.ini$)/i;

// The page's policy allows no workers made from text, and one mail at a time needs none.
configure({ useWebWorkers: false });

export async function sourcesOfZip(file: Blob & { name: string }, door: DoorId): Promise<readonly Source[]> {
  // Names are looked at below: one bad name is told of, and the files beside it are still read.
  const options = { checkOverlappingEntry: true, filenameValidation: 'tolerant' } as const;
  const reader = new ZipReader(new BlobReader(file), options);
  const found: Source[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory || LEFTOVERS.test(entry.filename)) continue;
      found.push(...(await sourcesOfEntry(entry, door)));
      if (found.length > MAX_MAILS) {
        throw new DoorProblem('too-many-mails', `more than ${MAX_MAILS} mails in a zip`);
      }
    }
  } catch (error) {
    // Half an archive: what could be listed is kept, and the rest is named.
    if (error instanceof DoorProblem && error.code === 'too-many-mails') throw error;
    found.push(unreadable(file.name, door, asDoorProblem(error)));
  }
  return found;
}

async function sourcesOfEntry(entry: FileEntry, door: DoorId): Promise<readonly Source[]> {
  const name = entry.filename.replace(/^.*[\\/]/s, '');
  try {
    refuse(entry);
    if (/\.mbox$/i.test(name)) return sourcesOfMbox(name, await unpack(entry), door);
    return [sourceOf(name, door, () => unpack(entry))];
  } catch (error) {
    return [unreadable(name, door, asDoorProblem(error))];
  }
}

/** @throws DoorProblem for a file that is not unpacked */
function refuse({ filename, encrypted, compressedSize, uncompressedSize }: Entry): void {
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (/^[\\/]|^[a-z]:|(^|[\\/])\.\.([\\/]|$)/i.test(filename)) {
    throw new DoorProblem('path-outside-zip', 'path');
  }
  if (encrypted) throw new DoorProblem('locked-zip', 'encrypted');
  if (/\.zip$/i.test(filename)) throw new DoorProblem('zip-in-zip', `${uncompressedSize} bytes`);
  if (uncompressedSize > SMALL_BYTES && ratio > MAX_RATIO) {
    throw new DoorProblem('zip-bomb', `${uncompressedSize} bytes of ${compressedSize}`);
  }
  refuseAbove(MAX_FILE_BYTES, uncompressedSize);
}

/** The bytes of one file, as many as the archive promised and no more. */
async function unpack(entry: FileEntry): Promise<Uint8Array> {
  const promised = Math.min(entry.uncompressedSize, MAX_FILE_BYTES);
  const bytes = new Uint8Array(promised);
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (length + chunk.length > promised) {
        throw new DoorProblem('zip-bomb', `more than the promised ${promised} bytes`);
      }
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  try {
    await entry.getData(sink);
  } catch (error) {
    throw asDoorProblem(error);
  }
  return bytes.subarray(0, length);
}

/** zip.js names its errors by constant texts, such as "End of central directory not found". */
function asDoorProblem(error: unknown): DoorProblem {
  if (error instanceof DoorProblem) return error;
  const message = error instanceof Error ? error.message : typeof error;
  if (/overlap/i.test(message)) return new DoorProblem('zip-bomb', message);
  return new DoorProblem('broken-zip', message.slice(0, 100));
}
