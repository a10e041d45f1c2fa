/** A zip archive → the files in it, read as they are unpacked. */
import { filesInZip } from '../../engine/archive/zip-entries';
import type { FileProblem, OpenFile } from './open-file';

/** Bytes that one file may unpack to: a mailbox of some years. */
const MAX_UNPACKED = 8 * 1024 * 1024 * 1024;

/** Each file is to be read before the next is asked for. */
export async function* filesOfZip({
  name,
  root,
  anywhere,
}: OpenFile): AsyncGenerator<OpenFile | FileProblem> {
  // The list of its files stands at its end.
  if (!anywhere) return yield { key: name === '-' ? 'zip-input' : 'zip-in-zip', values: { file: name } };
  for await (const entry of filesInZip(anywhere, MAX_UNPACKED)) {
    const inside = entry.name === null ? name : `${name}/${entry.name}`;
    if ('problem' in entry)
      yield { key: entry.problem.fault, values: { file: inside, size: String(MAX_UNPACKED / 1024 / 1024) } };
    else yield { name: inside, root, chunks: entry.chunks(), anywhere: null };
  }
}
