/** A stream of bytes → its pieces, at the memory of a few of them. */
import { isBinary, isGzip } from '../../engine/mail/bytes';
import { blocksOf, recordsOf } from './log-stream';
import { type Container, containerOf } from './container';
import { objectsOf } from './json-stream';
import { linesOf } from './lines';
import { mailsOf } from './mbox-stream';
import { type Found, leftOut, pieceOf } from './piece';
import { HEAD_BYTES, type Shape, shapeOf } from './shape';
import { rowsOf } from './table-stream';
import { type Chunks, joined, textOf } from './text-stream';

/** Bytes of one mail or text: Exchange Online carries mails of 35 MB, and a mail of Outlook's may be larger than it was. */
const MAX_WHOLE = 40 * 1024 * 1024;

/** Bytes in which names above columns end. */
const MAX_HEAD = 8 * 1024 * 1024;

/** Shapes that are known by their first bytes, and may hold any others. */
const BY_MARK: ReadonlySet<Shape['kind']> = new Set<Shape['kind']>(['zip', 'mail', 'mbox', 'empty']);

export interface Opened {
  shape: Shape;
  /** All the bytes, those included that the shape was told from. */
  chunks: Chunks;
  /** Why none of it is read; null: it is. */
  container: Container | null;
  /** Do its bytes look like neither a mail nor a text? */
  isBinary: boolean;
}

/**
 * What is packed by itself (`mail.log.2.gz`) is unpacked.
 * @param name of the file, which may say what it is
 */
export async function openStream(chunks: Chunks, name = ''): Promise<Opened> {
  const opened = await opening(chunks, name);
  if (!isGzip(opened.head)) return openedAs(opened);
  const { gunzipped } = await import(/* webpackChunkName: "gunzip" */ '../../engine/archive/gunzip');
  const inside = openedAs(await opening(gunzipped(opened.chunks), name.replace(/\.gz$/i, '')));
  // An archive is read from its end, which is not unpacked yet.
  return inside.shape.kind === 'zip' || isGzip(inside.head) ? { ...inside, container: 'packed' } : inside;
}

interface Opening {
  name: string;
  head: Uint8Array;
  isWhole: boolean;
  chunks: Chunks;
}

async function opening(chunks: Chunks, name: string): Promise<Opening> {
  const from = iteratorOf(chunks);
  let head: Uint8Array = new Uint8Array();
  let isWhole = false;
  // Names above columns stand in one line, however long that is.
  while (head.length < HEAD_BYTES || (!head.includes(0x0a) && head.length < MAX_HEAD)) {
    const next = await from.next();
    if (next.done) {
      isWhole = true;
      break;
    }
    head = head.length === 0 ? next.value : joined(head, next.value);
  }
  return { name, head, isWhole, chunks: followedBy(head, from) };
}

function openedAs({ name, head, isWhole, chunks }: Opening): Opened & Pick<Opening, 'head'> {
  const found = containerOf(head, name);
  const shape: Shape = found === 'document' ? { kind: 'text' } : shapeOf(head, isWhole, name);
  return {
    shape,
    chunks,
    head,
    container: found === 'document' ? null : found,
    isBinary: !BY_MARK.has(shape.kind) && isBinary(head),
  };
}

/** @returns pieces, some at a time; of a zip none, since it is no stream */
export async function* piecesOf({
  shape,
  chunks,
}: Pick<Opened, 'shape' | 'chunks'>): AsyncGenerator<Found[]> {
  switch (shape.kind) {
    case 'table':
      return yield* rowsOf(textOf(chunks), shape);
    case 'log':
      return yield* recordsOf(linesOf(textOf(chunks)));
    case 'blocks':
      return yield* blocksOf(linesOf(textOf(chunks)));
    case 'json-list':
    case 'json-object':
    case 'json-values':
      return yield* objectsOf(textOf(chunks), shape.kind);
    case 'mbox':
      for await (const mail of mailsOf(chunks)) yield [mail];
      return;
    case 'mail':
    case 'text':
      return yield* wholeOf(chunks, shape.kind);
    default:
      return;
  }
}

async function* wholeOf(chunks: Chunks, form: 'mail' | 'text'): AsyncGenerator<Found[]> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (length + chunk.length > MAX_WHOLE) {
      yield [leftOut('mail-cut', 1)];
      break;
    }
    parts.push(chunk);
    length += chunk.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  yield [pieceOf(form, 1, whole)];
}

function iteratorOf(chunks: Chunks): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}

async function* followedBy(
  head: Uint8Array,
  from: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await from.next(); !next.done; next = await from.next()) yield next.value;
  } finally {
    await from.return?.();
  }
}
