/**
 * Explains in a thread of its own. The pane is drawn and answers clicks meanwhile, and a mail that makes its reader run
 * for ever costs one thread, which is ended.
 */
import type { Context, Explanation, Input, InputErrorCode } from '../engine';
import { InputError } from '../engine/input';

export interface Asked {
  input: Input;
  context: Context;
}
export type Answered = { explanation: Explanation } | { code: InputErrorCode | null; message: string };

/** The longest file takes a few seconds on a slow machine. */
const LIMIT_MS = 20_000;
/** A thread that reads for longer is not waited for: the next input gets another. */
const PATIENCE_MS = 1000;

/** One thread answers one input after the other. There are more only while one of them takes long. */
export class ExplainThreads {
  private idle: Worker | null = null;
  private busy = 0;
  private readonly waiting = new Set<(worker: Worker | null) => void>();

  /** @param start makes a thread that answers each `Asked` by one `Answered` */
  constructor(private readonly start: () => Worker) {}

  /** Loads all that is explained by, ahead of the first input. Where no thread can be made, `explain` says so. */
  prepare(): void {
    if (this.busy > 0) return;
    try {
      this.idle ??= this.start();
    } catch {
      this.idle = null;
    }
  }

  /**
   * The same as the engine's `explain`.
   * @throws InputError, `too-slow` among them
   */
  async explain(input: Input, context: Context = {}): Promise<Explanation> {
    const free = this.free();
    this.busy++;
    let worker: Worker | null = null;
    let answered: Answered;
    try {
      worker = await free;
      answered = await answerOf(worker, { input, context });
    } catch (error) {
      worker?.terminate();
      throw error;
    } finally {
      this.busy--;
    }
    this.release(worker);
    if ('explanation' in answered) return answered.explanation;
    const { code, message } = answered;
    throw code === null ? new Error(message) : new InputError(code, message);
  }

  private async free(): Promise<Worker> {
    const { idle } = this;
    this.idle = null;
    const waited = idle || this.busy === 0 ? idle : await this.nextIdle();
    return waited ?? this.start();
  }

  /** @returns null where none has answered in time */
  private nextIdle(): Promise<Worker | null> {
    const { waiting } = this;
    return new Promise((resolve) => {
      const take = (worker: Worker | null) => {
        clearTimeout(timer);
        waiting.delete(take);
        resolve(worker);
      };
      const timer = setTimeout(() => take(null), PATIENCE_MS);
      waiting.add(take);
    });
  }

  private release(worker: Worker): void {
    const [next] = this.waiting;
    if (next) next(worker);
    else if (this.idle) worker.terminate();
    else this.idle = worker;
  }
}

/** Rejects where the thread does not come back, or did not start: it is of no use then. */
function answerOf(worker: Worker, asked: Asked): Promise<Answered> {
  return new Promise<Answered>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new InputError('too-slow', `no answer within ${LIMIT_MS / 1000} s`)),
      LIMIT_MS,
    );
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new Error(event.message || 'the thread that reads mails did not start'));
    };
    worker.postMessage(asked);
  });
}
