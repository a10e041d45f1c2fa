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
  /** What is asked at each place, a byte a hash: may longer phrases begin with four characters, shorter ones with two? */
  private readonly fours = new Uint8Array(1 << 16);
  private readonly twos = new Uint8Array(1 << 11);
  private readonly ones = new Uint8Array(1 << 8);
  /** Most lists have no phrase of one character. */
  private hasOnes = false;

  /** @param read gives plain texts (see `characters.ts`) */
  constructor(read: Read<Phrase, Value>) {
    this.byEight = new Beginnings(read);
    this.byFour = new Beginnings(read);
    this.byTwo = new Beginnings(read);
    this.byOne = new Beginnings(read);
  }

  /** @param text as it is written; its first words count, up to a `*` */
  add(text: string, phrase: Phrase): void {
    const length = plainBeginning(text, beginning);
    if (length >= 4) {
      const four = keyOf(beginning, 0, 4);
      this.fours[hashOfFour(four)] = 1;
      if (length === 8) this.byEight.add(ofEight(four, keyOf(beginning, 4, 4)), phrase);
      else this.byFour.add(four, phrase);
    } else if (length >= 2) {
      const two = keyOf(beginning, 0, 2) & OF_TWO;
      this.twos[hashOfTwo(two)] = 1;
      this.byTwo.add(two, phrase);
    } else if (length === 1) {
      const one = keyOf(beginning, 0, 1);
      this.ones[one & OF_ONE] = 1;
      this.hasOnes = true;
      this.byOne.add(one, phrase);
    }
  }

  /** Calls `found` for every phrase in the text; one that ends before another begins comes first. */
  walk(text: PlainText, found: OnFound<Value>): void {
    const { codes, length } = text;
    const { fours, twos, ones } = this;
    let four = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i] ?? 0;
      four = (four << 8) ^ code;
      if (fours[hashOfFour(four)] === 1) this.findLong(text, i - 3, four, found);
      if (twos[hashOfTwo(four & OF_TWO)] === 1) this.byTwo.find(text, i - 1, four & OF_TWO, found);
      if (this.hasOnes && ones[code & OF_ONE] === 1) this.byOne.find(text, i, code, found);
    }
  }

  private findLong(text: PlainText, at: number, four: number, found: OnFound<Value>): void {
    if (at + 8 <= text.length)
      this.byEight.find(text, at, ofEight(four, keyOf(text.codes, at + 4, 4)), found);
    this.byFour.find(text, at, four, found);
  }
}

/** The first characters of the phrase that is being added. */
const beginning = new Uint16Array(MAX_BEGINNING);

/** Branches by the first characters of their phrases. Beginnings of the same key share a branch. */
class Beginnings<Phrase, Value> {
  private readonly keys = new Int32Array(1 << BITS);
  /** By place of a key: its branch, counted from one; 0 where there is none. */
  private readonly places = new Uint16Array(1 << BITS);
  private readonly branches: PhraseBranch<Phrase, Value>[] = [];

  constructor(private readonly read: Read<Phrase, Value>) {}

  /** @param key of its first characters: others may have the same */
  add(key: number, phrase: Phrase): void {
    const place = this.placeFor(key);
    if (this.places[place] === 0) {
      this.keys[place] = key;
      this.places[place] = this.branches.push(new PhraseBranch<Phrase, Value>());
    }
    this.branches[(this.places[place] ?? 0) - 1]?.add(phrase);
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
/** A character's last byte. */
const OF_ONE = 0xff;
const ofEight = (first: number, second: number) => Math.imul(first, 0x85ebca6b) ^ second;

/** The key of up to four characters, as a walk comes to have it. */
function keyOf(codes: Uint16Array, from: number, width: number): number {
  let key = 0;
  for (let at = from; at < from + width; at++) key = (key << 8) ^ (codes[at] ?? 0);
  return key;
}

/** Places of a table, for some thousand beginnings. */
const BITS = 14;

/** Spreads keys over a table. */
const hashOf = (key: number) => Math.imul(key, 0x9e3779b1);
const hashOfFour = (four: number) => hashOf(four) >>> 16;
const hashOfTwo = (two: number) => hashOf(two) >>> 21;
