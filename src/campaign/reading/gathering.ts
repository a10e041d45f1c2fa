/** Batches and what they told → a summary, in which every record is accounted for. */
import { hashOf } from '../hash';
import type { Row } from '../row';
import type { Spill } from '../spill';
import {
  type Account,
  addAccount,
  addExample,
  count,
  countLeftOut,
  emptyAccount,
  emptySummary,
  type Example,
  type Summary,
} from '../summary';
import type { BatchAnswer } from './observe-batch';
import { NOTHING_TOLD, type Observed } from './observed';
import type { RecordBatch } from './records';

/** What a batch added. */
export interface Taken {
  rows: Row[];
  examples: [rootCause: string, Example][];
}

export class Gathering {
  readonly summary: Summary;
  private readonly open = new Map<string, Account>();

  /**
   * @param keepsRows not where they are only passed on
   * @param spill where they go when there are many; null: they stay in memory
   */
  constructor(
    private readonly keepsRows = true,
    spill: Spill | null = null,
  ) {
    this.summary = emptySummary(spill);
  }

  get accounts(): readonly Account[] {
    return [...this.open.values()];
  }

  get records(): number {
    return this.accounts.reduce((sum, { records }) => sum + records, 0);
  }

  take(batch: RecordBatch, { observed, examples }: BatchAnswer): Taken {
    const taken: Taken = { rows: [], examples: [] };
    for (const lost of batch.leftOut) countLeftOut(this.accountOf(lost.root), lost);
    for (const [at, { root, piece }] of batch.records.entries()) {
      const one = observed[at];
      if (!one) continue;
      countObserved(this.accountOf(root), one, piece.records, piece.place);
      taken.rows.push(...one.rows);
      if (this.keepsRows) for (const row of one.rows) this.summary.rows.add(row);
    }
    for (const [rootCause, example] of examples) {
      const kept = this.keepsRows ? example : { ...example, explanation: '' };
      if (addExample(this.summary, rootCause, kept)) taken.examples.push([rootCause, example]);
    }
    return taken;
  }

  /** Puts the accounts into the summary, once their sources are read. */
  close(): void {
    for (const account of this.accounts) addAccount(this.summary, account);
  }

  private accountOf(root: string): Account {
    const known = this.open.get(root) ?? emptyAccount(root);
    this.open.set(root, known);
    return known;
  }
}

/** Each account also holds a number of what was told: parts of one source that differ have different ones. */
function countObserved(account: Account, one: Observed, records: number, place: number): void {
  if (one.isUnreadable || one.isOthers) {
    account.records += records;
    const reason = one.isOthers ? 'others-mail' : 'unreadable';
    countLeftOut(account, { leftOut: reason, count: records, place });
  } else count(account, records, one);
  if (one.leftOut > 0) countLeftOut(account, { leftOut: 'recipients', count: one.leftOut, place });
  account.part = hashOf(
    `${account.part} ${records} ${one.rows.map(({ events }) => events.join(' ')).join(' ')}`,
  );
}

const NOTHING: BatchAnswer = { observed: [], examples: [] };
const UNREADABLE: Observed = { ...NOTHING_TOLD, isUnreadable: true };

/**
 * A record that its reader never comes back from costs no other: its batch is read again, record by record.
 *
 * @param read rejects where the thread that reads was ended
 */
export async function answerTo(
  batch: RecordBatch,
  read: (batch: RecordBatch) => Promise<BatchAnswer>,
): Promise<BatchAnswer> {
  const { records } = batch;
  if (records.length === 0) return NOTHING;
  try {
    return await read({ records, leftOut: [], problems: [] });
  } catch {
    if (records.length === 1) return { observed: [UNREADABLE], examples: [] };
    const answers: BatchAnswer[] = [];
    for (const one of records) answers.push(await answerTo({ ...batch, records: [one] }, read));
    return {
      observed: answers.flatMap(({ observed }) => observed),
      examples: answers.flatMap(({ examples }) => examples),
    };
  }
}
