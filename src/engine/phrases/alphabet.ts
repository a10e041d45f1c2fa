/** The kinds of characters that words are made of: capitals are their letters, and all white space is one. */
import { codeAt } from '../code-at';
import { QUOTES, UNSEEN, WIDE_SPACES, withoutAccent } from './characters';

/** Kinds of characters: 0 stands in no word, then these two, then those of the words. */
export const OTHER = 0;
export const SPACE = 1;
export const SKIPPED = 2;

/** Latin letters with accents. */
const ACCENTED = [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const;

export class Alphabet {
  /** Of each character: its kind. */
  readonly kinds = new Uint16Array(0x10000);
  /** Of each character: its kind if it is of ASCII, else `asciiKinds`. */
  readonly columns = new Uint8Array(0x10000);
  /** Kinds of ASCII; they come first. */
  readonly asciiKinds: number;

  /** @param words normalized (see `characters.ts`) */
  constructor(words: readonly string[]) {
    const { kinds, columns } = this;
    for (let code = 0; code <= 32; code++) kinds[code] = SPACE;
    for (const space of WIDE_SPACES) kinds[space.charCodeAt(0)] = SPACE;
    for (const unseen of UNSEEN) kinds[unseen.charCodeAt(0)] = SKIPPED;
    const codes = new Set<number>();
    for (const word of words) for (let i = 0; i < word.length; i++) codes.add(word.charCodeAt(i));
    let count = SKIPPED + 1;
    let asciiKinds = count;
    for (const code of [...codes].sort((a, b) => a - b)) {
      if (kinds[code] !== OTHER) continue;
      kinds[code] = count++;
      if (code < 128) asciiKinds = count;
      const letter = String.fromCharCode(code);
      const capital = letter.toUpperCase();
      if (capital.length === 1 && capital.toLowerCase() === letter)
        kinds[capital.charCodeAt(0)] = kinds[code] ?? OTHER;
    }
    for (const [from, to] of ACCENTED)
      for (let code = from; code <= to; code++) {
        const letter = String.fromCharCode(code);
        const base = withoutAccent(letter);
        if (base !== letter) kinds[code] = kinds[base.charCodeAt(0)] || (kinds[code] ?? OTHER);
      }
    for (const [quote, plain] of Object.entries(QUOTES))
      kinds[quote.charCodeAt(0)] = kinds[plain.charCodeAt(0)] ?? OTHER;
    for (let code = 0; code < columns.length; code++)
      columns[code] = Math.min(kinds[code] ?? OTHER, asciiKinds);
    this.asciiKinds = asciiKinds;
  }

  kindsOf(word: string): Uint16Array {
    const kinds = new Uint16Array(word.length);
    for (let i = 0; i < word.length; i++) kinds[i] = this.kinds[word.charCodeAt(i)] ?? OTHER;
    return kinds;
  }

  /** Where a word of so many characters begins that ends behind `end`. */
  startOf(text: string, end: number, length: number): number {
    let at = end;
    for (let left = length; left > 0; left--) {
      at--;
      while (at > 0 && this.kinds[codeAt(text, at)] === SKIPPED) at--;
      if (this.kinds[codeAt(text, at)] !== SPACE) continue;
      while (at > 0 && this.isPassedOver(codeAt(text, at - 1))) at--;
    }
    return at;
  }

  private isPassedOver(code: number): boolean {
    const kind = this.kinds[code];
    return kind === SPACE || kind === SKIPPED;
  }
}
