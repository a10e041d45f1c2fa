/** All rows of a summary: one for each person and mail, as far as one source tells. */
import { EventText } from './event-text';
import { joinRows, keyOf, type Row } from './row';
import { RowList } from './row-list';
import { RowPacker } from './row-packer';

export class RowStore implements Iterable<Row> {
  /**
   * @param packed rows as short texts, by `keyOf`
   * @param events tellings of rows that were told more than once: their short texts bear none
   */
  constructor(
    private readonly packer = new RowPacker(),
    private readonly packed = new Map<string, string>(),
    private readonly events = new Map<string, EventText>(),
  ) {}

  get size(): number {
    return this.packed.size;
  }

  /** A row about the same person and mail as one before becomes one with it. */
  add(row: Row): void {
    const key = keyOf(row);
    const known = this.packed.get(key);
    if (known === undefined) {
      this.packed.set(key, this.packer.pack(row));
      return;
    }
    const before = this.packer.unpack(known);
    const events = this.events.get(key) ?? new EventText();
    events.add(before.events);
    events.add(row.events);
    this.events.set(key, events);
    this.packed.set(key, this.packer.pack({ ...joinRows(before, row), events: [] }));
  }

  /** The same rows; what is added to one is not added to the other. */
  copy(): RowStore {
    const events = [...this.events].map(([key, own]) => [key, own.copy()] as const);
    return new RowStore(this.packer, new Map(this.packed), new Map(events));
  }

  /** By their keys: rows of one address stand together, those without an address at the end. */
  *[Symbol.iterator](): Generator<Row> {
    for (const [row] of this.entries()) yield row;
  }

  /** In the same order, with their short texts for a list. */
  *entries(): Generator<[row: Row, packed: string]> {
    for (const key of [...this.packed.keys()].sort()) {
      const packed = this.packed.get(key) ?? '';
      const row = this.packer.unpack(packed);
      const events = this.events.get(key)?.events();
      if (!events) yield [row, packed];
      else {
        const whole = { ...row, times: events.length, events };
        yield [whole, this.packer.pack(whole)];
      }
    }
  }

  /** An empty list that takes rows of this store. */
  list(): RowList {
    return new RowList(this.packer);
  }
}
