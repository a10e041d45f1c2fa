/**
 * Many phrases as trees of their characters. A walk goes over a text once. At each place it asks by the next few
 * characters whether a phrase begins there, and nearly always the answer is no. A tree is made when a text first begins
 * as its phrases do: of thousands of phrases a mail meets some hundred.
 */
import { MAX_BEGINNING, plainBeginning, type PlainText } from './characters';

/** Called for a phrase that stands in a text; `at` and `behind` count plain characters. */
type OnFound<Value> = (value: Value, at: number, behind: number) => void;

/** Reads a phrase that was added, once it may stand in a text: puts what stands for it among those of its branch. */
type Read<Phrase, Value> = (phrase: Phrase, known: Map<string, Value>) => void;

export class PhraseTree<Phrase, Value> {
  /** Phrases are known by eight characters, shorter ones by four, two or one. */
  private readonly byEight: Beginnings<Phrase, Value>;
  private readonly byFour: Beginnings<Phrase, Value>;
  private readonly byTwo: Beginnings<Phrase, Value>;
  private readonly byOne: Beginnings<Phrase, Value>;

  /** @param read gives plain texts (see `characters.ts`) */
  constructor(read: Read<Phrase, Value>) {
    this.byEight = new Beginnings(8, read);
    this.byFour = new Beginnings(4, read);
    this.byTwo = new Beginnings(2, read);
    this.byOne = new Beginnings(1, read);
  }

  /** @param text as it is written; its first words count, up to a `*` */
  add(text: string, phrase: Phrase): void {
    const length = plainBeginning(text, beginning);
    if (length === 8) this.byEight.add(phrase);
    else if (length >= 4) this.byFour.add(phrase);
    else if (length >= 2) this.byTwo.add(phrase);
    else if (length === 1) this.byOne.add(phrase);
  }

  /** Calls `found` for every phrase in the text; one that ends before another begins comes first. */
  walk(text: PlainText, found: OnFound<Value>): void {
    const { codes, length } = text;
    const { byEight, byFour, byTwo, byOne } = this;
    let four = 0;
    /** The four characters before those. */
    let before = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i] ?? 0;
      four = (four << 8) ^ code;
      if (i > 3) before = (before << 8) ^ (codes[i - 4] ?? 0);
      const eight = ofEight(before, four);
      if (byEight.mayHave(eight)) byEight.find(text, i - 7, eight, found);
      if (byFour.mayHave(four)) byFour.find(text, i - 3, four, found);
      const two = four & OF_TWO;
      if (byTwo.mayHave(two)) byTwo.find(text, i - 1, two, found);
      if (byOne.mayHave(code)) byOne.find(text, i, code, found);
    }
  }
}

/** The first characters of the phrase that is being added. */
const beginning = new Uint16Array(MAX_BEGINNING);

/** Branches by the first characters of their phrases. Beginnings of the same key share a branch. */
class Beginnings<Phrase, Value> {
  /** Which keys there are, a bit each: what nearly always says no stays in the processor's cache. */
  private readonly known = new Int32Array(1 << (KNOWN_BITS - 5));
  private readonly keys = new Int32Array(1 << BITS);
  /** By place of a key: its branch, counted from one; 0 where there is none. */
  private readonly places = new Uint16Array(1 << BITS);
  private readonly branches: Branch<Phrase, Value>[] = [];

  /** @param width how many characters: eight, four, two or one */
  constructor(
    private readonly width: number,
    private readonly read: Read<Phrase, Value>,
  ) {}

  /** Its first characters are those of `beginning`. */
  add(phrase: Phrase): void {
    const key = keyOf(this.width);
    const place = this.placeFor(key);
    if (this.places[place] === 0) {
      const bit = hashOf(key) >>> (32 - KNOWN_BITS);
      this.known[bit >> 5] = (this.known[bit >> 5] ?? 0) | (1 << (bit & 31));
      this.keys[place] = key;
      this.places[place] = this.branches.push(new Branch<Phrase, Value>());
    }
    this.branches[(this.places[place] ?? 0) - 1]?.add(phrase);
  }

