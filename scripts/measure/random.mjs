/** Chance that can be repeated: mulberry32, a generator of 32 bits of state (Tommy Ettinger, public domain). */

/** @returns numbers from 0 up to 1, the same ones for the same seed */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the mutations ask of chance. */
export function chance(seed) {
  const next = mulberry32(seed);
  /** A whole number below `limit`. */
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    /** Small numbers more often than large ones, so that most mails stay quick. */
    size: (limit) => Math.floor(limit ** next()),
    pick: (all) => all[below(all.length)],
    maybe: (share) => next() < share,
  };
}
