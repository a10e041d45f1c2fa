/**
 * Finds all of many words in one walk over a text (Aho and Corasick, 1975). Time is linear in the text,
 * however many words there are and whatever the text says. The text is walked as it stands: what does not
 * count (see `characters.ts`) is passed over on the way.
 */
import { QUOTES, UNSEEN, WIDE_SPACES } from './characters';
import { trieOf, type Trie } from './trie';

/** Kinds of characters: 0 stands in no word, then these two, then those of the words. */
const OTHER = 0;
const SPACE = 1;
const SKIPPED = 2;

/**
 * Nodes with a row of transitions, those nearest the root, where a walk spends nearly all of its time; few enough
 * to stay in the processor's cache. A row holds the kinds of ASCII only; other letters, and the nodes further
 * down, are searched child by child.
 */
const ROWS = 1024;

/**
 * A node as the walk knows it: its number, and a bit that tells whether words end there. One look into a row leads
 * from one to the next, and a step has nothing else to decide.
 */
type State = number;
const ENDS = 1;
const NUMBER = 1;
/** What a row says where it does not know: of letters beyond ASCII, and of nodes too far down to be named in it. */
const UNKNOWN = 0xffff;

export class Automaton<T> {
  private readonly kinds = new Uint16Array(0x10000);
  /** Of each character: its place in a row; its kind, or the last place for letters beyond ASCII. */
  private readonly columns = new Uint8Array(0x10000);
  private kindCount = SKIPPED + 1;
  /** Kinds in a row; behind them it has one place more, for all others. */
  private readonly rowKinds: number;
  /** The length of a row is two to the power of this. */
  private readonly rowShift: number;
  private readonly rows: Uint16Array;
  private readonly trie: Trie;
  /** Of each node: its state. */
  private readonly states: Int32Array;
  /** Of each node: where a walk goes on when no child fits. */
  private readonly fallback: Int32Array;
  /** Words by state, where its bit says that there are any. */
  private readonly words = new Map<State, readonly T[]>();

  /** @param words normalized (see `characters.ts`), without blanks at their ends */
  constructor(words: readonly (readonly [word: string, value: T])[], order: (a: T, b: T) => number) {
    this.rowKinds = this.nameKinds(words.map(([word]) => word));
    for (let code = 0; code < this.columns.length; code++)
      this.columns[code] = Math.min(this.kinds[code] ?? OTHER, this.rowKinds);
    this.trie = trieOf(words.map(([word]) => this.kindsOf(word)));
    // The root's text is as if a blank had been passed over: no word begins with one.
    this.trie.lastKind[0] = SPACE;
    const here = new Map<number, T[]>();
    words.forEach(([, value], n) => {
      const node = this.trie.endOf[n] ?? 0;
      const values = here.get(node);
      if (values) values.push(value);
      else here.set(node, [value]);
    });
    this.fallback = this.fallbacks(here, order);
    this.states = this.fallback.map((_, node): State => (node << NUMBER) | (here.has(node) ? ENDS : 0));
    for (const [node, values] of here) this.words.set(this.states[node] ?? 0, values);
    this.rowShift = Math.ceil(Math.log2(this.rowKinds + 1));
    this.rows = new Uint16Array(Math.min(this.states.length, ROWS) << this.rowShift).fill(UNKNOWN);
    // In the order of their depth, so that a search finds the rows of shorter texts written.
    for (let node = 0; node < this.rows.length >> this.rowShift; node++)
      for (let kind = 0; kind < this.rowKinds; kind++)
        this.rows[(node << this.rowShift) + kind] = Math.min(
          this.search(this.states[node] ?? 0, kind),
          UNKNOWN,
        );
  }

