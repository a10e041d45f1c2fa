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
  const nameOnce = namesOnce();
  for (const one of dropped) {
    const name = nameOnce(one.name);
    if (one instanceof File) yield { file: one, path: name, root: name };
    else yield* filesIn(one, name, name, 0);
  }
}

/** Of files chosen together, each gets a name of its own, so that each is accounted for: `export.csv`, `export (2).csv`. */
function namesOnce(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    const end = name.lastIndexOf('.');
    const [stem, ending] = end > 0 ? [name.slice(0, end), name.slice(end)] : [name, ''];
    let once = name;
    for (let number = 2; given.has(once); number++) once = `${stem} (${number})${ending}`;
    given.add(once);
    return once;
  };
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
  const nameOnce = namesOnce();
  for (const file of files) {
    const inFolder = file.webkitRelativePath;
    if (inFolder === '') {
      const name = nameOnce(file.name);
      yield { file, path: name, root: name };
    } else if (isReadInFolder(file.name))
      yield { file, path: inFolder, root: inFolder.split('/')[0] ?? inFolder };
  }
}
