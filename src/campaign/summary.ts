/**
 * What all sources told, put together. Summaries of parts can be merged in any order, also with themselves, and give
 * what one run over all of them gives.
 */
import type { Explanation } from '../engine';
import { hashOf } from './hash';
import type { Observation } from './observe';
import { compare } from './row';
import { RowStore } from './row-store';
import type { Spill } from './spill';
import type { LeftOut, LeftOutReason } from './streams/piece';

/** What became of the records of one source, or of a part of it. */
export interface Account {
  source: string;
  /** Tells parts of a source apart: a number of what stands in it. */
  part: string;
  /** Lines, rows, objects, mails. */
  records: number;
  /** Records that told of somebody; those that told nothing of a delivery; those that only pretend to be bounces. */
  told: number;
  silent: number;
  suspicious: number;
  leftOut: Partial<Record<LeftOutReason, { count: number; place: number }>>;
}

export interface Summary {
  rows: RowStore;
  /** By root cause. */
  examples: Map<string, Example>;
  /** By source and part. */
  accounts: Map<string, Account>;
}

/** Which explanation speaks for a root cause must not depend on what was read first: it is the one with the least mark. */
export interface Example {
  mark: string;
  /** As JSON: there may be thousands, and objects take several times the memory. */
  explanation: string;
}

/** @param spill where rows go when there are many; null: they stay in memory */
export const emptySummary = (spill: Spill | null = null): Summary => ({
  rows: new RowStore(spill),
  examples: new Map(),
  accounts: new Map(),
});

export const emptyAccount = (source: string): Account => ({
  source,
  part: '',
  records: 0,
  told: 0,
  silent: 0,
  suspicious: 0,
  leftOut: {},
});

/** @returns is it the one that speaks from now on? */
export function addExample({ examples }: Summary, rootCause: string, example: Example): boolean {
  const known = examples.get(rootCause);
  if (known && compare(known.mark, example.mark) <= 0) return false;
  examples.set(rootCause, example);
  return true;
}

export function addAccount({ accounts }: Summary, account: Account): void {
  accounts.set(JSON.stringify([account.source, account.part]), account);
}

/** Greater than what any other mark begins with. */
const BEHIND = '~';

export function exampleOf(spoken: Explanation): Example {
  const explanation = JSON.stringify(spoken);
  // A failure speaks before a delay, which leaves out what people have to do.
  const isDelay = spoken.recipients.every(({ action }) => action === 'delayed');
  return { mark: (isDelay ? BEHIND : '') + hashOf(explanation), explanation };
}

/** Counts a record as what it told. */
export function count(
  account: Account,
  records: number,
  { rows, isSuspicious }: Pick<Observation, 'rows' | 'isSuspicious'>,
): void {
  account.records += records;
  if (isSuspicious) account.suspicious += records;
  else if (rows.length > 0) account.told += records;
  else account.silent += records;
}

export function countLeftOut(account: Account, { leftOut, count: lost, place }: LeftOut): void {
  const known = account.leftOut[leftOut];
  account.leftOut[leftOut] = {
    count: (known?.count ?? 0) + lost,
    place: Math.min(known?.place ?? place, place),
  };
}

/** Commutative, associative, idempotent; neither of the two is changed. */
export function merge(a: Summary, b: Summary): Summary {
  const both: Summary = {
    rows: a.rows.copy(),
    examples: new Map(a.examples),
    accounts: new Map(a.accounts),
  };
  for (const row of b.rows) both.rows.add(row);
  for (const [rootCause, example] of b.examples) addExample(both, rootCause, example);
  for (const account of b.accounts.values()) addAccount(both, account);
  return both;
}
