/**
 * Finds all of many words in one walk over a text (Aho and Corasick, 1975). Time is linear in the text,
 * however many words there are and whatever the text says. The text is walked as it stands: what does not
 * count (see `characters.ts`) is passed over on the way.
 */
import { QUOTES, UNSEEN, WIDE_SPACES } from './characters';

/** Kinds of characters: 0 stands in no word, then these two, then those of the words. */
const OTHER = 0;
const SPACE = 1;
const SKIPPED = 2;

/** A node with more children than this has a full row of transitions; the others are searched child by child. */
const FEW = 3;

/**
 * A node as the walk knows it: where its row or its children stand, then two bits. Most steps of a walk lead
 * from row to row and read nothing but this number.
 */
type State = number;
const ENDS = 1;
const IS_SPARSE = 2;
const BITS = 2;

/** Where a word ends: behind this place of the text, and so many characters that count from its start. */
export type Found<T> = (value: T, end: number, counted: number) => void;

export class Automaton<T> {
  private readonly kinds = new Uint16Array(0x10000);
  private width = SKIPPED + 1;
  /** While building: nodes by number, each with its children and the words that end there. */
  private children: Map<number, number>[] = [new Map()];
  private ends: (T[] | undefined)[] = [undefined];

  private readonly rows: Int32Array;
  /** Children of the sparse nodes: those of node n stand from `first[n]` to `first[n + 1]`. */
  private readonly first: Int32Array;
  private readonly edgeKinds: Uint16Array;
  private readonly edgeStates: Int32Array;
  /** Of the sparse nodes: where a walk goes on when no child fits. */
  private readonly fallback: Int32Array;
  /** Words by state, where its bit says that there are any. */
  private readonly words = new Map<State, readonly T[]>();

  /** @param words normalized (see `characters.ts`) */
  constructor(words: Iterable<readonly [word: string, value: T]>, order: (a: T, b: T) => number) {
    for (let code = 0; code <= 32; code++) this.kinds[code] = SPACE;
    for (const space of WIDE_SPACES) this.kinds[space.charCodeAt(0)] = SPACE;
    for (const unseen of UNSEEN) this.kinds[unseen.charCodeAt(0)] = SKIPPED;
    for (const [word, value] of words) this.add(word, value);
    for (const [quote, plain] of Object.entries(QUOTES))
      this.kinds[quote.charCodeAt(0)] = this.kinds[plain.charCodeAt(0)] ?? OTHER;
    this.numberByDepth();
    const nodes = this.children.length;
    const fail = this.fails(order);
    const states = this.states();
    const isRow = (node: number) => ((states[node] ?? 0) & IS_SPARSE) === 0;
    this.rows = new Int32Array(states.filter((_, node) => isRow(node)).length * this.width);
    this.first = new Int32Array(nodes + 1);
    this.edgeKinds = new Uint16Array(nodes);
    this.edgeStates = new Int32Array(nodes);
    this.fallback = new Int32Array(nodes);
    let edge = 0;
    for (let node = 0; node < nodes; node++) {
      const children = this.children[node] ?? new Map<number, number>();
      const state = states[node] ?? 0;
      const back = states[fail[node] ?? 0] ?? 0;
      if (state & ENDS) this.words.set(state, this.ends[node] ?? []);
      this.first[node] = edge;
      if (isRow(node)) {
        const row = state >> BITS;
        for (let kind = 0; kind < this.width; kind++) {
          const child = children.get(kind);
          this.rows[row + kind] =
            child !== undefined ? (states[child] ?? 0) : node === 0 ? 0 : this.go(back, kind);
        }
      } else {
        this.fallback[node] = back;
        for (const [kind, child] of children) {
          this.edgeKinds[edge] = kind;
          this.edgeStates[edge++] = states[child] ?? 0;
        }
      }
    }
    this.first[nodes] = edge;
    this.children = [];
    this.ends = [];
  }

