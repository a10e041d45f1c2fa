/** Paths → mails, one after the other; what cannot be read is named, and the rest goes on. */
import { constants } from 'node:fs';
import { access, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { splitMbox } from '../engine';

/** What is read in a folder; a file that is named itself is read whatever its name. */
const ENDINGS: ReadonlySet<string> = new Set(['.eml', '.msg', '.txt', '.mbox', '.json', '.log']);
/** A mailbox archive is read whole; beyond this it would not fit a small machine's memory. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** Folders in folders; archives have ten. */
const MAX_DEPTH = 100;
/** Bytes read at once. */
const CHUNK = 1024 * 1024;

export interface MailFile {
  /** As named on the command line; `path#2` for the second mail of an mbox. */
  name: string;
  bytes: Uint8Array;
}
/** `key` names its words below `cli.error`. */
export interface FileProblem {
  key: string;
  values: Record<string, string>;
}

const MEGABYTES = String(MAX_FILE_BYTES / 1024 / 1024);
const tooLarge = (file: string): FileProblem => ({ key: 'too-large', values: { file, size: MEGABYTES } });

/** What was read in this run, by its real path: links may lead to a place many times. */
type Seen = Set<string>;

export async function* mailFiles(paths: readonly string[]): AsyncGenerator<MailFile | FileProblem> {
  for (const path of paths) yield* path === '-' ? standardInput() : readNamed(path);
}

/** What is named is read even where it is a link. */
async function* readNamed(path: string): AsyncGenerator<MailFile | FileProblem> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* readFolder(path, 0, new Set());
    else if (found.isFile()) yield* readFile(path);
    else yield { key: 'not-a-file', values: { file: path } };
  } catch (error) {
    yield problem(path, error);
  }
}

async function* readFolder(path: string, depth: number, seen: Seen): AsyncGenerator<MailFile | FileProblem> {
  let entries: string[];
  try {
    // Root may list a folder that nobody else may; what counts is its owner's intent.
    await access(path, constants.R_OK | constants.X_OK);
    if (isAgain(await realpath(path), seen)) return;
    entries = (await readdir(path)).sort();
  } catch (error) {
    yield problem(path, error);
    return;
  }
  if (depth >= MAX_DEPTH) {
    yield { key: 'too-deep', values: { file: path, count: String(MAX_DEPTH) } };
    return;
  }
  for (const entry of entries) yield* readEntry(join(path, entry), depth, seen);
}

async function* readEntry(path: string, depth: number, seen: Seen): AsyncGenerator<MailFile | FileProblem> {
  try {
    const isLink = (await lstat(path)).isSymbolicLink();
    const found = isLink ? await stat(path) : await lstat(path);
    if (found.isDirectory()) return yield* readFolder(path, depth + 1, seen);
    if (!ENDINGS.has(extname(path).toLowerCase())) return;
    // A device or a pipe may never end.
    if (!found.isFile()) return yield { key: 'not-a-file', values: { file: path } };
    if (isLink && isAgain(await realpath(path), seen)) return;
    if (!isLink) seen.add(path);
    yield* readFile(path);
  } catch (error) {
    yield problem(path, error);
  }
}

function isAgain(place: string, seen: Seen): boolean {
  if (seen.has(place)) return true;
  seen.add(place);
  return false;
}

async function* readFile(path: string): AsyncGenerator<MailFile | FileProblem> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    // Asked of the file that is open: what its name meant before may be another by now.
    const found = await file.stat();
    if (!found.isFile()) return yield { key: 'not-a-file', values: { file: path } };
    if (found.size > MAX_FILE_BYTES) return yield tooLarge(path);
    const bytes = await upTo(
      MAX_FILE_BYTES,
      file.createReadStream({ highWaterMark: CHUNK, autoClose: false }),
    );
    yield* bytes === null ? [tooLarge(path)] : mailsIn(path, bytes);
  } finally {
    await file.close();
  }
}

/** All that a stream gives; null where it is more than the limit, of which no more is read. */
async function upTo(limit: number, stream: AsyncIterable<Buffer>): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

function* mailsIn(path: string, bytes: Uint8Array, isMbox = /\.mbox$/i.test(path)): Generator<MailFile> {
  const mails = isMbox ? splitMbox(bytes) : [bytes];
  if (mails.length < 2) yield { name: path, bytes: mails[0] ?? bytes };
  else for (const [index, mail] of mails.entries()) yield { name: `${path}#${index + 1}`, bytes: mail };
}

async function* standardInput(): AsyncGenerator<MailFile | FileProblem> {
  const bytes = await upTo(MAX_FILE_BYTES, process.stdin as AsyncIterable<Buffer>);
  if (bytes === null) return yield tooLarge('-');
  // An mbox begins with the line that none of its mails would begin with.
  yield* mailsIn('-', bytes, Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'From ');
}

function problem(file: string, error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return { key: 'not-found', values: { file } };
  if (code === 'EACCES' || code === 'EPERM') return { key: 'no-permission', values: { file } };
  return { key: 'unreadable', values: { file, detail: code || String(error) } };
}
