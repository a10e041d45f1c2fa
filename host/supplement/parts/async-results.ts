/** The outcome of an Office call, as its callback gets it. */
export interface Outcome {
  status: 'succeeded' | 'failed';
  value: unknown;
  asyncContext: unknown;
  error?: { code: number; name: string; message: string };
}

/** The last arguments of an Office call: `options?` and `callback?`, in that order. */
export function lastArguments(args: readonly unknown[]): {
  callback: (outcome: Outcome) => void;
  asyncContext: unknown;
} {
  const callback = args.findLast((value) => typeof value === 'function');
  const options = args.find((value) => typeof value === 'object' && value !== null);
  return {
    callback: (callback as ((outcome: Outcome) => void) | undefined) ?? (() => undefined),
    asyncContext: (options as { asyncContext?: unknown } | undefined)?.asyncContext,
  };
}

export function succeeded(value: unknown, asyncContext: unknown): Outcome {
  return { status: 'succeeded', value, asyncContext };
}

/** The name tells a reader of logs that it was the stand-in which failed. */
export function failed(code: number, message: string, asyncContext: unknown): Outcome {
  return { status: 'failed', value: undefined, asyncContext, error: { code, name: 'DevHostError', message } };
}
