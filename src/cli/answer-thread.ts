/** Answers one file after the other in a thread of its own, so that `ReadingThread` can end it. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadWords, prepareExplain } from '../engine';
import { answer, type Asked } from './answer';
import type { Options } from './arguments';

const options = workerData as Options;
const ready = Promise.all([loadWords(options.language), prepareExplain()]);

parentPort?.on('message', async (file: Asked) => {
  const [words] = await ready;
  parentPort?.postMessage(await answer(file, options, words));
});
