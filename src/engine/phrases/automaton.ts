/**
 * Finds all of many words in one walk over a text (Aho and Corasick, 1975). Time is linear in the text,
 * however many words there are and whatever the text says.
 */

/**
 * Nodes that have a full row of transitions. Nodes are numbered by depth, and a walk spends nearly all of its
 * time near the root; deeper nodes keep only their own children.
 */
const FULL_ROWS = 8192;

export class Automaton<T> {
  /** Characters of the words → small numbers from 1; 0 is any other character. */
  private readonly classes = new Map<number, number>();
  private readonly asciiClasses = new Int32Array(128);
  private children: Map<number, number>[] = [new Map()];
  private ends: T[][] = [[]];
  private readonly fail: Int32Array;
  private readonly rows: Int32Array;
  private readonly width: number;
  private readonly full: number;

  constructor(words: Iterable<readonly [word: string, value: T]>, order: (a: T, b: T) => number) {
    for (const [word, value] of words) this.add(word, value);
    this.numberByDepth();
    this.width = this.classes.size + 1;
    this.full = Math.min(this.children.length, FULL_ROWS);
    this.fail = new Int32Array(this.children.length);
    this.rows = new Int32Array(this.full * this.width);
    this.connect(order);
  }

  private add(word: string, value: T): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const kind = this.classOf(word.charCodeAt(i));
      let next = this.children[node]?.get(kind);
      if (next === undefined) {
        next = this.children.push(new Map()) - 1;
        this.ends.push([]);
        this.children[node]?.set(kind, next);
      }
      node = next;
    }
    this.ends[node]?.push(value);
  }

  private classOf(code: number): number {
    let kind = this.classes.get(code);
    if (kind === undefined) {
      kind = this.classes.size + 1;
      this.classes.set(code, kind);
      if (code < 128) this.asciiClasses[code] = kind;
    }
    return kind;
  }

  /** Gives the nodes new numbers: those of one letter first, then those of two, and so on. */
  private numberByDepth(): void {
    const order = [0];
    for (let at = 0; at < order.length; at++) {
      for (const child of this.children[order[at] ?? 0]?.values() ?? []) order.push(child);
    }
    const numbers = new Int32Array(order.length);
    order.forEach((old, number) => (numbers[old] = number));
    this.children = order.map(
      (old) => new Map([...(this.children[old] ?? [])].map(([kind, child]) => [kind, numbers[child] ?? 0])),
    );
    this.ends = order.map((old) => this.ends[old] ?? []);
  }

  /** Where a walk goes on when a node has no child for a character: the longest suffix that is a node. */
  private connect(order: (a: T, b: T) => number): void {
    for (let node = 0; node < this.children.length; node++) {
      const fail = this.fail[node] ?? 0;
      if (node < this.full && node > 0)
        this.rows.copyWithin(node * this.width, fail * this.width, (fail + 1) * this.width);
      for (const [kind, child] of this.children[node] ?? []) {
        this.fail[child] = node === 0 ? 0 : this.go(fail, kind);
        if (node < this.full) this.rows[node * this.width + kind] = child;
      }
      const suffix = this.ends[fail] ?? [];
      if (node > 0 && suffix.length > 0)
        this.ends[node] = [...(this.ends[node] ?? []), ...suffix].sort(order);
    }
  }

  private go(from: number, kind: number): number {
    let node = from;
    while (node >= this.full) {
      const child = this.children[node]?.get(kind);
      if (child !== undefined) return child;
      node = this.fail[node] ?? 0;
    }
    return this.rows[node * this.width + kind] ?? 0;
  }

  /** Calls `found` for every word that stands in the text, with the place just behind it. */
  walk(text: string, found: (value: T, end: number) => void): void {
    const { asciiClasses, classes, rows, width, full } = this;
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const kind = code < 128 ? (asciiClasses[code] ?? 0) : (classes.get(code) ?? 0);
      node = node < full ? (rows[node * width + kind] ?? 0) : this.go(node, kind);
      const ends = this.ends[node];
      if (ends !== undefined && ends.length > 0) for (const value of ends) found(value, i + 1);
    }
  }
}
