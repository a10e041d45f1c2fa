/** The beginnings of all words, each once, as a tree: what an automaton is made from. */

export interface Trie {
  /**
   * Nodes are numbered by their depth, 0 the root; the children of one follow one another, so that those of node n
   * are `firstChild[n]` up to, not including, `firstChild[n + 1]`.
   */
  firstChild: Int32Array;
  /** Of each node: the kind of its last character; 0 of the root. */
  lastKind: Uint16Array;
  /** Of each word: the node where it ends. */
  endOf: Int32Array;
}

/** @param words each as the kinds of its characters, of which none is 0 */
export function trieOf(words: readonly Uint16Array[]): Trie {
  const size = 1 + words.reduce((sum, { length }) => sum + length, 0);
  // As they come: each node with its first child and the next child of its parent; 0 where there is none.
  const kinds = new Uint16Array(size);
  const child = new Int32Array(size);
  const sibling = new Int32Array(size);
  let count = 1;
  const ends = words.map((word) => {
    let node = 0;
    for (const kind of word) {
      let next = child[node] ?? 0;
      while (next !== 0 && kinds[next] !== kind) next = sibling[next] ?? 0;
      if (next === 0) {
        next = count++;
        kinds[next] = kind;
        sibling[next] = child[node] ?? 0;
        child[node] = next;
      }
      node = next;
    }
    return node;
  });
  // By depth: each node behind those that were met before it.
  const order = new Int32Array(count);
  const numberOf = new Int32Array(count);
  const firstChild = new Int32Array(count + 1);
  let met = 1;
  for (let number = 0; number < count; number++) {
    firstChild[number] = met;
    for (let next = child[order[number] ?? 0] ?? 0; next !== 0; next = sibling[next] ?? 0) {
      numberOf[next] = met;
      order[met++] = next;
    }
  }
  firstChild[count] = count;
  return {
    firstChild,
    lastKind: new Uint16Array(count).map((_, number) => kinds[order[number] ?? 0] ?? 0),
    endOf: Int32Array.from(ends.map((node) => numberOf[node] ?? 0)),
  };
}
