/** A zip archive → the files in it, read as they are unpacked. */
import { filesInZip, Reader, type ZipFile } from '../../engine/archive/zip-entries';
import type { FileProblem, OpenFile } from './open-file';
import { chunksOf } from './stream-chunks';

/** Bytes that one file may unpack to: a mailbox of some years. */
const MAX_UNPACKED = 8 * 1024 * 1024 * 1024;

/** Each file is to be read before the next is asked for. */
export async function* filesOfZip({
  name,
  root,
  anywhere,
}: OpenFile): AsyncGenerator<OpenFile | FileProblem> {
  // The list of its files stands at its end.
  if (!anywhere) return yield { key: 'zip-input', values: { file: name } };
  for await (const entry of filesInZip(new FileReader(anywhere), MAX_UNPACKED)) {
    const inside = entry.name === null ? name : `${name}/${entry.name}`;
    if ('problem' in entry)
      yield { key: entry.problem.fault, values: { file: inside, size: String(MAX_UNPACKED / 1024 / 1024) } };
    else yield { name: inside, root, chunks: bytesOf(entry), anywhere: null };
  }
}

class FileReader extends Reader<unknown> {
  constructor(private readonly file: NonNullable<OpenFile['anywhere']>) {
    super(null);
    this.size = file.size;
  }

  override readUint8Array(at: number, length: number): Promise<Uint8Array> {
    return this.file.read(at, length);
  }
}

/** Bytes are unpacked as they are asked for. */
async function* bytesOf(entry: ZipFile): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const written = entry
    .write((chunk) => writer.write(chunk))
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    );
  // Who stops reading stops the unpacking, too.
  written.catch(() => undefined);
  yield* chunksOf(readable);
  await written;
}
