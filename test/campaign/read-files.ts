/** Texts as files → a summary, as the command does it. */
import { Gathering } from '../../src/campaign/reading/gathering';
import { BatchObserver } from '../../src/campaign/reading/observe-batch';
import type { OpenFile } from '../../src/campaign/reading/open-file';
import { batchesOf } from '../../src/campaign/reading/records';
import type { LeftOut, Piece } from '../../src/campaign/streams/piece';
import { openStream, piecesOf } from '../../src/campaign/streams/pieces';
import type { Summary } from '../../src/campaign/summary';

export interface File {
  name: string;
  text: string | Uint8Array;
}

/** @param size bytes that come at a time */
function* chunksOf(text: string | Uint8Array, size = 4096): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export async function piecesIn(
  { name, text }: File,
  size?: number,
): Promise<{ pieces: Piece[]; leftOut: LeftOut[]; kind: string }> {
  const pieces: Piece[] = [];
  const leftOut: LeftOut[] = [];
  const opened = await openStream(chunksOf(text, size), name);
  for await (const found of piecesOf(opened))
    for (const one of found)
      if ('leftOut' in one) leftOut.push(one);
      else pieces.push(one);
  return { pieces, leftOut, kind: opened.shape.kind };
}

const CONTEXT = { now: '2026-11-26T12:00:00Z' };

export async function summaryOf(files: readonly File[]): Promise<Summary> {
  const gathering = new Gathering();
  const observer = new BatchObserver(CONTEXT);
  const problemOf = (_: string, error: unknown) => {
    throw error;
  };
  for await (const batch of batchesOf(opened(files), problemOf))
    gathering.take(batch, await observer.observe(batch));
  return gathering.summary;
}

async function* opened(files: readonly File[]): AsyncGenerator<OpenFile> {
  for (const { name, text } of files)
    yield { name, root: name, chunks: eachOf(chunksOf(text)), anywhere: null };
}

async function* eachOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
