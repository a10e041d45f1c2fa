/**
 * What was dropped or chosen → files, as they are found: a folder may hold ten thousand. What the browser does not hand
 * out is named, and the rest goes on.
 */
import { isHidden } from '../campaign/reading/open-file';
import { leftOut } from '../campaign/streams/piece';
import { problemOf } from './file-problem';
import type { Chosen } from './protocol';

/** Folders in folders; archives have ten. */
const MAX_DEPTH = 100;

/** Call it from the event itself: behind the first wait, the browser has forgotten what was dropped. */
export function droppedFiles(data: DataTransfer): AsyncGenerator<Chosen> {
  const entries = Array.from(data.items).flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? item.getAsFile() ?? []) : [],
  );
  return filesOf(entries);
}

async function* filesOf(dropped: readonly (FileSystemEntry | File)[]): AsyncGenerator<Chosen> {
  const nameOnce = namesOnce();
  for (const one of dropped) {
    const name = nameOnce(one.name);
    if (one instanceof File) yield { file: one, path: name, root: name };
    else {
      const seen: Seen = { root: name, files: 0, hidden: 0 };
      yield* filesIn(one, seen, name, 0);
      yield* notReadIn(seen);
    }
  }
}

interface Seen {
  /** What was dropped. */
  root: string;
  /** Files in it, and those of them that are not opened. */
  files: number;
  hidden: number;
}

const notReadIn = ({ root, files, hidden }: Seen): Chosen[] => [
  ...(hidden === 0 ? [] : [{ ...leftOut('hidden-files', 1, hidden), root, file: root }]),
  ...(files > 0 ? [] : [{ ...leftOut('no-files', 1), root, file: root }]),
];

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
  seen: Seen,
  path: string,
  depth: number,
): AsyncGenerator<Chosen> {
  try {
    if (entry.isFile) {
      seen.files++;
      // What is dropped itself is read whatever its name.
      if (depth > 0 && isHidden(entry.name)) seen.hidden++;
      else yield { file: await opened(entry as FileSystemFileEntry), path, root: seen.root };
      return;
    }
    if (depth >= MAX_DEPTH) {
      seen.files++;
      yield { key: 'too-deep', values: { file: path, count: String(MAX_DEPTH) } };
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // It hands out some at a time, and then none.
    for (let some = await listed(reader); some.length > 0; some = await listed(reader))
      for (const inside of some) yield* filesIn(inside, seen, `${path}/${inside.name}`, depth + 1);
  } catch (error) {
    seen.files++;
    yield problemOf(path, error);
  }
}

const opened = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));
const listed = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));

/** From a file picker; of a folder, hidden files are counted. */
export async function* pickedFiles(files: readonly File[]): AsyncGenerator<Chosen> {
  const nameOnce = namesOnce();
  const folders = new Map<string, Seen>();
  for (const file of files) {
    const inFolder = file.webkitRelativePath;
    if (inFolder === '') {
      const name = nameOnce(file.name);
      yield { file, path: name, root: name };
      continue;
    }
    const root = inFolder.split('/')[0] ?? inFolder;
    const seen = folders.get(root) ?? { root, files: 0, hidden: 0 };
    folders.set(root, seen);
    seen.files++;
    if (isHidden(file.name)) seen.hidden++;
    else yield { file, path: inFolder, root };
  }
  for (const seen of folders.values()) yield* notReadIn(seen);
}
