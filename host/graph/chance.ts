/** Numbers from 0 to below 1, the same ones for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The item that a number from 0 to below 1 falls on, each as wide as its share; the first, where shares end early. */
export function itemAt<Item extends { share: number }>(
  items: readonly [Item, ...Item[]],
  part: number,
): Item {
  let reached = 0;
  for (const item of items) {
    reached += item.share;
    if (part < reached) return item;
  }
  return items[0];
}
