/**
 * Many phrases as one tree of their characters. A walk goes over a text once. At each place it asks by the next few
 * characters whether a phrase begins there, and nearly always the answer is no.
 */
import type { PlainText } from './characters';

/** Called for a phrase that stands in a text; `at` and `behind` count plain characters. */
type OnFound<T> = (value: T, at: number, behind: number) => void;

export class PhraseTree<T> {
  /** Nodes in the order of a dictionary. Behind a node stands its first child, or a 0 that ends the branch. */
  private readonly letters: Uint16Array;
  /** Of each node: the next child of its parent, 0 where there is none; doubled. The last bit: a phrase ends here. */
  private readonly siblings: Int32Array;
  private readonly values = new Map<number, T>();
  /** Phrases are known by four characters, shorter ones by two or by one: each kind has branches of its own. */
  private readonly byFour: Beginnings;
  private readonly byTwo: Beginnings;
  private readonly byOne: Beginnings;
  private size = 1;

  /** @param phrases plain (see `characters.ts`), none of them empty, none twice */
  constructor(phrases: readonly (readonly [phrase: string, value: T])[]) {
    const most = phrases.reduce((sum, [{ length }]) => sum + length + 1, 1);
    this.letters = new Uint16Array(most);
    this.siblings = new Int32Array(most);
    const sorted = [...phrases].sort(([a], [b]) => (a < b ? -1 : 1));
    const ofLength = (least: number, below: number) =>
      sorted.filter(([{ length }]) => length >= least && length < below);
    this.byFour = this.grow(4, ofLength(4, Infinity));
    this.byTwo = this.grow(2, ofLength(2, 4));
    this.byOne = this.grow(1, ofLength(1, 2));
  }

  private grow(width: number, sorted: readonly (readonly [phrase: string, value: T])[]): Beginnings {
    const beginnings = new Beginnings(width);
    let before = '';
    /** Of the phrase before: its nodes. */
    let path: number[] = [];
    for (const [phrase, value] of sorted) {
      const shared = sharedLength(before, phrase);
      if (shared < before.length) this.mark(path[shared] ?? 0, this.size << 1);
      // A phrase that goes on where the one before it ends: its node takes the place of the 0.
      else if (before !== '') this.size--;
      path = path.slice(0, shared);
      for (let at = shared; at < phrase.length; at++) {
        this.letters[this.size] = phrase.charCodeAt(at);
        path.push(this.size++);
      }
      this.size++;
      const end = path[phrase.length - 1] ?? 0;
      this.mark(end, 1);
      this.values.set(end, value);
      if (shared < width) beginnings.add(phrase, path[width - 1] ?? 0);
      before = phrase;
    }
    return beginnings;
  }

  private mark(node: number, bits: number): void {
    this.siblings[node] = (this.siblings[node] ?? 0) | bits;
  }

  /** Calls `found` for every phrase in the text; one that ends before another begins comes first. */
  walk(text: PlainText, found: OnFound<T>): void {
    const { codes, length } = text;
    const { byFour, byTwo, byOne } = this;
    let four = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i] ?? 0;
      four = (four << 8) ^ code;
      if (byFour.mayHave(four)) this.goAlong(text, i - 3, byFour.nodeAt(codes, i - 3, four), i + 1, found);
      const two = four & OF_TWO;
      if (byTwo.mayHave(two)) this.goAlong(text, i - 1, byTwo.nodeAt(codes, i - 1, two), i + 1, found);
      if (byOne.mayHave(code)) this.goAlong(text, i, byOne.nodeAt(codes, i, code), i + 1, found);
    }
  }

  /** From a node, 0 for none, as far as the text goes along its branch. */
  private goAlong(text: PlainText, at: number, from: number, behind: number, found: OnFound<T>): void {
    const { letters, siblings } = this;
    const { codes, length } = text;
    let node = from;
    for (let i = behind; node !== 0; i++) {
      if ((siblings[node] ?? 0) & 1) found(this.values.get(node) as T, at, i);
      const code = i < length ? (codes[i] ?? 0) : 0;
      node++;
      while (node !== 0 && (letters[node] ?? 0) < code) node = (siblings[node] ?? 0) >> 1;
      if (code === 0 || letters[node] !== code) return;
    }
  }
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Nodes by the first characters of their phrases. */
class Beginnings {
  /** Which places of the table are taken, a bit each: what nearly always says no stays in the processor's cache. */
  private readonly taken = new Int32Array(SIZE >> 5);
  private readonly nodes = new Int32Array(SIZE);
  private readonly letters: Uint16Array;

  /** @param width how many characters, four at most */
  constructor(private readonly width: number) {
    this.letters = new Uint16Array(SIZE * width);
  }

  /** @param node that of the last of the first characters */
  add(phrase: string, node: number): void {
    let key = 0;
    for (let at = 0; at < this.width; at++) key = (key << 8) ^ phrase.charCodeAt(at);
    let place = placeOf(this.width === 2 ? key & OF_TWO : key);
    while (this.isTaken(place)) place = (place + 1) % SIZE;
    this.taken[place >> 5] = (this.taken[place >> 5] ?? 0) | (1 << (place & 31));
    this.nodes[place] = node;
    for (let at = 0; at < this.width; at++) this.letters[place * this.width + at] = phrase.charCodeAt(at);
  }

  /** @param key the characters, eight bits for each: others beyond ASCII may have the same */
  mayHave(key: number): boolean {
    return this.isTaken(placeOf(key));
  }

  /** @returns 0 where no phrase begins so */
  nodeAt(codes: Uint16Array, from: number, key: number): number {
    for (let place = placeOf(key); this.isTaken(place); place = (place + 1) % SIZE)
      if (this.isAt(place * this.width, codes, from)) return this.nodes[place] ?? 0;
    return 0;
  }

  private isTaken(place: number): boolean {
    return (((this.taken[place >> 5] ?? 0) >> (place & 31)) & 1) === 1;
  }

  private isAt(start: number, codes: Uint16Array, from: number): boolean {
    for (let at = 0; at < this.width; at++) if (codes[from + at] !== this.letters[start + at]) return false;
    return true;
  }
}

/** Of a key of four characters, what is left where only the last two count. */
const OF_TWO = 0xffff;

/** Places of a table; there are two thousand beginnings. */
const BITS = 14;
const SIZE = 1 << BITS;

/** Spreads keys over the table. */
const placeOf = (key: number) => Math.imul(key, 0x9e3779b1) >>> (32 - BITS);
