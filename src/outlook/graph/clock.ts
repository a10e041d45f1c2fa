/** Time and chance, handed in so that tests can play them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  /** Waits; rejects with the signal's reason as soon as it is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    }),
};

/**
 * Runs a task that gets a signal. The signal is aborted when the time is up or when `outer` is.
 * Settles at that moment, even if the task ignores its signal; `onLimit` makes the error of the limit.
 */
export async function withLimit<Value>(
  task: (signal: AbortSignal) => Promise<Value>,
  { limitMs, clock, outer, onLimit }: LimitOptions,
): Promise<Value> {
  const own = new AbortController();
  const timer = new AbortController();
  const follow = () => own.abort(outer?.reason);
  if (outer?.aborted) follow();
  else outer?.addEventListener('abort', follow, { once: true });
  if (limitMs !== null) {
    clock.wait(limitMs, timer.signal).then(
      () => own.abort(onLimit()),
      () => undefined,
    );
  }
  try {
    return await untilAborted(task, own.signal);
  } finally {
    timer.abort();
    outer?.removeEventListener('abort', follow);
  }
}

export interface LimitOptions {
  /** Null: no limit but the outer signal. */
  limitMs: number | null;
  clock: Clock;
  outer?: AbortSignal | undefined;
  onLimit: () => Error;
}

function untilAborted<Value>(
  task: (signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    task(signal).then(resolve, reject);
  });
}
