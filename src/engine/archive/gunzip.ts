/** One packed file (`mail.log.2.gz`), of one part or of several put together, unpacked as it is read. */
import { Gunzip } from 'fflate';
import { MAX_RATIO, SMALL_BYTES, GzipProblem } from './packed-problem';

/** Packed bytes that are unpacked at once: they give 16 MiB at most. */
const PIECE = 16 * 1024;

/** @throws GzipProblem `zip-bomb`; `broken-gzip` behind what could be unpacked */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  const gunzip = new Gunzip((part) => parts.push(part));
  let packed = 0;
  let unpacked = 0;
  for await (const piece of piecesOf(chunks)) {
    packed += piece.length;
    const problem = push(gunzip, piece);
    unpacked += parts.reduce((sum, { length }) => sum + length, 0);
    if (unpacked > SMALL_BYTES && unpacked > packed * MAX_RATIO)
      throw new GzipProblem('zip-bomb', `${unpacked} bytes of ${packed}`);
    yield* parts.filter(({ length }) => length > 0);
    if (problem) throw problem;
    parts = [];
  }
}

/** Small pieces, and an empty one at the end. */
async function* piecesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
  yield new Uint8Array();
}

/** fflate throws where the bytes are none of a packed file, or end too early. */
function push(gunzip: Gunzip, piece: Uint8Array): GzipProblem | null {
  try {
    gunzip.push(piece, piece.length === 0);
    return null;
  } catch (error) {
    return new GzipProblem('broken-gzip', String(error).slice(0, 100));
  }
}
