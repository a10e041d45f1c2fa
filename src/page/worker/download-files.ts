/** Files that the page offers to keep. */
import { BlobWriter, TextReader, ZipWriter } from '../../engine/archive/zip-entries';
import type { ListFile } from '../../campaign/lists';

/** Characters that are put together before they become a part of the file. */
const PART = 256 * 1024;

export function blobOf(type: string, texts: Iterable<string>): Blob {
  const parts: Blob[] = [];
  let text = '';
  for (const one of texts) {
    text += one;
    if (text.length < PART) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  return new Blob([...parts, text], { type: `${type};charset=utf-8` });
}

export async function zipOf(files: Iterable<ListFile>): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'));
  for (const { name, parts } of files) await zip.add(name, new TextReader([...parts].join('')));
  return zip.close();
}
