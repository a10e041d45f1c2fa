/** Paths → files, one after the other; what cannot be read is named, and the rest goes on. */
import { constants } from 'node:fs';
import { access, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { type FileProblem, isHidden, type OpenFile, type SourceLeftOut } from '../campaign/reading/open-file';
import { leftOut } from '../campaign/streams/piece';

/** Folders in folders; archives have ten. */
const MAX_DEPTH = 100;
/** Bytes read at once. */
const CHUNK = 256 * 1024;
const MIN_CHUNK = 4 * 1024;

/** Links may lead to a place many times, and around in circles. All paths are real ones. */
interface Seen {
  /** The folder that was named. */
  root: string;
  /** Folders that were read, and files that links led to. */
  places: Set<string>;
  /** Files in it, and those of them that were not opened. */
  files: number;
  hidden: number;
}

type Files = AsyncGenerator<OpenFile | FileProblem | SourceLeftOut>;

export async function* filesOf(paths: readonly string[]): Files {
  for (const path of paths)
    if (path === '-') yield* readInput();
    else yield* readNamed(path);
}

async function* readInput(): Files {
  try {
    yield {
      name: '-',
      root: '-',
      chunks: bytesOf(process.stdin as AsyncIterable<Buffer>),
      anywhere: null,
    };
  } finally {
    // Where it was not read to its end, such as a zip, who writes it would keep us alive.
    process.stdin.destroy();
  }
}

/** What is named is read even where it is a link. */
async function* readNamed(path: string): Files {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* readNamedFolder(path);
    else if (found.isFile()) yield* readFile(path, path);
    else yield { key: 'not-a-file', values: { file: path } };
  } catch (error) {
    yield problem(path, error);
  }
}

async function* readNamedFolder(path: string): Files {
  const seen: Seen = { root: await realpath(path), places: new Set(), files: 0, hidden: 0 };
  yield* readFolder(path, path, 0, seen);
  if (seen.hidden > 0) yield { ...leftOut('hidden-files', 1, seen.hidden), root: path, file: path };
  if (seen.files === 0) yield { ...leftOut('no-files', 1), root: path, file: path };
}

async function* readFolder(path: string, root: string, depth: number, seen: Seen): Files {
  let entries: string[];
  try {
    // Root may list a folder that nobody else may; what counts is its owner's intent.
    await access(path, constants.R_OK | constants.X_OK);
    if (isAgain(await realpath(path), seen)) return;
    entries = (await readdir(path)).sort();
  } catch (error) {
    seen.files++;
    yield problem(path, error);
    return;
  }
  if (depth >= MAX_DEPTH) {
    seen.files++;
    yield { key: 'too-deep', values: { file: path, count: String(MAX_DEPTH) } };
    return;
  }
  for (const entry of entries) yield* readEntry(join(path, entry), root, depth, seen);
}

async function* readEntry(path: string, root: string, depth: number, seen: Seen): Files {
  try {
    const isLink = (await lstat(path)).isSymbolicLink();
    const found = isLink ? await stat(path) : await lstat(path);
    if (found.isDirectory()) return yield* readFolder(path, root, depth + 1, seen);
    seen.files++;
    if (isHidden(basename(path))) {
      seen.hidden++;
      return;
    }
    // A device or a pipe may never end.
    if (!found.isFile()) return yield { key: 'not-a-file', values: { file: path } };
    if (isLink) {
      const target = await realpath(path);
      if (isReadByItself(target, seen) || isAgain(target, seen)) return;
    }
    yield* readFile(path, root);
  } catch (error) {
    yield problem(path, error);
  }
}

function isAgain(place: string, { places }: Seen): boolean {
  if (places.has(place)) return true;
  places.add(place);
  return false;
}

/** A file of a folder that is read needs no link: it may stand there already, or still come. */
const isReadByItself = (file: string, { root, places }: Seen) =>
  !isHidden(basename(file)) && (file.startsWith(root + sep) || places.has(dirname(file)));

async function* readFile(path: string, root: string): Files {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    // Asked of the file that is open: what its name meant before may be another by now.
    const found = await file.stat();
    if (!found.isFile()) return yield { key: 'not-a-file', values: { file: path } };
    yield {
      name: path,
      root,
      chunks: bytesOf(file.createReadStream({ highWaterMark: chunkFor(found.size), autoClose: false })),
      anywhere: {
        size: found.size,
        read: async (at, length) => {
          const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at);
          return buffer.subarray(0, bytesRead);
        },
      },
    };
  } finally {
    await file.close();
  }
}

/** A small file needs no more than itself, and a byte that is not there, by which its end is seen. */
const chunkFor = (size: number) => Math.min(CHUNK, Math.max(MIN_CHUNK, size + 1));

/** Bytes without what Node's Buffer does otherwise: its parts share memory. */
async function* bytesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  for await (const { buffer, byteOffset, length } of stream) yield new Uint8Array(buffer, byteOffset, length);
}

export function problem(file: string, error: unknown): FileProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { key: 'not-found', values: { file } };
  if (code === 'EACCES' || code === 'EPERM') return { key: 'no-permission', values: { file } };
  return { key: 'unreadable', values: { file, detail: codeOf(error) } };
}

/** `ENOSPC` */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
