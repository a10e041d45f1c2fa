/**
 * Reads what a library reads, or what is long, away from the pane: a file that makes its reader run for ever then
 * costs one thread, which is ended, and the pane goes on.
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

/**
 * The same as `explain`, in a thread of its own.
 * @throws InputError, `too-slow` among them
 */
export function explainInWorker(input: Input, context: Context = {}): Promise<Explanation> {
  const worker = new Worker(
    /* webpackChunkName: "explain-worker" */ new URL('./explain-worker.ts', import.meta.url),
  );
  return new Promise<Explanation>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new InputError('too-slow', `no answer within ${LIMIT_MS / 1000} s`)),
      LIMIT_MS,
    );
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      clearTimeout(timer);
      if ('explanation' in data) resolve(data.explanation);
      else reject(data.code === null ? new Error(data.message) : new InputError(data.code, data.message));
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new Error(event.message || 'the thread that reads files did not start'));
    };
    worker.postMessage({ input, context } satisfies Asked);
  }).finally(() => worker.terminate());
}
