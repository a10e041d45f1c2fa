/** What characters are taken for where texts are compared: case, kinds of quotes and of white space do not count. */

/** Curly quotes; and what becomes of them where a charset was named wrongly. */
export const QUOTES: Readonly<Record<string, string>> = {
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
export const WIDE_SPACES =
  '\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
/** Letters that nobody sees: put between others to hide a word, or to turn the direction of writing. */
export const UNSEEN =
  '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff';

const WHITE = new RegExp(`[\\0- ${WIDE_SPACES}]+`, 'g');
// Written as alternatives: side by side in one class, some of them would join into one sign.
const HIDDEN = new RegExp([...UNSEEN].join('|'), 'g');

/** `é` → `e`: servers drop accents, and people restore them. Letters of other alphabets stay as they are. */
export function withoutAccent(character: string): string {
  const base = character.normalize('NFD').charAt(0);
  return /^[a-z]$/i.test(base) ? base.toLowerCase() : character;
}

/** Lower case, straight quotes, each run of white space as one space, no accents, nothing unseen. */
export function normalize(text: string): string {
  let plain = '';
  for (const character of text.replace(HIDDEN, '').replace(WHITE, ' ')) {
    const lower = character.toLowerCase();
    // A few letters grow when lowered; one character stays one, as in the walk over a text.
    plain += QUOTES[character] ?? withoutAccent(lower.length === character.length ? lower : character);
  }
  return plain;
}
