/** Where texts of a long run go that memory should not hold. A browser has no such place: there all stay in memory. */
export interface SpillFile {
  /** @returns null where the file takes no more: the texts stay in memory then */
  write(texts: Iterable<string>): SpilledTexts | null;
  /** In the order in which they were written. */
  read(texts: SpilledTexts): Iterable<string>;
}

/** Texts that stand one after the other in the file; from where to where, is the file's own affair. */
export interface SpilledTexts {
  start: number;
  end: number;
}

/** Holds texts, and can put all of them into the file. */
export interface SpillHolder {
  spillTo(file: SpillFile): void;
}

/** Characters that are held of all rows and lists of a run together. */
const MAX_HELD = 4 * 1024 * 1024;

/** Counts what is held; when that is too much, all who hold something put it into the file. */
export class Spill {
  private held = 0;
  private readonly holders = new Set<SpillHolder>();

  constructor(
    readonly file: SpillFile,
    private readonly most = MAX_HELD,
  ) {}

  /** @param characters more than before */
  hold(holder: SpillHolder, characters: number): void {
    this.holders.add(holder);
    this.held += characters;
    if (this.held <= this.most) return;
    const all = [...this.holders];
    this.holders.clear();
    this.held = 0;
    for (const one of all) one.spillTo(this.file);
  }
}
