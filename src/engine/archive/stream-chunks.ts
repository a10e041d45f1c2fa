/** The chunks of a stream, one after the other: not every browser can loop over a stream yet. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isWhole = false;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    isWhole = true;
  } finally {
    // Who stops reading stops what is behind the stream, too.
    if (!isWhole) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}
