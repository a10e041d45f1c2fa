/** Addresses of rows, one after the other. */
import type { Row } from './row';

/**
 * Each once, in their order.
 * @param rows those of one address beside each other
 */
export function* addressesOf(
  rows: Iterable<Row>,
  isWanted: (row: Row) => boolean = () => true,
): Generator<string> {
  let before: string | null = null;
  for (const row of rows) {
    const { address } = row;
    if (address === null || address === before || !isWanted(row)) continue;
    yield address;
    before = address;
  }
}

/** One a line. */
export function* linesOf(addresses: Iterable<string>): Generator<string> {
  for (const address of addresses) yield `${address}\n`;
}