  private add(word: string, value: T): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const kind = this.kindOf(word.charCodeAt(i));
      let next = this.children[node]?.get(kind);
      if (next === undefined) {
        next = this.children.push(new Map()) - 1;
        this.ends.push(undefined);
        this.children[node]?.set(kind, next);
      }
      node = next;
    }
    (this.ends[node] ??= []).push(value);
  }

  private kindOf(code: number): number {
    const known = this.kinds[code] ?? OTHER;
    if (known !== OTHER) return known;
    const kind = this.width++;
    this.kinds[code] = kind;
    const letter = String.fromCharCode(code);
    const capital = letter.toUpperCase();
    if (capital.length === 1 && capital.toLowerCase() === letter) this.kinds[capital.charCodeAt(0)] = kind;
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
    this.ends = order.map((old) => this.ends[old]);
  }

  /**
   * Of each node: the longest end of its text that is a node, too; there a walk goes on when no child fits.
   * What ends there ends here as well.
   */
  private fails(order: (a: T, b: T) => number): Int32Array {
    const fail = new Int32Array(this.children.length);
    for (let node = 0; node < this.children.length; node++) {
      const suffix = node === 0 ? undefined : this.ends[fail[node] ?? 0];
      if (suffix) this.ends[node] = [...(this.ends[node] ?? []), ...suffix].sort(order);
      for (const [kind, child] of this.children[node] ?? []) {
        let at = node;
        let found: number | undefined;
        while (at !== 0 && found === undefined) {
          at = fail[at] ?? 0;
          found = this.children[at]?.get(kind);
        }
        fail[child] = found ?? 0;
      }
    }
    return fail;
  }

  private states(): State[] {
    let row = 0;
    return this.children.map(({ size }, node) => {
      const isRow = node === 0 || size > FEW;
      const place = isRow ? row : node;
      if (isRow) row += this.width;
      return (place << BITS) | (isRow ? 0 : IS_SPARSE) | (this.ends[node] ? ENDS : 0);
    });
  }

  private go(from: State, kind: number): State {
    let state = from;
    while (state & IS_SPARSE) {
      const node = state >> BITS;
      const last = this.first[node + 1] ?? 0;
      for (let edge = this.first[node] ?? 0; edge < last; edge++)
        if (this.edgeKinds[edge] === kind) return this.edgeStates[edge] ?? 0;
      state = this.fallback[node] ?? 0;
    }
    return this.rows[(state >> BITS) + kind] ?? 0;
  }

  /** Calls `found` for every word that stands in the text, in the order of their ends. */
  walk(text: string, found: Found<T>): void {
    const { kinds, rows } = this;
    let state = 0;
    let counted = 0;
    let spaced = true;
    for (let i = 0; i < text.length; i++) {
      const kind = kinds[text.charCodeAt(i)] ?? OTHER;
      if (kind <= SKIPPED) {
        // A run of white space is one space; what nobody sees is nothing.
        if (kind === SKIPPED || (kind === SPACE && spaced)) continue;
        spaced = kind === SPACE;
      } else spaced = false;
      counted++;
      state = state & IS_SPARSE ? this.go(state, kind) : (rows[(state >> BITS) + kind] ?? 0);
      if (state & ENDS) for (const value of this.words.get(state) ?? []) found(value, i + 1, counted);
    }
  }

  /** Where a word of so many characters begins that ends behind `end`. */
  startOf(text: string, end: number, length: number): number {
    let at = end;
    for (let left = length; left > 0; left--) {
      at--;
      while (at > 0 && this.kinds[text.charCodeAt(at)] === SKIPPED) at--;
      if (this.kinds[text.charCodeAt(at)] !== SPACE) continue;
      while (at > 0 && this.isPassedOver(text.charCodeAt(at - 1))) at--;
    }
    return at;
  }

  private isPassedOver(code: number): boolean {
    const kind = this.kinds[code];
    return kind === SPACE || kind === SKIPPED;
  }
}
