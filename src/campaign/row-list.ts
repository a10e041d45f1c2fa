/** Rows in an order, each made when it is looked at: a list takes the place of their short texts. */
import type { Row } from './row';
import type { RowPacker } from './row-packer';
import type { Spill } from './spill';
import { TextList } from './text-list';

export class RowList implements Iterable<Row> {
  private readonly packed: TextList;

  /** @param spill where they go when there are many; null: they stay in memory */
  constructor(
    private readonly packer: RowPacker,
    private readonly spill: Spill | null = null,
  ) {
    this.packed = new TextList(spill);
  }

  get length(): number {
    return this.packed.length;
  }

  at(place: number): Row | undefined {
    const packed = this.packed.at(place);
    return packed === undefined ? undefined : this.packer.unpack(packed);
  }

  add(row: Row): void {
    this.push(this.packer.pack(row));
  }

  /** A row that stands in another list or a store already. */
  push(packed: string): void {
    this.packed.push(packed);
  }

  /** A list of rows of the same store. */
  empty(): RowList {
    return new RowList(this.packer, this.spill);
  }

  /** An empty list of texts, which go where the rows go. */
  texts(): TextList {
    return new TextList(this.spill);
  }

  /** Rows with their short texts, for another list. */
  *entries(): Generator<[row: Row, packed: string]> {
    for (const packed of this.packed) yield [this.packer.unpack(packed), packed];
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const [row] of this.entries()) yield row;
  }
}
