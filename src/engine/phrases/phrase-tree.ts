/**
 * Many phrases as trees of their characters. A walk goes over a text once. At each place it asks by the next few
 * characters whether a phrase begins there, and nearly always the answer is no. A tree is made when a text first begins
 * as its phrases do: of thousands of phrases a mail meets some hundred.
 */
import { MAX_BEGINNING, plainBeginning, type PlainText } from './characters';
import { type OnFound, PhraseBranch, type Read } from './phrase-branch';

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
  private readonly branches: PhraseBranch<Phrase, Value>[] = [];

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
      this.places[place] = this.branches.push(new PhraseBranch<Phrase, Value>());
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
