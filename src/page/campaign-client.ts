/** The page's side of the thread that reads: what it shows now, and questions to it. */
import type {
  Answer,
  Asked,
  Chosen,
  FromThread,
  Progress,
  QuestionKind,
  ShownOverview,
  Surroundings,
  ToThread,
} from './protocol';

export interface Shown {
  phase: 'empty' | 'reading' | 'done' | 'failed';
  progress: Progress;
  overview: ShownOverview | null;
  /** Counts what was read to its end: rows have new numbers then. */
  version: number;
  /** Files found in folders that are still looked through. */
  found: number;
}

const NOTHING_READ: Progress = { records: 0, rate: 0, files: 0, file: null };
const EMPTY: Shown = { phase: 'empty', progress: NOTHING_READ, overview: null, version: 0, found: 0 };

/** Files that are handed over at a time: each portion is a task of its own, so that the page goes on. */
const PORTION = 200;

export class CampaignClient {
  private worker: Worker | null = null;
  private shown = EMPTY;
  private readonly listeners = new Set<() => void>();
  private readonly asked = new Map<number, (answer: unknown) => void>();
  private questions = 0;
  /** Which reading it is; one that was ended has another number. */
  private reading = 0;

  /** @param surroundings asked when reading begins, so that the time is that one */
  constructor(private readonly surroundings: () => Surroundings) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Shown => this.shown;

  /** Reads files; what was read before stays, and theirs is added to it. */
  async read(files: AsyncIterable<Chosen>): Promise<void> {
    if (this.shown.phase === 'reading') return;
    const mine = ++this.reading;
    this.show({ phase: 'reading', progress: NOTHING_READ, found: 0 });
    if (!this.worker) {
      this.worker = this.start();
      this.post({ type: 'begin', ...this.surroundings() });
    }
    // The thread begins now, so that Cancel ends a reading there even before a file is found.
    let portion: Chosen[] = [];
    this.hand(mine, portion, false);
    for await (const file of files) {
      if (this.reading !== mine) return;
      portion.push(file);
      if (portion.length < PORTION) continue;
      this.hand(mine, portion, false);
      portion = [];
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (this.reading === mine) this.hand(mine, portion, true);
  }

  /** Ends the reading; files that are still found for it are left. */
  cancel(): void {
    this.reading++;
    this.post({ type: 'cancel' });
  }

  /** Forgets all that was read. */
  startAgain(): void {
    this.reading++;
    this.worker?.terminate();
    this.worker = null;
    this.asked.clear();
    this.show(EMPTY);
  }

  ask<Kind extends QuestionKind>(kind: Kind, asked: Asked<Kind>): Promise<Answer<Kind>> {
    const id = ++this.questions;
    return new Promise((resolve) => {
      this.asked.set(id, resolve as (answer: unknown) => void);
      this.post({ type: 'ask', id, kind, asked });
    });
  }

  private hand(reading: number, files: readonly Chosen[], isLast: boolean): void {
    this.show({ found: this.shown.found + files.length });
    this.post({ type: 'files', reading, files, isLast });
  }

  private post(message: ToThread): void {
    this.worker?.postMessage(message);
  }

  private start(): Worker {
    const worker = new Worker(
      /* webpackChunkName: "campaign-thread" */ new URL('./worker/campaign-thread.ts', import.meta.url),
    );
    worker.onmessage = ({ data }: MessageEvent<FromThread>) => this.take(data);
    worker.onerror = () => this.show({ phase: 'failed' });
    return worker;
  }

  private take(message: FromThread): void {
    switch (message.type) {
      case 'progress':
        return this.show({ progress: message.progress });
      case 'overview': {
        const { phase, version } = this.shown;
        const now = message.isDone && phase !== 'failed' ? 'done' : phase;
        return this.show({
          overview: message.overview,
          phase: now,
          version: version + (message.isDone ? 1 : 0),
        });
      }
      case 'answer':
        this.asked.get(message.id)?.(message.answer);
        this.asked.delete(message.id);
        return;
      case 'failed':
        return this.show({ phase: 'failed' });
    }
  }

  private show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    for (const listener of this.listeners) listener();
  }
}
