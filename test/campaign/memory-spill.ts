/** A place for what memory should not hold, which is memory again, so that tests can look at it. */
import { Spill, type SpilledTexts, type SpillFile } from '../../src/campaign/spill';

export class MemoryFile implements SpillFile {
  /** Characters of each write. */
  readonly written: number[] = [];
  private readonly texts: string[] = [];

  write(texts: Iterable<string>): SpilledTexts {
    const start = this.texts.length;
    for (const text of texts) this.texts.push(text);
    this.written.push(this.texts.slice(start).join('').length);
    return { start, end: this.texts.length };
  }

  *read({ start, end }: SpilledTexts): Generator<string> {
    yield* this.texts.slice(start, end);
  }
}

/** @param most characters that are held */
export const memorySpill = (most: number): Spill => new Spill(new MemoryFile(), most);
