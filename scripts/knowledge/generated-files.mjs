/** Compares generated files with what is on disk, and writes those that differ. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const isStale = (folder, file, text) =>
  !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== text;

/** Files in the folders that hold generated files only, which nothing generates any more. */
const leftOver = (wanted, folder, folders) =>
  folders.flatMap((name) => {
    const there = join(folder, name);
    const entries = existsSync(there) ? readdirSync(there, { recursive: true, withFileTypes: true }) : [];
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !wanted.has(file));
  });

/**
 * Generated files that are missing, differ, or should not be there.
 * @param {Map<string, string>} wanted path below the folder → text
 * @param folders those below it in which nothing else may lie
 */
export const staleFiles = (wanted, folder, folders) => [
  ...[...wanted].filter(([file, text]) => isStale(folder, file, text)).map(([file]) => file),
  ...leftOver(wanted, folder, folders),
];

/** Writes what is stale and takes away what is left over. @returns the paths touched */
export const writeFiles = (wanted, folder, folders) => {
  const touched = staleFiles(wanted, folder, folders);
  for (const file of touched) {
    const text = wanted.get(file);
    if (text === undefined) {
      rmSync(join(folder, file));
      continue;
    }
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return touched;
};
