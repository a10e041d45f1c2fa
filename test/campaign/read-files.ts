/** Texts as files → a summary, as the command does it. */
import { inputOf, observe } from '../../src/campaign/observe';
import type { LeftOut, Piece } from '../../src/campaign/streams/piece';
import { openStream, piecesOf } from '../../src/campaign/streams/pieces';
import { addObservation, emptySummary, type Summary } from '../../src/campaign/summary';
import { explain } from '../../src/engine';

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
  const summary = emptySummary();
  for (const file of files)
    for (const piece of (await piecesIn(file)).pieces)
      addObservation(summary, observe(piece, await explain(inputOf(piece), CONTEXT), file.name, CONTEXT));
  return summary;
}
