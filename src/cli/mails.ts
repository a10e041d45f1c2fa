/**
 * Files → pieces that are explained one at a time: a mail, or as many rows of a table or lines of a log as the engine
 * reads at once. A file of any length is read to its end, piece by piece.
 */
import { csvLine, inputOf } from '../campaign/observe';
import { openStream, type Opened, piecesOf } from '../campaign/streams/pieces';
import { type Found, leftOut, type LeftOut, type Piece } from '../campaign/streams/piece';
import { type FileProblem, isMeant, type OpenFile } from '../campaign/reading/open-file';
import { packedProblem } from '../campaign/reading/packed-problem';
import { filesOf, problem } from './files';

/** A mail with all its attachments is read whole; beyond this it would not fit a small machine's memory. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** What the engine reads of one text, with room for the names above columns. */
const MAX_PAGE_BYTES = 200 * 1024;
const MAX_PAGE_RECORDS = 1000;
const LINE_END = 0x0a;

export interface MailFile {
  /** As named on the command line; `path#2` for the second mail of an mbox. */
  name: string;
  bytes: Uint8Array;
  /** Of a page of a longer file: its first line and its last. */
  lines?: [first: number, last: number];
}

/** What of a file was not read. */
export interface FileLeftOut extends LeftOut {
  file: string;
}

type Mails = AsyncGenerator<MailFile | FileProblem | FileLeftOut>;

const MEGABYTES = String(MAX_FILE_BYTES / 1024 / 1024);
const tooLarge = (file: string): FileProblem => ({ key: 'too-large', values: { file, size: MEGABYTES } });

export async function* mailFiles(paths: readonly string[]): Mails {
  /** Files of each folder that are no text. */
  const binary = new Map<string, number>();
  for await (const file of filesOf(paths)) {
    if ('key' in file || 'leftOut' in file) yield file;
    else yield* mailsIn(file, binary);
  }
  for (const [folder, count] of binary) yield { ...leftOut('binary-files', 1, count), file: folder };
}

async function* mailsIn(file: OpenFile, binary: Map<string, number>): Mails {
  const { name, root, chunks, anywhere } = file;
  try {
    const isMail = /\.(?:eml|msg)$/i.test(name);
    if (isMail && anywhere && anywhere.size > MAX_FILE_BYTES) return yield tooLarge(name);
    const opened = await openStream(chunks, name);
    if (opened.isBinary && !isMeant(file)) return void binary.set(root, (binary.get(root) ?? 0) + 1);
    if (opened.container) return yield { key: opened.container, values: { file: name } };
    const { kind } = opened.shape;
    if (kind === 'mbox') return yield* ofMbox(name, opened);
    if (kind === 'zip') return yield* ofZip(file, binary);
    const isList = kind !== 'mail' && kind !== 'text' && kind !== 'empty';
    const { bytes, rest } = await upTo(isList ? MAX_PAGE_BYTES : MAX_FILE_BYTES, opened.chunks);
    if (rest === null && (!isList || linesIn(bytes) <= MAX_PAGE_RECORDS)) return yield { name, bytes };
    if (!isList) return yield tooLarge(name);
    yield* pagesOf(name, { ...opened, chunks: rest ?? [bytes] });
  } catch (error) {
    yield packedProblem(name, error) ?? problem(name, error);
  }
}

async function* ofZip(file: OpenFile, binary: Map<string, number>): Mails {
  const { filesOfZip } = await import('../campaign/reading/zip-files');
  for await (const inside of filesOfZip(file))
    if ('key' in inside) yield inside;
    else yield* mailsIn(inside, binary);
}

async function* ofMbox(name: string, opened: Opened): Mails {
  let first: MailFile | null = null;
  let count = 0;
  for await (const found of piecesOf(opened))
    for (const piece of found) {
      if ('leftOut' in piece) yield { ...piece, file: name };
      else {
        const mail = { name: `${name}#${++count}`, bytes: bytesOf(inputOf(piece)) };
        if (count === 1) first = mail;
        else {
          if (first) yield first;
          first = null;
          yield mail;
        }
      }
    }
  // A mailbox with one mail has that mail's name.
  if (first) yield { ...first, name };
  else if (count === 0) yield { name, bytes: new Uint8Array() };
}

async function* pagesOf(name: string, opened: Opened): Mails {
  let page: Piece[] = [];
  let length = 0;
  let records = 0;
  const whole = (): MailFile => {
    const places = page.map(({ place }) => place);
    const ends = page.map(({ place, records: own }) => place + own - 1);
    const [first] = page;
    // The names of the columns stand above the first row.
    const texts = page.map((piece) =>
      piece.cells && piece !== first ? csvLine(piece.cells) : String(inputOf(piece)),
    );
    const made: MailFile = {
      name,
      bytes: bytesOf(texts.join('\n')),
      lines: [places.reduce((a, b) => Math.min(a, b), Infinity), ends.reduce((a, b) => Math.max(a, b), 0)],
    };
    page = [];
    length = 0;
    records = 0;
    return made;
  };
  for await (const found of piecesOf(opened))
    for (const piece of found) {
      if ('leftOut' in piece) {
        yield { ...piece, file: name };
        continue;
      }
      const size = sizeOf(piece);
      if (page.length > 0 && (length + size > MAX_PAGE_BYTES || records + piece.records > MAX_PAGE_RECORDS))
        yield whole();
      page.push(piece);
      length += size;
      records += piece.records;
    }
  if (page.length > 0) yield whole();
}

const sizeOf = ({ input, cells }: Exclude<Found, LeftOut>) =>
  input?.length ?? (cells ?? []).reduce((sum, cell) => sum + cell.length + 3, 0);

const bytesOf = (input: Uint8Array | string) =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input;

/**
 * The first bytes of a stream.
 * @returns `rest`: the stream from its beginning on, where it is longer than the limit; else null
 */
async function upTo(
  limit: number,
  stream: Opened['chunks'],
): Promise<{ bytes: Uint8Array; rest: AsyncIterable<Uint8Array> | null }> {
  const from = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await from.next(); !next.done; next = await from.next()) {
    parts.push(next.value);
    size += next.value.length;
    if (size > limit) return { bytes: new Uint8Array(), rest: again(parts, from) };
  }
  return { bytes: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, size), rest: null };
}

async function* again(parts: Uint8Array[], from: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
  for (let next = await from.next(); !next.done; next = await from.next()) yield next.value;
}

const linesIn = (bytes: Uint8Array) => bytes.reduce((sum, byte) => (byte === LINE_END ? sum + 1 : sum), 0);
