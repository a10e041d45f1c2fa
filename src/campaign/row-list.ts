/** Rows in an order, each made when it is looked at: a list takes the memory of their short texts. */
import type { Row } from './row';
import type { RowPacker } from './row-packer';

export class RowList implements Iterable<Row> {
  constructor(
    private readonly packer: RowPacker,
    private readonly packed: string[] = [],
  ) {}

  get length(): number {
    return this.packed.length;
  }

  at(place: number): Row | undefined {
    const packed = this.packed[place];
    return packed === undefined ? undefined : this.packer.unpack(packed);
  }

  add(row: Row): void {
    this.push(this.packer.pack(row));
  }

  /** A row that stands in another list or a store already. */
  push(packed: string): void {
    this.packed.push(packed);
  }

  /** A list of the same rows that grows apart. */
  empty(): RowList {
    return new RowList(this.packer);
  }

  filter(isWanted: (row: Row) => boolean): RowList {
    const wanted = this.empty();
    for (const [row, packed] of this.entries()) if (isWanted(row)) wanted.push(packed);
    return wanted;
  }

  /** Rows with their short texts, for another list. */
  *entries(): Generator<[row: Row, packed: string]> {
    for (const packed of this.packed) yield [this.packer.unpack(packed), packed];
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const [row] of this.entries()) yield row;
  }
}
