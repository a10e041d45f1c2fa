/**
 * All rows of a summary: one for each person and mail, as far as one source tells. Where there are many, they are put
 * into a file, in the order of their keys, and read from all places at once when they are told.
 */
import { EventText } from './event-text';
import { inOrder, type Keyed } from './in-order';
import { joinRows, keyOf, type Row } from './row';
import { RowList } from './row-list';
import { RowPacker } from './row-packer';
import type { Spill, SpilledTexts, SpillFile, SpillHolder } from './spill';

/** A row as its short text, with its key. */
type KeptRow = Keyed<string>;

export class RowStore implements Iterable<Row>, SpillHolder {
  private readonly packer: RowPacker;
  /** Rows as short texts, by `keyOf`. */
  private packed = new Map<string, string>();
  /** Tellings of rows that were told more than once: their short texts bear none. */
  private events = new Map<string, EventText>();
  /** Rows in the file. Each of these is in order; a key may be in many of them. */
  private readonly spilled: SpilledTexts[] = [];

  /** @param spill where they go when there are many; null: they stay in memory */
  constructor(
    private readonly spill: Spill | null = null,
    packer = new RowPacker(),
  ) {
    this.packer = packer;
  }

  get isEmpty(): boolean {
    return this.packed.size + this.spilled.length === 0;
  }

  /** A row about the same person and mail as one before becomes one with it. */
  add(row: Row): void {
    const key = keyOf(row);
    const known = this.packed.get(key);
    if (known === undefined) {
      const packed = this.packer.pack(row);
      this.packed.set(key, packed);
      this.spill?.hold(this, key.length + packed.length);
      return;
    }
    const before = this.packer.unpack(known);
    const events = this.events.get(key) ?? new EventText();
    const { length } = events;
    events.add(before.events);
    events.add(row.events);
    this.events.set(key, events);
    this.packed.set(key, this.packer.pack({ ...joinRows(before, row), events: [] }));
    this.spill?.hold(this, events.length - length);
  }

  spillTo(file: SpillFile): void {
    const texts = file.write(this.textsInMemory());
    if (!texts) return;
    this.spilled.push(texts);
    this.packed = new Map();
    this.events = new Map();
  }

  /** The same rows; what is added to one is not added to the other. */
  copy(): RowStore {
    const copy = new RowStore(this.spill, this.packer);
    copy.packed = new Map(this.packed);
    copy.events = new Map([...this.events].map(([key, own]) => [key, own.copy()]));
    copy.spilled.push(...this.spilled);
    return copy;
  }

  /** By their keys: rows of one address stand together, those without an address at the end. */
  *[Symbol.iterator](): Generator<Row> {
    for (const [row] of this.entries()) yield row;
  }

  /** In the same order, with their short texts for a list. */
  *entries(): Generator<[row: Row, packed: string]> {
    for (const [, packed] of this.kept()) yield [this.packer.unpack(packed), packed];
  }

  /** An empty list that takes rows of this store. */
  list(): RowList {
    return new RowList(this.packer, this.spill);
  }

  private kept(): Iterable<KeptRow> {
    const { spill, spilled } = this;
    const runs = spill ? spilled.map((texts) => keptIn(spill.file.read(texts))) : [];
    const join = (a: string, b: string) =>
      this.packer.pack(joinRows(this.packer.unpack(a), this.packer.unpack(b)));
    return inOrder([...runs, this.keptInMemory()], join);
  }

  private *keptInMemory(): Generator<KeptRow> {
    // While these are told, others may be put into the file.
    const { packed: all, events: eventsOf } = this;
    for (const key of [...all.keys()].sort()) {
      const packed = all.get(key) ?? '';
      const events = eventsOf.get(key)?.events();
      if (events) yield [key, this.packer.pack({ ...this.packer.unpack(packed), events })];
      else yield [key, packed];
    }
  }

  private *textsInMemory(): Generator<string> {
    for (const kept of this.keptInMemory()) yield* kept;
  }
}

/** Texts of a file, key and row in turn. */
function* keptIn(texts: Iterable<string>): Generator<KeptRow> {
  let key: string | null = null;
  for (const text of texts) {
    if (key === null) key = text;
    else {
      yield [key, text];
      key = null;
    }
  }
}
