/**
 * Finds all of many words in one walk over a text (Aho and Corasick, 1975). Time is linear in the text,
 * however many words there are and whatever the text says. The text is walked as it stands: what does not
 * count (see `characters.ts`) is passed over on the way.
 */
import { codeAt } from '../code-at';
import { Alphabet, OTHER, SKIPPED, SPACE } from './alphabet';
import { trieOf, type Trie } from './trie';

/**
 * Nodes with a row of transitions, those nearest the root, where a walk spends nearly all of its time. A row holds
 * the kinds of ASCII only; other letters are searched child by child.
 */
const ROWS = 4096;

/**
 * A node as the walk knows it: its number, and a bit that tells whether words end there. One look leads from one to
 * the next, and a step has nothing else to decide.
 */
type State = number;
const ENDS = 1;
const NUMBER = 1;
/** Said where a look does not tell the next state: of letters beyond ASCII, and where a text leaves a word. */
const UNKNOWN = 0xffff;

/** What is noted of a node beside the kind of its last character: do words end there, is the next node its child? */
const KIND = 0x3fff;
const ENDS_SHIFT = 15;
const GOES_ON = 0x4000;

export class Automaton<T> {
  private readonly alphabet: Alphabet;
  /** The length of a row is two to the power of this. */
  private readonly rowShift: number;
  private readonly rows: Uint16Array;
  private readonly trie: Trie;
  /** Of each node: what is noted of it. */
  private readonly notes: Uint16Array;
  /** Of each node: where a walk goes on when no child fits. */
  private readonly fallback: Int32Array;
  /** Words by state, where its bit says that there are any. */
  private readonly words = new Map<State, readonly T[]>();
  /** Of a walk: where it stands, and where the last look leads. */
  private state: State = 0;
  private next: State = 0;

  /** @param words normalized (see `characters.ts`), without blanks at their ends */
  constructor(words: readonly (readonly [word: string, value: T])[], order: (a: T, b: T) => number) {
    this.alphabet = new Alphabet(words.map(([word]) => word));
    this.trie = trieOf(
      words.map(([word]) => this.alphabet.kindsOf(word)),
      ROWS,
    );
    // The root's text is as if a blank had been passed over: no word begins with one.
    this.trie.kind[0] = SPACE;
    const here = new Map<number, T[]>();
    words.forEach(([, value], n) => {
      const node = this.trie.endOf[n] ?? 0;
      const values = here.get(node);
      if (values) values.push(value);
      else here.set(node, [value]);
    });
    this.fallback = this.fallbacks(here, order);
    this.notes = this.trie.kind.map(
      (kind, node) => kind | (this.trie.child[node] === node + 1 ? GOES_ON : 0),
    );
    for (const [node, values] of here) {
      this.notes[node] = (this.notes[node] ?? 0) | (ENDS << ENDS_SHIFT);
      this.words.set(this.stateOf(node), values);
    }
    const { asciiKinds } = this.alphabet;
    // Behind the kinds it has one place more, for all others.
    this.rowShift = Math.ceil(Math.log2(asciiKinds + 1));
    this.rows = new Uint16Array(Math.min(this.notes.length, ROWS) << this.rowShift).fill(UNKNOWN);
    // In the order of their depth, so that a search finds the rows of shorter texts written.
    for (let node = 0; node < this.rows.length >> this.rowShift; node++)
      for (let kind = 0; kind < asciiKinds; kind++)
        this.rows[(node << this.rowShift) + kind] = Math.min(this.search(this.stateOf(node), kind), UNKNOWN);
  }

