/** Files of any home, on a disk, in a zip, dropped on a page: what reading their records needs of them. */

import type { BytesAnywhere } from '../../engine/archive/bytes-anywhere';

/** A file that is open while it is looked at: the next one is opened when this one is done with. */
export interface OpenFile {
  /** As whoever named it knows it; `-` for standard input. */
  name: string;
  /** What was named that it was found in: a folder, an archive, the file itself. */
  root: string;
  chunks: AsyncIterable<Uint8Array>;
  /** Bytes anywhere in it; null where it can only be read from its beginning to its end. */
  anywhere: BytesAnywhere | null;
}

/** `key` names its words below `cli.error`. */
export interface FileProblem {
  key: string;
  values: Record<string, string>;
}

/** What is read in a folder; a file that is named itself is read whatever its name. */
const ENDINGS = /\.(?:eml|msg|txt|mbox|json|log|csv|tsv|jsonl|ndjson|zip)$/i;

export const isReadInFolder = (name: string): boolean => ENDINGS.test(name);
