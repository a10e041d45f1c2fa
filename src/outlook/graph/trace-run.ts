/**
 * One look into the message trace: rows of all questions, then of those that failed what the server said. What a limit,
 * a refusal or the admin's Cancel left out is counted; what was read until then stays.
 */
import { DoorProblem } from '../door';
import type { GraphConnection } from './graph-connection';
import { GraphProblem } from './graph-problem';
import { asText, readList } from './list-page';
import { detailsAddress, tracesAddress, type TraceWindow } from './trace-query';

/** The service takes 100 requests of each kind in five minutes from a whole organisation; others ask, too. */
export const MAX_LIST_REQUESTS = 60;
export const MAX_REASONS = 80;
/** A mail to one person is a row. More than anybody's campaign has, and some 50 MB in memory. */
const MAX_ROWS = 100_000;
/** A page of 5,000 rows takes seconds; more at once than this gain nothing. */
const AT_ONCE = 3;

/** Of a failure a row says nothing but the word; every other status is its own answer. */
const ASKED_FOR_REASON = 'failed';
/** Stages of a mail's way: they tell where it was, not why it failed. */
const ON_THE_WAY = new Set(['receive', 'submit', 'send', 'send external', 'transfer', 'expand', 'expand dl']);
/** An id that is none would lead to another address than the one meant. */
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export interface TraceQuestion {
  window: TraceWindow;
  /** An address, or `*@domain`. */
  sender: string;
}

export interface TraceProgress {
  step: 'rows' | 'reasons';
  /** Questions that were answered, and all. */
  done: number;
  all: number;
  rows: number;
}

/** What was not asked, or not answered. */
export interface TraceLeftOut {
  /** Of the questions for rows: those that were not read to their end. */
  questions: number;
  /** Of the rows that failed: those whose reason was not asked. */
  reasons: number;
  /** Why it ended early, where that was no limit. */
  problem: DoorProblem | null;
}

type Row = Record<string, unknown>;

export interface TraceRunOptions {
  connection: GraphConnection;
  questions: readonly TraceQuestion[];
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: TraceProgress) => void) | undefined;
}

export class TraceRun {
  readonly #rows: Row[] = [];
  readonly #seen = new Set<string>();
  #requests = 0;
  #answered = 0;
  #problem: DoorProblem | null = null;

  constructor(private readonly options: TraceRunOptions) {}

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** @throws DoorProblem where nothing at all was read */
  async read(): Promise<TraceLeftOut> {
    const { questions } = this.options;
    await this.#each(questions, (question) => this.#readQuestion(question));
    if (this.#problem && this.#answered === 0 && this.#rows.length === 0) throw this.#problem;
    const left = questions.length - this.#answered;
    const wanted = this.#rows.filter(({ status }) => asText(status).toLowerCase() === ASKED_FOR_REASON);
    let asked = 0;
    const possible = this.#problem ? [] : wanted.filter(({ id }) => GUID.test(asText(id)));
    const asking = possible.slice(0, MAX_REASONS);
    await this.#each(asking, async (row) => {
      if (await this.#readReason(row)) asked++;
      this.#tell('reasons', asked, asking.length);
    });
    return { questions: left, reasons: wanted.length - asked, problem: this.#problem };
  }

  /** Some at once; the first that fails is the last that is begun. */
  async #each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    const waiting = items[Symbol.iterator]();
    const worker = async () => {
      for (const item of waiting) {
        if (this.#problem) return;
        try {
          await work(item);
        } catch (error) {
          this.#problem ??= this.#problemOf(error);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  #problemOf(error: unknown): DoorProblem {
    if (this.options.signal?.aborted) return new DoorProblem('sign-in-cancelled', 'ended by the admin');
    if (error instanceof DoorProblem) return error;
    throw error;
  }

  async #readQuestion({ window, sender }: TraceQuestion): Promise<void> {
    const { connection, questions, signal } = this.options;
    let address: URL | null = tracesAddress(connection, window, sender);
    while (address) {
      if (this.#requests >= MAX_LIST_REQUESTS || this.#rows.length >= MAX_ROWS) return;
      this.#requests++;
      const { items, next } = readList(await connection.json(address, signal));
      for (const item of items) this.#add(item);
      address = next;
      if (!address) this.#answered++;
      this.#tell('rows', this.#answered, questions.length);
    }
  }

  /** Neighbouring windows, and an address beside its domain, tell some rows twice. */
  #add(row: Row): void {
    const key = JSON.stringify([row.id, row.recipientAddress]);
    if (this.#rows.length >= MAX_ROWS || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#rows.push(row);
  }

  /** Puts what happened on the way into the row, where the engine finds it. @returns did the service answer? */
  async #readReason(row: Row): Promise<boolean> {
    const { connection, signal } = this.options;
    try {
      const address = detailsAddress(connection, asText(row.id), asText(row.recipientAddress));
      const { items } = readList(await connection.json(address, signal));
      row.details = items.filter(({ event }) => !ON_THE_WAY.has(asText(event).toLowerCase()));
      return true;
    } catch (error) {
      // One row that the service does not know any more costs no other.
      if (error instanceof GraphProblem && (error.status === 400 || error.status === 404)) return false;
      throw error;
    }
  }

  #tell(step: TraceProgress['step'], done: number, all: number): void {
    this.options.onProgress?.({ step, done, all, rows: this.#rows.length });
  }
}
