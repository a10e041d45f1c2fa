/**
 * Files → the mails in them. A mailbox file (`.mbox`) and an archive (`.zip`) hold several; any other file is
 * one source, read when it is looked at. A file that cannot be read is a source, too: reading it says why, so
 * that no file of many is lost without a word.
 */
import { splitMbox } from '../engine';
import { type DoorId, DoorProblem, newSourceId, type Source } from './door';

/**
 * Bytes of one mail or text. Exchange Online carries mails of 35 MB unless its owner changed that, so a bounce
 * is not larger; beyond it the browser would hold several copies of the file in memory.
 */
export const MAX_FILE_BYTES = 35 * 1024 * 1024;
/** Bytes of a file that holds many mails: a mailbox is read whole, an archive in pieces. */
const MAX_COLLECTION_BYTES = 200 * 1024 * 1024;
/** Mails in one list: more than anybody goes through one by one. */
export const MAX_MAILS = 2_000;

/** The mails in all the files, in their order. @throws DoorProblem `too-many-mails` */
export async function sourcesOfFiles(files: readonly File[], door: DoorId): Promise<readonly Source[]> {
  const found: Source[] = [];
  for (const file of files) {
    found.push(...(await sourcesOfFile(file, door)));
    if (found.length > MAX_MAILS) {
      throw new DoorProblem('too-many-mails', `more than ${MAX_MAILS} mails in ${files.length} files`);
    }
  }
  if (found.length === 0) throw new DoorProblem('no-mail-inside', `${files.length} files`);
  return found;
}

async function sourcesOfFile(file: File, door: DoorId): Promise<readonly Source[]> {
  try {
    if (file.size === 0) throw new DoorProblem('empty-file', '0 bytes');
    const start = new TextDecoder('latin1').decode(await bytesOf(file.slice(0, 5)));
    const isZip = start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006');
    // An mbox begins with the line that none of its mails would begin with: `From user@example.com Mon Nov 23`.
    const isMbox = /\.mbox$/i.test(file.name) || start === 'From ';
    refuseAbove(isZip || isMbox ? MAX_COLLECTION_BYTES : MAX_FILE_BYTES, file.size);
    if (isZip) {
      const { sourcesOfZip } = await import(/* webpackChunkName: "zip" */ './zip-files');
      return await sourcesOfZip(file, door);
    }
    if (isMbox) return sourcesOfMbox(file.name, await bytesOf(file), door);
    return [sourceOf(file.name, door, () => bytesOf(file))];
  } catch (error) {
    if (error instanceof DoorProblem && error.code === 'too-many-mails') throw error;
    return [unreadable(file.name, door, error)];
  }
}

/** The mails of a mailbox file, named after it: `bounces.mbox #2`. */
export function sourcesOfMbox(name: string, bytes: Uint8Array, door: DoorId): Source[] {
  const mails = splitMbox(bytes);
  return mails.map((mail, at) =>
    sourceOf(mails.length > 1 ? `${name} #${at + 1}` : name, door, async () => {
      refuseAbove(MAX_FILE_BYTES, mail.length);
      return mail;
    }),
  );
}

export const sourceOf = (name: string, door: DoorId, read: () => Promise<Uint8Array>): Source => ({
  door,
  id: newSourceId(door),
  name,
  receivedAt: null,
  addresses: [],
  read,
});

/** A source whose reading says why there is nothing to read. */
export const unreadable = (name: string, door: DoorId, error: unknown): Source =>
  sourceOf(name, door, () =>
    Promise.reject(
      error instanceof DoorProblem ? error : new DoorProblem('unreadable-file', reasonOf(error)),
    ),
  );

/** @throws DoorProblem `too-large` */
function refuseAbove(limit: number, size: number): void {
  if (size > limit) throw new DoorProblem('too-large', `${size} bytes, limit ${limit}`);
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // Moved or deleted since it was chosen, or kept in a cloud that does not answer.
    throw new DoorProblem('unreadable-file', reasonOf(error));
  }
}

/** The kind of an error without its message, which may hold the file's name. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
