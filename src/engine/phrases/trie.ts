/** The beginnings of all words, each once, as a tree: what an automaton is made from. */

/** Nodes by number, 0 the root. */
export interface Trie {
  /** Of each node: the kind of its last character; 0 of the root. */
  kind: Uint16Array;
  /** Of each node: one of its children, and the next child of its parent; 0 where there is none. */
  child: Int32Array;
  sibling: Int32Array;
  /** All nodes, those of shorter texts first. */
  byDepth: Int32Array;
  /** Of each word: the node where it ends. */
  endOf: Int32Array;
}

/**
 * @param words each as the kinds of its characters, of which none is 0
 * @param near so many nodes, one at least, are numbered by their depth. Behind them, a node's child has the number after it, so
 *   that who goes along a word goes along memory.
 */
export function trieOf(words: readonly Uint16Array[], near: number): Trie {
  const size = 1 + words.reduce((sum, { length }) => sum + length, 0);
  const grown = { kind: new Uint16Array(size), child: new Int32Array(size), sibling: new Int32Array(size) };
  const { kind, child, sibling } = grown;
  let count = 1;
  const ends = words.map((word) => {
    let node = 0;
    for (const next of word) {
      let at = child[node] ?? 0;
      while (at !== 0 && kind[at] !== next) at = sibling[at] ?? 0;
      if (at === 0) {
        at = count++;
        kind[at] = next;
        sibling[at] = child[node] ?? 0;
        child[node] = at;
      }
      node = at;
    }
    return node;
  });
  const byDepth = depthOrder(count, child, sibling);
  const numberOf = new Int32Array(count);
  byDepth.subarray(0, near).forEach((node, number) => (numberOf[node] = number));
  let next = Math.min(near, count);
  for (const first of byDepth) {
    for (let node = first; node !== 0 && numberOf[node] === 0; node = child[node] ?? 0)
      numberOf[node] = next++;
  }
  const renumbered: Trie = {
    kind: new Uint16Array(count),
    child: new Int32Array(count),
    sibling: new Int32Array(count),
    byDepth: byDepth.map((node) => numberOf[node] ?? 0),
    endOf: Int32Array.from(ends.map((node) => numberOf[node] ?? 0)),
  };
  for (let node = 0; node < count; node++) {
    const number = numberOf[node] ?? 0;
    renumbered.kind[number] = kind[node] ?? 0;
    renumbered.child[number] = numberOf[child[node] ?? 0] ?? 0;
    renumbered.sibling[number] = numberOf[sibling[node] ?? 0] ?? 0;
  }
  return renumbered;
}

function depthOrder(count: number, child: Int32Array, sibling: Int32Array): Int32Array {
  const order = new Int32Array(count);
  let met = 1;
  for (const node of order)
    for (let next = child[node] ?? 0; next !== 0; next = sibling[next] ?? 0) order[met++] = next;
  return order;
}
