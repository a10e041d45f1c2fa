/** A message trace → what there is to do, made in a thread of its own. */
import type { ShownThing, ThingTexts } from '../campaign/shown-thing';
import type { Context } from '../engine';
import { InputError } from '../engine/input';

/** Everything is in words already. */
export interface TraceSummary {
  headline: string;
  things: (ShownThing & ThingTexts)[];
  /** Things beyond those. */
  moreThings: number;
  /** What else was counted, a sentence each. */
  notes: string[];
  /** What could not be read, a sentence each. */
  leftOut: string[];
}

export interface ToTraceThread {
  file: File;
  /** BCP 47; of the words, and of dates and numbers. */
  language: string;
  region: string;
  context: Context;
}
export type FromTraceThread = { records: number } | { summary: TraceSummary } | { failed: string };

/** A batch of 250 rows takes a fraction of a second, and its parts have to load before the first. */
const SILENT_LIMIT_MS = 30_000;

/** @throws InputError `too-slow`; the signal's reason where it is aborted */
export function summarizeTrace(
  asked: ToTraceThread,
  onProgress: (records: number) => void,
  signal: AbortSignal,
): Promise<TraceSummary> {
  const worker = new Worker(
    /* webpackChunkName: "trace-thread" */ new URL('./trace-thread.ts', import.meta.url),
  );
  return new Promise<TraceSummary>((resolve, reject) => {
    const late = () => reject(new InputError('too-slow', `silent for ${SILENT_LIMIT_MS / 1000} s`));
    let timer = setTimeout(late, SILENT_LIMIT_MS);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromTraceThread>) => {
      clearTimeout(timer);
      if ('summary' in data) resolve(data.summary);
      else if ('failed' in data) reject(new Error(data.failed));
      else {
        timer = setTimeout(late, SILENT_LIMIT_MS);
        onProgress(data.records);
      }
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new Error(event.message || 'the thread that explains the trace did not start'));
    };
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
