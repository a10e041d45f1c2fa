/** Answers one file, or one batch of records, after the other in a thread of its own, so that `ReadingThread` can end it. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadWords, prepareDiagnosis, prepareExplain } from '../engine';
import { answer, type Asked } from './answer';
import type { Options } from './arguments';
import { type Batch, BatchObserver } from '../campaign/reading/observe-batch';

const options = workerData as Options;
const ready = options.campaign
  ? prepareDiagnosis().then(() => null)
  : Promise.all([loadWords(options.language), prepareExplain()]).then(([words]) => words);
const observer = new BatchObserver(options.context);

parentPort?.on('message', async (request: Asked | Batch) => {
  const words = await ready;
  if ('records' in request) parentPort?.postMessage(await observer.observe(request));
  else if (words) parentPort?.postMessage(await answer(request, options, words));
});
