/** Texts that come again get a number, so that they are kept once. */

/** Texts seen once that are remembered: a text that comes again does so soon. */
const MAX_SEEN = 20_000;
/** Characters of all texts that have a number; what comes again beyond them is kept each time. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

export class TextNumbers {
  private readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private seen = new Set<string>();
  private characters = 0;

  /** @returns null for a text that is new, as most of those never come again; and where too many have come */
  numberOf(text: string): number | null {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (!this.seen.has(text)) {
      if (this.seen.size >= MAX_SEEN) this.seen = new Set();
      this.seen.add(text);
      return null;
    }
    if (this.characters + text.length > MAX_CHARACTERS) return null;
    this.seen.delete(text);
    this.characters += text.length;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  textOf(number: number): string {
    return this.texts[number] ?? '';
  }
}
