/** Two times the same people: who is new, who still fails, who is cured; and who failed too often. */
import { groupBy } from './group-by';
import { settled } from './people';
import { compare, hasArrived, type Row } from './row';
import thresholds from './thresholds.json';

export interface Comparison {
  /** They fail now, and did not before. */
  new: string[];
  /** They failed then and fail now. */
  still: string[];
  /** They failed then, and have got their mail since. */
  cured: string[];
  /** They failed then, and nothing is told of them now. */
  unseen: string[];
}

export function compareRows(before: readonly Row[], now: readonly Row[]): Comparison {
  const failedThen = failing(before);
  const failsNow = failing(now);
  const told = new Set(now.map(({ address }) => address));
  const gone = [...failedThen].filter((address) => !failsNow.has(address));
  return {
    new: sorted([...failsNow].filter((address) => !failedThen.has(address))),
    still: sorted([...failsNow].filter((address) => failedThen.has(address))),
    cured: sorted(gone.filter((address) => told.has(address))),
    unseen: sorted(gone.filter((address) => !told.has(address))),
  };
}

const failing = (rows: readonly Row[]) =>
  new Set(rows.filter((row) => !hasArrived(row)).flatMap(({ address }) => address ?? []));

const sorted = (addresses: string[]) => addresses.sort(compare);

/**
 * Mails that failed for one of these causes, from which on a person is told of. Causes that are not listed say nothing
 * against a person: rules, spam filters and faults of the sender are others' to mend.
 */
const THRESHOLDS = new Map<string, number>(Object.entries(thresholds));

export interface RepeatOffender {
  address: string;
  /** Mails that failed, by cause. */
  failed: Record<string, number>;
  campaigns: string[];
}

/** @param rows of several campaigns, those of former runs among them */
export function repeatOffenders(rows: Iterable<Row>): RepeatOffender[] {
  const failed = settled(rows).filter((row) => !hasArrived(row) && row.action === 'failed');
  return [...groupBy(failed, ({ address }) => address)]
    .flatMap(([address, own]): RepeatOffender[] => {
      const counts = [...groupBy(own, ({ cause }) => cause)].map(
        ([cause, of]) => [cause, of.length] as const,
      );
      const isOften = counts.some(
        ([cause, count]) => count >= Math.max(2, THRESHOLDS.get(cause) ?? Infinity),
      );
      if (address === null || !isOften) return [];
      return [
        {
          address,
          failed: Object.fromEntries(counts.filter(([cause]) => THRESHOLDS.has(cause))),
          campaigns: sorted([...new Set(own.flatMap(({ campaign }) => campaign ?? []))]),
        },
      ];
    })
    .sort((a, b) => compare(a.address, b.address));
}
