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

/**
 * A record of a node: the state where a walk goes on when no child fits, the kind of the node's last character, the
 * number of its children, then of each child its kind and its state.
 */
const FALLBACK = 0;
const LAST_KIND = 1;
const CHILDREN = 2;
const FIRST_CHILD = 3;

export class Automaton<T> {
  private readonly kinds = new Uint16Array(0x10000);
  /** Of each character: its place in a row; its kind, or the last place for letters beyond ASCII. */
  private readonly columns = new Uint8Array(0x10000);
  private kindCount = SKIPPED + 1;
  /** While building: nodes by number, each with its children and the words that end there. */
  private children: Map<number, number>[] = [new Map()];
  private ends: (T[] | undefined)[] = [undefined];

  /** Kinds in a row; behind them it has one place more, for all others. */
  private readonly rowKinds: number;
  /** The length of a row is two to the power of this. */
  private readonly rowShift: number;
  private readonly rows: Uint16Array;
  private readonly records: Int32Array;
  /** Of each node: where its record begins. */
  private readonly recordOf: Int32Array;
  /** Words by state, where its bit says that there are any. */
  private readonly words = new Map<State, readonly T[]>();

  /** @param words normalized (see `characters.ts`), without blanks at their ends */
  constructor(words: readonly (readonly [word: string, value: T])[], order: (a: T, b: T) => number) {
    this.rowKinds = this.nameKinds(words.map(([word]) => word));
    this.kinds.forEach((kind, code) => (this.columns[code] = Math.min(kind, this.rowKinds)));
    for (const [word, value] of words) this.add(word, value);
    this.numberByDepth();
    const fail = this.fails(order);
    const { children, ends } = this;
    const states = ends.map((here, node): State => (node << NUMBER) | (here ? ENDS : 0));
    this.recordOf = new Int32Array(children.length);
    let place = 0;
    children.forEach(({ size }, node) => {
      this.recordOf[node] = place;
      place += FIRST_CHILD + 2 * size;
    });
    this.records = new Int32Array(place);
    this.records[LAST_KIND] = SPACE;
    children.forEach((kinds, node) => this.writeRecord(node, states[fail[node] ?? 0] ?? 0, kinds, states));
    states.forEach((state, node) => this.words.set(state, ends[node] ?? []));
    this.rowShift = Math.ceil(Math.log2(this.rowKinds + 1));
    this.rows = new Uint16Array(Math.min(children.length, ROWS) << this.rowShift).fill(UNKNOWN);
    // In the order of their depth, so that a search finds the rows of shorter texts written.
    for (let node = 0; node < this.rows.length >> this.rowShift; node++)
      for (let kind = 0; kind < this.rowKinds; kind++)
        this.rows[(node << this.rowShift) + kind] = Math.min(this.search(states[node] ?? 0, kind), UNKNOWN);
    this.children = [];
    this.ends = [];
  }

  private writeRecord(
    node: number,
    back: State,
    kinds: ReadonlyMap<number, number>,
    states: readonly State[],
  ) {
    const { records, recordOf } = this;
    let at = recordOf[node] ?? 0;
    records[at + FALLBACK] = back;
    records[at + CHILDREN] = kinds.size;
    at += FIRST_CHILD;
    for (const [kind, child] of kinds) {
      records[at++] = kind;
      records[at++] = states[child] ?? 0;
      records[(recordOf[child] ?? 0) + LAST_KIND] = kind;
    }
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

  private add(word: string, value: T): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const kind = this.kinds[word.charCodeAt(i)] ?? OTHER;
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

  /** The step that no row holds, or not yet. */
  private search(from: State, kind: number): State {
    const { records, recordOf, rows, rowShift, rowKinds } = this;
    let node = from >> NUMBER;
    let record = recordOf[node] ?? 0;
    // A run of white space is one space; what nobody sees is nothing. Words that end here have been told.
    if (kind === SKIPPED || (kind === SPACE && records[record + LAST_KIND] === SPACE)) return from & ~ENDS;
    for (;;) {
      const end = record + FIRST_CHILD + 2 * (records[record + CHILDREN] ?? 0);
      for (let at = record + FIRST_CHILD; at < end; at += 2)
        if (records[at] === kind) return records[at + 1] ?? 0;
      if (node === 0) return 0;
      node = (records[record + FALLBACK] ?? 0) >> NUMBER;
      const known =
        kind < rowKinds && node < rows.length >> rowShift
          ? (rows[(node << rowShift) + kind] ?? UNKNOWN)
          : UNKNOWN;
      if (known !== UNKNOWN) return known;
      record = recordOf[node] ?? 0;
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
