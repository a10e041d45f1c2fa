/** Short texts in an order: in memory or, where there are many, in a file. */
import type { Spill, SpilledTexts, SpillFile, SpillHolder } from './spill';

export class TextList implements Iterable<string>, SpillHolder {
  private readonly spilled: { texts: SpilledTexts; end: number }[] = [];
  private held: string[] = [];
  private inFile = 0;

  constructor(private readonly spill: Spill | null = null) {}

  get length(): number {
    return this.inFile + this.held.length;
  }

  push(text: string): void {
    this.held.push(text);
    this.spill?.hold(this, text.length);
  }

  at(place: number): string | undefined {
    if (place >= this.inFile) return this.held[place - this.inFile];
    let at = 0;
    for (const text of this) if (at++ === place) return text;
    return undefined;
  }

  spillTo(file: SpillFile): void {
    const texts = file.write(this.held);
    if (!texts) return;
    this.inFile += this.held.length;
    this.spilled.push({ texts, end: this.inFile });
    this.held = [];
  }

  *[Symbol.iterator](): Generator<string> {
    if (this.spill) for (const { texts } of this.spilled) yield* this.spill.file.read(texts);
    yield* this.held;
  }
}
