/** What characters are taken for where texts are compared: case, accents, kinds of quotes and of white space do not count. */
import { codeAt } from '../code-at';

/** Curly quotes; and what becomes of them where a charset was named wrongly. */
const QUOTES: Readonly<Record<string, string>> = {
  '\u0091': "'",
  '\u0092': "'",
  '\ufffd': "'",
  '\u2019': "'",
  '\u2018': "'",
  '\u201c': '"',
  '\u201d': '"',
  '`': "'",
  '\u00b4': "'",
};
/** White space beyond ASCII. */
const WIDE_SPACES =
  '\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
/** Letters that nobody sees: put between others to hide a word, or to turn the direction of writing. */
const UNSEEN =
  '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff';

/** What white space is taken for, and what is passed over. Codes up to 32 are white space, so the others are free. */
const SPACE = 32;
const PASSED_OVER = 1;

/** Of each character, what it is taken for; 0 where nobody has asked yet. */
const known = new Uint16Array(0x10000);

/** `É` → `e`, `’` → `'`, a tab → a space: one code of UTF-16 for another. */
const plainCode = (code: number): number => (known[code] ?? 0) || (known[code] = plainOf(code));

function plainOf(code: number): number {
  if (hasNoCase(code)) return code;
  const character = String.fromCharCode(code);
  if (character <= ' ' || WIDE_SPACES.includes(character)) return SPACE;
  if (UNSEEN.includes(character)) return PASSED_OVER;
  const lower = character.toLowerCase();
  // A few letters grow when lowered; one character stays one.
  const one = lower.length === 1 ? lower : character;
  return (QUOTES[character] ?? withoutAccent(one)).charCodeAt(0);
}

/** Kana, Han and Hangul have neither capitals nor accents: there are thousands, and asking the platform takes long. */
const hasNoCase = (code: number) => (code > 0x3000 && code < 0xa000) || (code >= 0xac00 && code < 0xd7b0);

/** Behind it, of letters with accents that begin as ASCII, there are only those from U+1E00 to U+1EFF. */
const LAST_LATIN = '\u024f';
const isLatin = (letter: string) => letter <= LAST_LATIN || (letter >= '\u1e00' && letter <= '\u1eff');

/** `é` → `e`: servers drop accents, and people restore them. Letters of other alphabets stay as they are. */
function withoutAccent(character: string): string {
  if (!isLatin(character)) return character;
  const base = character.normalize('NFD').charAt(0);
  return /^[a-z]$/i.test(base) ? base.toLowerCase() : character;
}

/** A text in plain characters, each with its place in the text. It holds until the next text is read. */
export interface PlainText {
  readonly codes: Uint16Array;
  readonly places: Int32Array;
  /** How many characters there are; what stands behind them belongs to an earlier text. */
  readonly length: number;
}

/** Characters of a text whose memory is kept for the next one. */
const KEPT = 1 << 16;
const kept = memoryFor(KEPT);

function memoryFor(size: number) {
  // Of UTF-8, no more is written than there are characters.
  return { utf8: new Uint8Array(size), codes: new Uint16Array(size), places: new Int32Array(size) };
}

const encoder = new TextEncoder();

/** Each run of white space is one space, and what nobody sees is nothing. */
export function plainText(text: string): PlainText {
  const size = text.length;
  const { utf8, codes, places } = size <= KEPT ? kept : memoryFor(size);
  // The platform writes a text as UTF-8 in a tenth of the time in which its characters can be asked for.
  const { read, written } = encoder.encodeInto(text, utf8.subarray(0, size));
  const isAscii = read === size && written === size;
  let length = 0;
  let last = 0;
  for (let at = 0; at < size; at++) {
    const code = plainCode(isAscii ? (utf8[at] ?? 0) : codeAt(text, at));
    if (code === PASSED_OVER || (code === SPACE && last === SPACE)) continue;
    codes[length] = last = code;
    places[length++] = at;
  }
  return { codes, places, length };
}

/** ASCII without capitals and backquotes, each blank by itself: nothing in it is taken for anything else. */
const IS_PLAIN = /^(?:[!-@[-_a-~]| (?! ))*$/;

/** A text in plain characters, as a text of its own: phrases are read while a text is walked. */
export function normalize(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  let plain = '';
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = plainCode(codeAt(text, at));
    if (code === PASSED_OVER || (code === SPACE && last === SPACE)) continue;
    plain += String.fromCharCode((last = code));
  }
  return plain;
}

/** Characters by which a phrase is known at most. */
export const MAX_BEGINNING = 8;

/**
 * Writes the first plain characters of a phrase, blanks around it left out; of a phrase with gaps, ` * said: * `, those
 * of its first words.
 * @returns how many there are
 */
export function plainBeginning(phrase: string, into: Uint16Array): number {
  let length = 0;
  let isSpaced = false;
  for (let at = 0; at < phrase.length && length < MAX_BEGINNING; at++) {
    const code = phrase.charCodeAt(at);
    if (code === GAP && length > 0) break;
    const plain = code === GAP ? SPACE : plainCode(code);
    if (plain === PASSED_OVER) continue;
    if (plain === SPACE) {
      isSpaced = length > 0;
      continue;
    }
    if (isSpaced) into[length++] = SPACE;
    isSpaced = false;
    if (length < MAX_BEGINNING) into[length++] = plain;
  }
  return length;
}

/** `*` */
const GAP = 42;
