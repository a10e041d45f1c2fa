/** Two times the same people: who is new, who still fails, who is cured; and who failed too often. */
import { groupBy, runsOf } from './group-by';
import { settled } from './people';
import { compare, hasArrived, type Row } from './row';
import type { RowStore } from './row-store';
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

export function compareRows(before: Iterable<Row>, now: Iterable<Row>): Comparison {
  const failedThen = failing(before);
  const failsNow = failing(now);
  const told = new Set<string | null>();
  for (const { address } of now) told.add(address);
  const gone = [...failedThen].filter((address) => !failsNow.has(address));
  return {
    new: sorted([...failsNow].filter((address) => !failedThen.has(address))),
    still: sorted([...failsNow].filter((address) => failedThen.has(address))),
    cured: sorted(gone.filter((address) => told.has(address))),
    unseen: sorted(gone.filter((address) => !told.has(address))),
  };
}

function failing(rows: Iterable<Row>): Set<string> {
  const addresses = new Set<string>();
  for (const row of rows) if (row.address !== null && !hasArrived(row)) addresses.add(row.address);
  return addresses;
}

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
export function repeatOffenders(rows: RowStore): RepeatOffender[] {
  const failed = settled(rows).filter(({ action }) => action === 'failed');
  const offenders: RepeatOffender[] = [];
  for (const own of runsOf(failed, ({ address }) => address)) {
    const offender = offenderOf(own);
    if (offender) offenders.push(offender);
  }
  return offenders;
}

/** @param failed mails of one person */
function offenderOf(failed: readonly [Row, ...Row[]]): RepeatOffender | null {
  const [{ address }] = failed;
  const counts = [...groupBy(failed, ({ cause }) => cause)].map(([cause, of]) => [cause, of.length] as const);
  const isOften = counts.some(([cause, count]) => count >= Math.max(2, THRESHOLDS.get(cause) ?? Infinity));
  if (address === null || !isOften) return null;
  return {
    address,
    failed: Object.fromEntries(counts.filter(([cause]) => THRESHOLDS.has(cause))),
    campaigns: sorted([...new Set(failed.flatMap(({ campaign }) => campaign ?? []))]),
  };
}
