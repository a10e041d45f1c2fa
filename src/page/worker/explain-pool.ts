/** Threads that explain batches. One that never comes back from its batch is ended, and another takes its place. */
import type { Batch, BatchAnswer } from '../../campaign/reading/observe-batch';
import type { Context } from '../../engine';
import type { FromExplain, ToExplain } from './explain-thread';

/** The longest record takes a few seconds on a slow machine. */
const LIMIT_MS = 20_000;
/** All of a batch together, before its records are read one by one. */
const LIMIT_OF_BATCH_MS = 60_000;

/** A part of the program did not load. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
}

interface Thread {
  worker: Worker;
  ready: Promise<void>;
}

export class ExplainPool {
  private readonly idle: Thread[] = [];
  private readonly waiting: { resolve(thread: Thread): void; reject(error: Error): void }[] = [];
  private readonly all = new Set<Worker>();
  private isEnded = false;
  /** Why no thread can start. */
  failure: NotLoaded | null = null;

  constructor(
    size: number,
    private readonly context: Context,
  ) {
    for (let at = 0; at < size; at++) this.idle.push(this.start());
  }

  /** Resolves when a thread is free and has answered. Rejects where it had to be ended. @throws NotLoaded */
  async explain(batch: Batch): Promise<BatchAnswer> {
    const thread = await this.free();
    const { worker } = thread;
    try {
      await thread.ready;
      const answer = await this.answered(worker, batch);
      this.put(thread);
      return answer;
    } catch (error) {
      worker.terminate();
      this.all.delete(worker);
      if (error instanceof NotLoaded) this.fail(error);
      else if (!this.isEnded) this.put(this.start());
      throw error;
    }
  }

  /** What was asked is never answered. */
  end(): void {
    this.isEnded = true;
    for (const worker of this.all) worker.terminate();
    this.all.clear();
  }

  private answered(worker: Worker, batch: Batch): Promise<BatchAnswer> {
    return new Promise((resolve, reject) => {
      const limit = batch.records.length > 1 ? LIMIT_OF_BATCH_MS : LIMIT_MS;
      const timer = setTimeout(() => reject(new Error(`no answer within ${limit / 1000} s`)), limit);
      worker.onmessage = ({ data }: MessageEvent<FromExplain>) => {
        clearTimeout(timer);
        if ('answer' in data) resolve(data.answer);
      };
      worker.onerror = (event) => {
        clearTimeout(timer);
        reject(new Error(event.message));
      };
      worker.postMessage({ batch } satisfies ToExplain);
    });
  }

  private free(): Promise<Thread> {
    if (this.failure) return Promise.reject(this.failure);
    const thread = this.idle.pop();
    if (thread) return Promise.resolve(thread);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private fail(error: NotLoaded): void {
    this.failure = error;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  private put(thread: Thread): void {
    const next = this.waiting.shift();
    if (next) next.resolve(thread);
    else this.idle.push(thread);
  }

  private start(): Thread {
    const worker = new Worker(
      /* webpackChunkName: "explain-thread" */ new URL('./explain-thread.ts', import.meta.url),
    );
    this.all.add(worker);
    const ready = new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromExplain>) =>
        'isReady' in data && data.isReady ? resolve() : reject(new NotLoaded('a part is missing'));
      worker.onerror = (event) => reject(new NotLoaded(event.message || 'a thread did not start'));
      worker.postMessage({ context: this.context } satisfies ToExplain);
    });
    ready.catch(() => undefined);
    return { worker, ready };
  }
}
