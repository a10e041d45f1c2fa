/** Files of any home, on a disk, in a zip, dropped on a page: what reading their records needs of them. */

import type { BytesAnywhere } from '../../engine/archive/bytes-anywhere';
import type { LeftOut } from '../streams/piece';

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

/** What was not read of a file; or, with the folder's name as `file`, of all files of a folder. */
export interface SourceLeftOut extends LeftOut {
  root: string;
  file: string;
}

/** Endings of files that somebody keeps bounces in. */
const ENDINGS = /\.(?:eml|msg|txt|mbox|json|log|csv|tsv|jsonl|ndjson|zip|gz)$/i;
/** What file managers put beside the files: `.DS_Store`, `._a.eml`, `Thumbs.db`. */
const BESIDE = /^(?:\._.*|Thumbs\.db|desktop\.ini)$/i;

/** Files of a folder that are not opened; all others are, whatever their names. */
export const isHidden = (name: string): boolean =>
  BESIDE.test(name) || (name.startsWith('.') && !ENDINGS.test(name));

/**
 * Is it read even where its bytes are no text? A file that is named itself is, and one whose ending says that bounces
 * stand in it: what is wrong with it is told then.
 */
export const isMeant = ({ name, root }: Pick<OpenFile, 'name' | 'root'>): boolean =>
  name === root || ENDINGS.test(name);
