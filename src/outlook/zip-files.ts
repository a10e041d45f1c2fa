/** A zip archive → the mails in it. */
import { anywhereIn } from '../engine/archive/bytes-anywhere';
import { filesInZip, type ZipFile, ZipProblem } from '../engine/archive/zip-entries';
import { type DoorId, DoorProblem, type Source } from './door';
import { MAX_FILE_BYTES, MAX_MAILS, sourceOf, sourcesOfMbox, unreadable } from './mail-files';

export async function sourcesOfZip(file: Blob & { name: string }, door: DoorId): Promise<readonly Source[]> {
  const found: Source[] = [];
  for await (const entry of filesInZip(anywhereIn(file), MAX_FILE_BYTES)) {
    if ('problem' in entry)
      found.push(unreadable(entry.name ?? file.name, door, asDoorProblem(entry.problem)));
    else found.push(...(await sourcesOfEntry(entry, door)));
    if (found.length > MAX_MAILS) {
      throw new DoorProblem('too-many-mails', `more than ${MAX_MAILS} mails in a zip`);
    }
  }
  return found;
}

async function sourcesOfEntry(entry: ZipFile, door: DoorId): Promise<readonly Source[]> {
  const { name } = entry;
  try {
    if (/\.mbox$/i.test(name)) return sourcesOfMbox(name, await unpack(entry), door);
    return [sourceOf(name, door, () => unpack(entry))];
  } catch (error) {
    return [unreadable(name, door, error)];
  }
}

async function unpack(entry: ZipFile): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  let length = 0;
  try {
    for await (const chunk of entry.chunks()) {
      bytes.set(chunk, length);
      length += chunk.length;
    }
  } catch (error) {
    throw error instanceof ZipProblem ? asDoorProblem(error) : error;
  }
  return bytes.subarray(0, length);
}

const asDoorProblem = ({ fault, message }: ZipProblem) => new DoorProblem(fault, message);
