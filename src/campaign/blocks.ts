/** Characters that are written at once. */
const MIN_CHARACTERS = 64 * 1024;

/** Short parts of a text → fewer and longer ones: writing costs by the piece. */
export function* inBlocks(parts: Iterable<string>): Generator<string> {
  let block = '';
  for (const part of parts) {
    block += part;
    if (block.length < MIN_CHARACTERS) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
