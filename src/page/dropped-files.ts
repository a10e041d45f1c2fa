/** What was dropped or chosen → files, as they are found: a folder may hold ten thousand. */
import { isReadInFolder } from '../campaign/reading/open-file';
import type { ChosenFile } from './protocol';

/** Folders in folders; archives have ten. */
const MAX_DEPTH = 100;

/** Call it from the event itself: behind the first wait, the browser has forgotten what was dropped. */
export function droppedFiles(data: DataTransfer): AsyncGenerator<ChosenFile> {
  const entries = Array.from(data.items).flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? item.getAsFile() ?? []) : [],
  );
  return filesOf(entries);
}

async function* filesOf(dropped: readonly (FileSystemEntry | File)[]): AsyncGenerator<ChosenFile> {
  for (const one of dropped)
    if (one instanceof File) yield { file: one, path: one.name, root: one.name };
    else yield* filesIn(one, one.name, one.name, 0);
}

async function* filesIn(
  entry: FileSystemEntry,
  root: string,
  path: string,
  depth: number,
): AsyncGenerator<ChosenFile> {
  if (entry.isFile) {
    // What is dropped itself is read whatever its name.
    if (depth > 0 && !isReadInFolder(entry.name)) return;
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    yield { file: file ?? unreadable(entry.name), path, root };
    return;
  }
  if (depth >= MAX_DEPTH) return;
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It hands out some at a time, and then none.
  for (let some = await read(reader); some.length > 0; some = await read(reader))
    for (const inside of some) yield* filesIn(inside, root, `${path}/${inside.name}`, depth + 1);
}

const read = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));

/** Stands for a file that the browser could not open: reading it is told of as of any that cannot be read. */
const unreadable = (name: string) => new File([], name);

/** From a file picker; of a folder, only what is read in folders. */
export async function* pickedFiles(files: readonly File[]): AsyncGenerator<ChosenFile> {
  for (const file of files) {
    const inFolder = file.webkitRelativePath;
    if (inFolder === '') yield { file, path: file.name, root: file.name };
    else if (isReadInFolder(file.name))
      yield { file, path: inFolder, root: inFolder.split('/')[0] ?? inFolder };
  }
}
