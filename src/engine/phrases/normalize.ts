/** One form of writing for texts that are compared, with the way back to the words as they stood. */

export interface Normalized {
  /** Lower case, each run of white space as one space, straight quotes. */
  text: string;
  /** `origin[i]` is where character i of `text` stood in the source. */
  origin: Int32Array;
}

/** Curly quotes; and what becomes of them where a charset was named wrongly. */
const quotes: Readonly<Record<string, string>> = {
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
const white = /[\s\u00a0\u200b\u200e\u200f\ufeff]/;

export function normalize(source: string): Normalized {
  const origin = new Int32Array(source.length + 1);
  let text = '';
  let space = true;
  for (let i = 0; i < source.length; i++) {
    const character = source[i] ?? '';
    if (character <= ' ' || (character > '~' && white.test(character))) {
      if (!space) {
        origin[text.length] = i;
        text += ' ';
      }
      space = true;
      continue;
    }
    space = false;
    const lower = character.toLowerCase();
    origin[text.length] = i;
    // A few letters grow when lowered; one character stays one, so that positions hold.
    text += quotes[character] ?? (lower.length === 1 ? lower : character);
  }
  origin[text.length] = source.length;
  return { text, origin };
}

/** The source's own words between two places of the normalized text. */
export function sourceWords(source: string, { origin }: Normalized, start: number, end: number): string {
  return source.slice(origin[start] ?? 0, (origin[end - 1] ?? source.length) + 1);
}