  /**
   * Of each node: the longest end of its text that is a node, too; there a walk goes on when no child fits.
   * @param here the words that end at each node; those that end at its fallback are put beside them
   */
  private fallbacks(here: Map<number, T[]>, order: (a: T, b: T) => number): Int32Array {
    const { byDepth, child, sibling, kind } = this.trie;
    const fallback = new Int32Array(byDepth.length);
    for (const node of byDepth) {
      const shorter = node === 0 ? undefined : here.get(fallback[node] ?? 0);
      if (shorter) here.set(node, [...(here.get(node) ?? []), ...shorter].sort(order));
      for (let next = child[node] ?? 0; next !== 0; next = sibling[next] ?? 0) {
        let at = node;
        let found = 0;
        while (at !== 0 && found === 0) {
          at = fallback[at] ?? 0;
          found = this.childOf(at, kind[next] ?? OTHER);
        }
        fallback[next] = found;
      }
    }
    return fallback;
  }

  private stateOf(node: number): State {
    return (node << NUMBER) | ((this.notes[node] ?? 0) >> ENDS_SHIFT);
  }

  /** A node's child by its kind; 0 where there is none. */
  private childOf(node: number, wanted: number): number {
    const { child, sibling, kind } = this.trie;
    let next = child[node] ?? 0;
    while (next !== 0 && kind[next] !== wanted) next = sibling[next] ?? 0;
    return next;
  }

  /** The step that one look does not tell. */
  private search(from: State, kind: number): State {
    const { trie, fallback, rows, rowShift } = this;
    let node = from >> NUMBER;
    // A run of white space is one space; what nobody sees is nothing. Words that end here have been told.
    if (kind === SKIPPED || (kind === SPACE && trie.kind[node] === SPACE)) return from & ~ENDS;
    for (;;) {
      const child = this.childOf(node, kind);
      if (child !== 0 || node === 0) return this.stateOf(child);
      node = fallback[node] ?? 0;
      const known =
        kind < this.alphabet.asciiKinds && node < rows.length >> rowShift
          ? (rows[(node << rowShift) + kind] ?? UNKNOWN)
          : UNKNOWN;
      if (known !== UNKNOWN) return known;
    }
  }

  /**
   * Calls `found` for every word that stands in the text, with the place just behind it, in the order of those
   * places.
   */
  walk(text: string, found: (value: T, end: number) => void): void {
    this.state = 0;
    for (let i = 0; i < text.length;) {
      i = this.run(text, i);
      if (this.next === UNKNOWN)
        this.next = this.search(this.state, this.alphabet.kinds[codeAt(text, i - 1)] ?? OTHER);
      // What has been told is not told again.
      this.state = this.next & ~ENDS;
      if (!(this.next & ENDS)) continue;
      const here = this.words.get(this.next) ?? [];
      for (let n = 0; n < here.length; n++) found(here[n] as T, i);
    }
  }

  /**
   * From look to look, with nothing called on the way: this loop is what a walk costs. It stands alone, so that it
   * is compiled alone.
   * @returns the place behind the character that led to a word's end or to no known state
   */
  private run(text: string, from: number): number {
    const { rows, rowShift, notes } = this;
    const { kinds, columns } = this.alphabet;
    const toRow = rowShift - NUMBER;
    const inRows = rows.length >> toRow;
    let state = this.state;
    let next = state;
    const end = text.length;
    let i = from;
    do {
      state = next;
      const code = codeAt(text, i++);
      if (state < inRows) next = rows[(state << toRow) + (columns[code] ?? 0)] ?? UNKNOWN;
      else {
        // Far from the root, a text goes along one word or leaves it.
        const node = state >> NUMBER;
        const note = notes[node + 1] ?? 0;
        const fits = (note & KIND) === kinds[code] && ((notes[node] ?? 0) & GOES_ON) !== 0;
        next = fits ? ((node + 1) << NUMBER) | (note >> ENDS_SHIFT) : UNKNOWN;
      }
    } while (!(next & ENDS) && i < end);
    this.state = state;
    this.next = next;
    return i;
  }

  /** Where a word of so many characters begins that ends behind `end`. */
  startOf(text: string, end: number, length: number): number {
    return this.alphabet.startOf(text, end, length);
  }
}
