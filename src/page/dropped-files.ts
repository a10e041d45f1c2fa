/**
 * What was dropped or chosen → files, as they are found: a folder may hold ten thousand. What the browser does not hand
 * out is named, and the rest goes on.
 */
import { type FileProblem, isReadInFolder } from '../campaign/reading/open-file';
import { problemOf } from './file-problem';
import type { ChosenFile } from './protocol';

/** Folders in folders; archives have ten. */
const MAX_DEPTH = 100;

/** Call it from the event itself: behind the first wait, the browser has forgotten what was dropped. */
export function droppedFiles(data: DataTransfer): AsyncGenerator<ChosenFile | FileProblem> {
  const entries = Array.from(data.items).flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? item.getAsFile() ?? []) : [],
  );
  return filesOf(entries);
}

async function* filesOf(
  dropped: readonly (FileSystemEntry | File)[],
): AsyncGenerator<ChosenFile | FileProblem> {
  for (const one of dropped)
    if (one instanceof File) yield { file: one, path: one.name, root: one.name };
    else yield* filesIn(one, one.name, one.name, 0);
}

async function* filesIn(
  entry: FileSystemEntry,
  root: string,
  path: string,
  depth: number,
): AsyncGenerator<ChosenFile | FileProblem> {
  try {
    if (entry.isFile) {
      // What is dropped itself is read whatever its name.
      if (depth > 0 && !isReadInFolder(entry.name)) return;
      yield { file: await opened(entry as FileSystemFileEntry), path, root };
      return;
    }
    if (depth >= MAX_DEPTH) {
      yield { key: 'too-deep', values: { file: path, count: String(MAX_DEPTH) } };
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // It hands out some at a time, and then none.
    for (let some = await listed(reader); some.length > 0; some = await listed(reader))
      for (const inside of some) yield* filesIn(inside, root, `${path}/${inside.name}`, depth + 1);
  } catch (error) {
    yield problemOf(path, error);
  }
}

const opened = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));
const listed = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));

/** From a file picker; of a folder, only what is read in folders. */
export async function* pickedFiles(files: readonly File[]): AsyncGenerator<ChosenFile> {
  for (const file of files) {
    const inFolder = file.webkitRelativePath;
    if (inFolder === '') yield { file, path: file.name, root: file.name };
    else if (isReadInFolder(file.name))
      yield { file, path: inFolder, root: inFolder.split('/')[0] ?? inFolder };
  }
}
