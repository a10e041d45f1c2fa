/** Lists and tickets → files. A file stands under its name when it is whole, or not at all. */
import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { inBlocks } from '../campaign/blocks';
import { isListFile, type ListFile, listFiles } from '../campaign/lists';
import type { Summary } from '../campaign/summary';
import type { Overview } from '../campaign/things-to-do';
import { say, type Words } from '../engine';
import type { Options } from './arguments';
import { warn } from './output';
import { codeOf } from './files';

/** @returns were all of them written? */
export async function writeLists(
  folder: string,
  overview: Overview,
  summary: Summary,
  { context }: Options,
  words: Words,
): Promise<boolean> {
  const written = new Set<string>();
  try {
    await mkdir(join(folder, 'tickets'), { recursive: true });
    for (const file of listFiles(overview, summary, context, words)) {
      await writeWhole(join(folder, file.name), file);
      written.add(file.name);
    }
    await removeFormer(folder, written);
  } catch (error) {
    warn(say(words, { key: 'campaign.cannotWrite', values: { file: folder, detail: codeOf(error) } }));
    return false;
  } finally {
    if (written.size > 0)
      warn(say(words, { key: 'campaign.written', values: { count: String(written.size), file: folder } }));
  }
  return true;
}

/** Lists of a former run that this one did not write: whoever opens one would resend to people who are mended. */
async function removeFormer(folder: string, written: ReadonlySet<string>): Promise<void> {
  const lists = await readdir(folder);
  const tickets = (await readdir(join(folder, 'tickets'))).map((name) => `tickets/${name}`);
  for (const name of [...lists, ...tickets])
    if (isListFile(name) && !written.has(name)) await unlink(join(folder, name));
}

/** Beside its place under another name, then renamed: a full disk leaves nothing half written. */
async function writeWhole(path: string, { parts }: ListFile): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = await open(beside, 'w');
    try {
      // `write` may write less than it is given.
      for (const block of inBlocks(parts)) await file.appendFile(block);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
