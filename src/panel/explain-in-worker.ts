/** The pane's threads that explain. */
import { ExplainThreads } from './explain-threads';

export const explainThreads = new ExplainThreads(
  () => new Worker(/* webpackChunkName: "explain-worker" */ new URL('./explain-worker.ts', import.meta.url)),
);
