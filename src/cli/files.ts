/** Paths → mails, one after the other; what cannot be read is named, and the rest goes on. */
import { constants } from 'node:fs';
import { access, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { splitMbox } from '../engine';

/** What is read in a folder; a file that is named itself is read whatever its name. */
const ENDINGS: ReadonlySet<string> = new Set(['.eml', '.msg', '.txt', '.mbox', '.json', '.log']);
/** A mailbox archive is read whole; beyond this it would not fit a small machine's memory. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

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

export async function* mailFiles(paths: readonly string[]): AsyncGenerator<MailFile | FileProblem> {
  for (const path of paths) yield* path === '-' ? standardInput() : readPath(path, true, new Set());
}

/** @param inside folders that this path is in, so that a link back to one of them is not followed */
async function* readPath(
  path: string,
  named: boolean,
  inside: ReadonlySet<string>,
): AsyncGenerator<MailFile | FileProblem> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      // Root may list a folder that nobody else may; what counts is its owner's intent.
      await access(path, constants.R_OK | constants.X_OK);
      const place = await realpath(path);
      if (inside.has(place)) return;
      const within = new Set([...inside, place]);
      for (const entry of (await readdir(path)).sort()) yield* readPath(join(path, entry), false, within);
      return;
    }
    if (!named && !ENDINGS.has(extname(path).toLowerCase())) return;
    if (found.size > MAX_FILE_BYTES) {
      yield { key: 'too-large', values: { file: path, size: String(MAX_FILE_BYTES / 1024 / 1024) } };
      return;
    }
    yield* mailsIn(path, await readFile(path));
  } catch (error) {
    yield problem(path, error);
  }
}

function* mailsIn(path: string, bytes: Uint8Array, isMbox = /\.mbox$/i.test(path)): Generator<MailFile> {
  const mails = isMbox ? splitMbox(bytes) : [bytes];
  if (mails.length < 2) yield { name: path, bytes: mails[0] ?? bytes };
  else for (const [index, mail] of mails.entries()) yield { name: `${path}#${index + 1}`, bytes: mail };
}

async function* standardInput(): AsyncGenerator<MailFile | FileProblem> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  // An mbox begins with the line that none of its mails would begin with.
  yield* mailsIn('-', bytes, bytes.subarray(0, 5).toString('latin1') === 'From ');
}

function problem(file: string, error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return { key: 'not-found', values: { file } };
  if (code === 'EACCES' || code === 'EPERM') return { key: 'no-permission', values: { file } };
  return { key: 'unreadable', values: { file, detail: code || String(error) } };
}