  /** @param key of the characters: others may have the same */
  mayHave(key: number): boolean {
    const bit = hashOf(key) >>> (32 - KNOWN_BITS);
    return (((this.known[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 1;
  }

  find(text: PlainText, at: number, key: number, found: OnFound<Value>): void {
    const place = this.placeFor(key);
    if (this.places[place] !== 0)
      this.branches[(this.places[place] ?? 0) - 1]?.find(text, at, this.read, found);
  }

  private placeFor(key: number): number {
    let place = hashOf(key) >>> (32 - BITS);
    while (this.places[place] !== 0 && this.keys[place] !== key) place = (place + 1) & ((1 << BITS) - 1);
    return place;
  }
}

/** Phrases that begin alike, as a tree of their characters. */
class Branch<Phrase, Value> {
  /** Those that were not read yet. */
  private readonly added: Phrase[] = [];
  private known: Map<string, Value> | null = null;
  /** Nodes in the order of a dictionary, from 1. Behind a node stands its first child, or a 0 that ends the branch. */
  private letters = NO_LETTERS;
  /** Of each node: the next child of its parent, 0 where there is none; doubled. The last bit: a phrase ends here. */
  private siblings = NO_SIBLINGS;
  /** Of the nodes that a phrase ends at. */
  private values: Map<number, Value> | null = null;

  add(phrase: Phrase): void {
    this.added.push(phrase);
  }

  /** Goes as far as the text goes along. */
  find(text: PlainText, at: number, read: Read<Phrase, Value>, found: OnFound<Value>): void {
    if (this.added.length > 0) this.grow(read);
    // What is called below may add phrases here: these nodes stay as they are.
    const { letters, siblings, values } = this;
    const { codes, length } = text;
    let node = 1;
    for (let i = at; ; i++) {
      const code = i < length ? (codes[i] ?? 0) : 0;
      while (node !== 0 && (letters[node] ?? 0) < code) node = (siblings[node] ?? 0) >> 1;
      if (code === 0 || letters[node] !== code) return;
      if ((siblings[node] ?? 0) & 1) found(values?.get(node) as Value, at, i + 1);
      node++;
    }
  }

  private grow(read: Read<Phrase, Value>): void {
    const known = (this.known ??= new Map<string, Value>());
    for (const phrase of this.added) read(phrase, known);
    this.added.length = 0;
    const sorted = [...known.keys()].sort();
    const most = sorted.reduce((sum, { length }) => sum + length + 1, 1);
    const letters = new Uint16Array(most);
    const siblings = new Int32Array(most);
    const values = new Map<number, Value>();
    const mark = (node: number, bits: number) => (siblings[node] = (siblings[node] ?? 0) | bits);
    let size = 1;
    let before = '';
    /** Of the phrase before: its nodes. */
    const path: number[] = [];
    for (const text of sorted) {
      const shared = sharedLength(before, text);
      if (shared < before.length) mark(path[shared] ?? 0, size << 1);
      // A phrase that goes on where the one before it ends: its node takes the place of the 0.
      else if (before !== '') size--;
      for (let at = shared; at < text.length; at++) {
        letters[size] = text.charCodeAt(at);
        path[at] = size++;
      }
      size++;
      const end = path[text.length - 1] ?? 0;
      mark(end, 1);
      values.set(end, known.get(text) as Value);
      before = text;
    }
    Object.assign(this, { letters, siblings, values });
  }
}

const NO_LETTERS = new Uint16Array(0);
const NO_SIBLINGS = new Int32Array(0);

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Of a key of four characters, what is left where only the last two count. */
const OF_TWO = 0xffff;
const ofEight = (before: number, four: number) => Math.imul(before, 0x85ebca6b) ^ four;

/** The key of the first characters of `beginning`, as a walk comes to have it. */
function keyOf(width: number): number {
  let [before, four] = [0, 0];
  for (let at = 0; at < width; at++) {
    four = (four << 8) ^ (beginning[at] ?? 0);
    if (at > 3) before = (before << 8) ^ (beginning[at - 4] ?? 0);
  }
  return width === 8 ? ofEight(before, four) : width === 2 ? four & OF_TWO : four;
}

/** Places of a table, for some thousand beginnings; of keys, many times as many are told apart. */
const BITS = 14;
const KNOWN_BITS = 17;

/** Spreads keys over a table. */
const hashOf = (key: number) => Math.imul(key, 0x9e3779b1);
