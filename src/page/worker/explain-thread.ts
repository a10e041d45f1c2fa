/** Explains batches of records in a thread of its own, so that it can be ended. */
import { BatchObserver, type Batch, type BatchAnswer } from '../../campaign/reading/observe-batch';
import { type Context, prepareDiagnosis } from '../../engine';

export type ToExplain = { context: Context } | { batch: Batch };
export type FromExplain = { isReady: boolean } | { answer: BatchAnswer };

interface Scope {
  onmessage: ((event: MessageEvent<ToExplain>) => void) | null;
  postMessage(message: FromExplain): void;
}
const scope = globalThis as unknown as Scope;
let observer: BatchObserver | null = null;

scope.onmessage = async ({ data }) => {
  if ('context' in data) {
    const isReady = await prepareDiagnosis().then(
      () => true,
      () => false,
    );
    observer = new BatchObserver(data.context);
    scope.postMessage({ isReady });
  } else if (observer) scope.postMessage({ answer: await observer.observe(data.batch) });
};