  /**
   * Numbers the kinds of characters, those of ASCII first.
   * @returns how many are of ASCII
   */
  private nameKinds(words: readonly string[]): number {
    const { kinds } = this;
    for (let code = 0; code <= 32; code++) kinds[code] = SPACE;
    for (const space of WIDE_SPACES) kinds[space.charCodeAt(0)] = SPACE;
    for (const unseen of UNSEEN) kinds[unseen.charCodeAt(0)] = SKIPPED;
    const codes = new Set<number>();
    for (const word of words) for (let i = 0; i < word.length; i++) codes.add(word.charCodeAt(i));
    let width = this.kindCount;
    for (const code of [...codes].sort((a, b) => a - b)) {
      if (kinds[code] !== OTHER) continue;
      kinds[code] = this.kindCount++;
      if (code < 128) width = this.kindCount;
      const letter = String.fromCharCode(code);
      const capital = letter.toUpperCase();
      if (capital.length === 1 && capital.toLowerCase() === letter)
        kinds[capital.charCodeAt(0)] = kinds[code] ?? OTHER;
    }
    for (const [quote, plain] of Object.entries(QUOTES))
      kinds[quote.charCodeAt(0)] = kinds[plain.charCodeAt(0)] ?? OTHER;
    return width;
  }

  private kindsOf(word: string): Uint16Array {
    const kinds = new Uint16Array(word.length);
    for (let i = 0; i < word.length; i++) kinds[i] = this.kinds[word.charCodeAt(i)] ?? OTHER;
    return kinds;
  }

  /**
   * Of each node: the longest end of its text that is a node, too; there a walk goes on when no child fits.
   * @param here the words that end at each node; those that end at its fallback are put beside them
   */
  private fallbacks(here: Map<number, T[]>, order: (a: T, b: T) => number): Int32Array {
    const { firstChild, lastKind } = this.trie;
    const count = lastKind.length;
    const fallback = new Int32Array(count);
    for (let node = 0; node < count; node++) {
      const shorter = node === 0 ? undefined : here.get(fallback[node] ?? 0);
      if (shorter) here.set(node, [...(here.get(node) ?? []), ...shorter].sort(order));
      for (let child = firstChild[node] ?? 0; child < (firstChild[node + 1] ?? 0); child++) {
        let at = node;
        let found = 0;
        while (at !== 0 && found === 0) {
          at = fallback[at] ?? 0;
          found = this.childOf(at, lastKind[child] ?? OTHER);
        }
        fallback[child] = found;
      }
    }
    return fallback;
  }

  /** A node's child by its kind; 0 where there is none. */
  private childOf(node: number, kind: number): number {
    const { firstChild, lastKind } = this.trie;
    const end = firstChild[node + 1] ?? 0;
    for (let child = firstChild[node] ?? 0; child < end; child++) if (lastKind[child] === kind) return child;
    return 0;
  }

  /** The step that no row holds, or not yet. */
  private search(from: State, kind: number): State {
    const { trie, states, fallback, rows, rowShift, rowKinds } = this;
    let node = from >> NUMBER;
    // A run of white space is one space; what nobody sees is nothing. Words that end here have been told.
    if (kind === SKIPPED || (kind === SPACE && trie.lastKind[node] === SPACE)) return from & ~ENDS;
    for (;;) {
      const child = this.childOf(node, kind);
      if (child !== 0 || node === 0) return states[child] ?? 0;
      node = fallback[node] ?? 0;
      const known =
        kind < rowKinds && node < rows.length >> rowShift
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
    const { kinds, columns, rows, rowShift, words } = this;
    const toRow = rowShift - NUMBER;
    const inRows = rows.length >> toRow;
    let state = 0;
    for (let i = 0; i < text.length;) {
      let next = state;
      // From row to row, with nothing called on the way: this loop is what a walk costs.
      do {
        state = next;
        next =
          state < inRows ? (rows[(state << toRow) + (columns[text.charCodeAt(i)] ?? 0)] ?? UNKNOWN) : UNKNOWN;
        i++;
      } while (!(next & ENDS) && i < text.length);
      if (next === UNKNOWN) next = this.search(state, kinds[text.charCodeAt(i - 1)] ?? OTHER);
      // What has been told is not told again.
      state = next & ~ENDS;
      if (!(next & ENDS)) continue;
      const here = words.get(next) ?? [];
      for (let n = 0; n < here.length; n++) found(here[n] as T, i);
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
