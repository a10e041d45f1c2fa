/** A summary as the admin reads it: what there is to do, what cures most first. */
import type { Explanation } from '../engine';
import { answerOf } from '../plan/answer';
import type { Plan } from '../plan/plan';
import { groupBy } from './group-by';
import { settled } from './people';
import { domainOf, type ListId, listOf } from './root-cause';
import { compare, hasArrived, type Row } from './row';
import type { Account, Summary } from './summary';

/** People whom one act would help. */
export interface ThingToDo {
  rootCause: string;
  rows: readonly Row[];
  /** Different addresses. */
  people: number;
  /** Of all rows that did not arrive, from 0 to 1. */
  share: number;
  list: ListId;
  /** What is told of it; null where no explanation of it came along. */
  plan: Plan | null;
}

export interface Overview {
  /** Rows that did not arrive. */
  bounces: number;
  things: ThingToDo[];
  /** Nobody can do anything but wait. */
  waiting: ThingToDo[];
  arrived: Row[];
  rows: Row[];
  accounts: Account[];
}

export function overviewOf(summary: Summary): Overview {
  const rows = settled(summary.rows.values());
  const arrived = rows.filter(hasArrived);
  const failed = rows.filter((row) => !hasArrived(row));
  const all = [...groupBy(failed, ({ rootCause }) => rootCause)]
    .map(([rootCause, own]): ThingToDo => {
      const example = summary.examples.get(rootCause)?.explanation;
      return {
        rootCause,
        rows: own,
        people: new Set(own.map(({ address }) => address)).size,
        share: own.length / failed.length,
        list: commonest(own.map(listOf)),
        plan: example ? planOf(example, own) : null,
      };
    })
    .sort((a, b) => b.rows.length - a.rows.length || compare(a.rootCause, b.rootCause));
  const isWaiting = ({ rows: [first] }: ThingToDo) =>
    first !== undefined && first.whoActs === 'nobody' && first.resend !== 'wait';
  return {
    bounces: failed.length,
    things: all.filter((thing) => !isWaiting(thing)),
    waiting: all.filter(isWaiting),
    arrived,
    rows,
    accounts: [...summary.accounts.values()].sort(
      (a, b) => compare(a.source, b.source) || compare(a.part, b.part),
    ),
  };
}

function commonest<Item>(items: readonly Item[]): Item {
  const [first, ...others] = [...groupBy(items, (item) => item).entries()];
  if (!first) throw new Error('a root cause without rows');
  return others.reduce((most, one) => (one[1].length > most[1].length ? one : most), first)[0];
}

/** People who stand for the others while a plan is made: its texts ask whether all are of one domain. */
const MAX_STANDING = 20;

/** The plan of one bounce, said of all that it speaks for. */
function planOf(example: Explanation, rows: readonly Row[]): Plan {
  const [speaker] = example.recipients;
  const addresses = [...new Set(rows.flatMap(({ address }) => address ?? []))];
  const [first] = addresses;
  const other = addresses.find((address) => domainOf(address) !== domainOf(first ?? null));
  const standing = [...addresses.slice(0, MAX_STANDING), ...(other === undefined ? [] : [other])];
  const recipients = speaker
    ? (standing.length === 0 ? [null] : standing).map((address) => {
        const { sentence } = speaker.advice;
        const values = { ...sentence.values, address: address ?? '', domain: domainOf(address) };
        return { ...speaker, address, advice: { ...speaker.advice, sentence: { ...sentence, values } } };
      })
    : [];
  const kind = speaker?.action === 'delayed' ? 'delay' : 'failure';
  return { ...answerOf({ ...example, kind, recipients }).parts[0], addresses };
}

/** How many rows there are of each value, the most first. */
export function countsOf(rows: readonly Row[], valueOf: (row: Row) => string | null): [string, number][] {
  return [...groupBy(rows, valueOf)]
    .flatMap(([value, own]): [string, number][] =>
      value === null || value === '' ? [] : [[value, own.length]],
    )
    .sort(([a, countA], [b, countB]) => countB - countA || compare(a, b));
}
