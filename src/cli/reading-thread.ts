/**
 * Reads files in a thread that can be ended. A file that its reader never comes back from, or that takes all memory,
 * then costs this thread: the file is refused by name, and the next one gets a new thread.
 */
import type { Worker } from 'node:worker_threads';
import { InputError } from '../engine';
import { OutOfMemory } from './out-of-memory';

/** Of the processor's time: a busy machine must not cost an honest mail. The longest file takes a few seconds. */
const LIMIT_MS = 20_000;
/** So many times as long by the clock, for a thread that waits and does nothing. */
const PATIENCE = 10;

export class ReadingThread<Request, Answer> {
  private worker: Worker | null = null;
  private isEnded = false;

  /**
   * @param start makes a thread that answers each request posted to it by one answer
   * @param limitMs for one request, of the processor's time
   */
  constructor(
    private readonly start: () => Worker,
    private readonly limitMs = LIMIT_MS,
  ) {}

  /** Begins to load what reads files, while the first is still fetched from the disk. */
  prepare(): void {
    this.worker ??= this.start();
  }

  /**
   * One request at a time: the next is posted when this one is answered.
   * @param handedOver memory that the thread gets, and this one loses
   * @throws InputError `too-slow`; OutOfMemory; what else the thread died of; after `end`, at once
   */
  read(request: Request, handedOver: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (this.isEnded) return Promise.reject(new Error('the thread that reads files was ended'));
    const worker = (this.worker ??= this.start());
    return new Promise<Answer>((resolve, reject) => {
      const listeners = {
        message: (answer: Answer) => settle(() => resolve(answer)),
        error: (error: NodeJS.ErrnoException) =>
          giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfMemory(error.message) : error),
        exit: (code: number) => giveUp(new Error(`the thread that reads files ended with ${code}`)),
      };
      const settle = (end: () => void) => {
        clearTimeout(timer);
        for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
        end();
      };
      const giveUp = (error: unknown) => {
        this.worker = null;
        settle(() => void worker.terminate().then(() => reject(error)));
      };
      const before = process.cpuUsage();
      const begun = performance.now();
      const look = () => {
        const left = this.limitMs - millisecondsSince(before);
        if (left <= 0 || performance.now() - begun > PATIENCE * this.limitMs)
          giveUp(new InputError('too-slow', `no answer within ${this.limitMs / 1000} s`));
        else timer = setTimeout(look, Math.max(left, SHORT_MS));
      };
      let timer = setTimeout(look, this.limitMs);
      for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
      worker.postMessage(request, handedOver);
    });
  }

  /** What is being read is given up, and nothing starts another thread: it would keep the process alive. */
  async end(): Promise<void> {
    this.isEnded = true;
    await this.worker?.terminate();
    this.worker = null;
  }
}

/** Between two looks at the processor's time. */
const SHORT_MS = 100;

/** The processor's time that this process has used since then, all of its threads. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
