/** Two times the same people: who is new, who still fails, who is cured; and who failed too often. */
import { groupBy, runsOf } from './group-by';
import { settled } from './people';
import { compare, hasArrived, type Row } from './row';
import type { RowStore } from './row-store';
import type { Spill } from './spill';
import { TextList } from './text-list';
import thresholds from './thresholds.json';

/** Addresses, in order. */
export interface Comparison {
  /** They fail now, and did not before. */
  new: TextList;
  /** They failed then and fail now. */
  still: TextList;
  /** They failed then, and have got their mail since. */
  cured: TextList;
  /** They failed then, and nothing is told of them now. */
  unseen: TextList;
}

/**
 * @param before settled rows, as are those of `now`: both are walked through side by side
 * @param spill where addresses go when there are many; null: they stay in memory
 */
export function compareRows(
  before: Iterable<Row>,
  now: Iterable<Row>,
  spill: Spill | null = null,
): Comparison {
  const list = () => new TextList(spill);
  const comparison = { new: list(), still: list(), cured: list(), unseen: list() };
  const ofThen = peopleIn(before);
  const ofNow = peopleIn(now);
  let then = ofThen.next();
  let today = ofNow.next();
  while (!then.done || !today.done) {
    const order = then.done ? 1 : today.done ? -1 : compare(placeOf(then.value), placeOf(today.value));
    const failedThen = order <= 0 && then.value?.fails;
    if (order >= 0 && today.value?.fails) comparison[failedThen ? 'still' : 'new'].push(today.value.address);
    else if (failedThen) comparison[order === 0 ? 'cured' : 'unseen'].push(then.value.address);
    if (order <= 0) then = ofThen.next();
    if (order >= 0) today = ofNow.next();
  }
  return comparison;
}

interface Person {
  address: string;
  fails: boolean;
}

function* peopleIn(rows: Iterable<Row>): Generator<Person> {
  for (const own of runsOf(rows, ({ address }) => address)) {
    const [{ address }] = own;
    if (address !== null) yield { address, fails: !own.every(hasArrived) };
  }
}

/** Settled rows are in the order of these. */
const placeOf = ({ address }: Person) => JSON.stringify(address);
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
export function* repeatOffenders(rows: RowStore): Generator<RepeatOffender> {
  for (const own of runsOf(settled(rows), ({ address }) => address)) {
    const offender = offenderOf(own.filter(({ action }) => action === 'failed'));
    if (offender) yield offender;
  }
}

/** @param failed mails of one person */
function offenderOf(failed: readonly Row[]): RepeatOffender | null {
  const address = failed[0]?.address ?? null;
  const counts = [...groupBy(failed, ({ cause }) => cause)].map(([cause, of]) => [cause, of.length] as const);
  const isOften = counts.some(([cause, count]) => count >= Math.max(2, THRESHOLDS.get(cause) ?? Infinity));
  if (address === null || !isOften) return null;
  return {
    address,
    failed: Object.fromEntries(counts.filter(([cause]) => THRESHOLDS.has(cause))),
    campaigns: [...new Set(failed.flatMap(({ campaign }) => campaign ?? []))].sort(compare),
  };
}
