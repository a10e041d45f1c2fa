/** A summary as the admin reads it: what there is to do, what cures most first. */
import type { Explanation } from '../engine';
import { answerOf } from '../plan/answer';
import type { Plan } from '../plan/plan';
import { settledList } from './people';
import { domainOf, type ListId } from './root-cause';
import { compare, hasArrived, type Row } from './row';
import type { RowList } from './row-list';
import { SameCause } from './same-cause';
import type { Account, Summary } from './summary';
import { plainTitle, tellApart, type TitleParts } from './told-apart';

/** People whom one act would help. */
export interface ThingToDo {
  rootCause: string;
  rows: RowList;
  /** The first of them speaks for the others. */
  first: Row;
  /** Different addresses. */
  people: number;
  /** Of all rows that did not arrive, from 0 to 1. */
  share: number;
  list: ListId;
  /** Of all of them; null where it differs. */
  domain: string | null;
  /** Have all of them the same cause and variant? */
  isOneMeaning: boolean;
  /** What its title tells beside the cause. */
  title: TitleParts;
  /**
   * What is told of it, with some of the addresses; null where no explanation of it came along. Made anew each time:
   * of thousands of things, few are told at once.
   */
  readonly plan: Plan | null;
}

export interface Overview {
  /** Rows that did not arrive. */
  bounces: number;
  things: ThingToDo[];
  /** Nobody can do anything but wait. */
  waiting: ThingToDo[];
  arrived: RowList;
  rows: RowList;
  /** Rows without an address. */
  nobody: number;
  accounts: Account[];
}

export function overviewOf(summary: Summary): Overview {
  const rows = settledList(summary.rows);
  const arrived = rows.empty();
  const causes = new Map<string, SameCause>();
  let nobody = 0;
  for (const [row, packed] of rows.entries()) {
    if (row.address === null) nobody++;
    if (hasArrived(row)) {
      arrived.push(packed);
      continue;
    }
    const known = causes.get(row.rootCause) ?? new SameCause(row, rows.empty());
    causes.set(row.rootCause, known);
    known.add(row, packed);
  }
  const bounces = rows.length - arrived.length;
  const all = [...causes]
    .map(([rootCause, cause]) => thingOf(rootCause, cause, bounces, summary))
    .sort((a, b) => b.rows.length - a.rows.length || compare(a.rootCause, b.rootCause));
  tellApart(all);
  const isWaiting = ({ first }: ThingToDo) => first.whoActs === 'nobody' && first.resend !== 'wait';
  return {
    bounces,
    things: all.filter((thing) => !isWaiting(thing)),
    waiting: all.filter(isWaiting),
    arrived,
    rows,
    nobody,
    accounts: [...summary.accounts.values()].sort(
      (a, b) => compare(a.source, b.source) || compare(a.part, b.part),
    ),
  };
}

function thingOf(rootCause: string, cause: SameCause, bounces: number, { examples }: Summary): ThingToDo {
  const { rows, first, people, list, domain, isOneMeaning, standing } = cause;
  const example = examples.get(rootCause);
  return {
    rootCause,
    rows,
    first,
    people,
    share: rows.length / bounces,
    list,
    domain,
    isOneMeaning,
    title: plainTitle(cause),
    get plan() {
      return example ? planOf(JSON.parse(example.explanation) as Explanation, standing) : null;
    },
  };
}

/** Rows that did not arrive, those of one thing after those of the other. */
export function* failedIn({ things, waiting }: Pick<Overview, 'things' | 'waiting'>): Generator<Row> {
  for (const { rows } of [...things, ...waiting]) yield* rows;
}

/** The plan of one bounce, said of all that it speaks for. */
function planOf(example: Explanation, addresses: readonly string[]): Plan {
  const [speaker] = example.recipients;
  const recipients = speaker
    ? (addresses.length === 0 ? [null] : addresses).map((address) => {
        const { sentence } = speaker.advice;
        const values = { ...sentence.values, address: address ?? '', domain: domainOf(address) };
        return { ...speaker, address, advice: { ...speaker.advice, sentence: { ...sentence, values } } };
      })
    : [];
  const kind = speaker?.action === 'delayed' ? 'delay' : 'failure';
  return { ...answerOf({ ...example, kind, recipients }).parts[0], addresses };
}

/** How many rows there are of each value, the most first. */
export function countsOf(rows: Iterable<Row>, valueOf: (row: Row) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || compare(a, b));
}
