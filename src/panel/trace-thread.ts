/** Explains a message trace in a thread of its own, as the campaign page explains an export, so that the pane answers. */
import { LeftOutSentences } from '../campaign/left-out-sentences';
import { Gathering } from '../campaign/reading/gathering';
import { BatchObserver } from '../campaign/reading/observe-batch';
import type { OpenFile } from '../campaign/reading/open-file';
import { batchesOf } from '../campaign/reading/records';
import { chunksOf } from '../engine/archive/stream-chunks';
import { shownThing, textsOf } from '../campaign/shown-thing';
import { headlineOf, notesOf } from '../campaign/summary-words';
import { overviewOf } from '../campaign/things-to-do';
import { loadWords, prepareDiagnosis } from '../engine';
import { speechIn } from '../plan/speech';
import type { FromTraceThread, TraceSummary, ToTraceThread } from './trace-summary';

interface Scope {
  onmessage: ((event: MessageEvent<ToTraceThread>) => void) | null;
  postMessage(message: FromTraceThread): void;
}
const scope = globalThis as unknown as Scope;

/** Of made-up rows there may be thousands; the file holds them all. */
const MAX_THINGS = 50;

async function summaryOf({ file, language, region, context }: ToTraceThread): Promise<TraceSummary> {
  const [words] = await Promise.all([loadWords(language), prepareDiagnosis()]);
  const speech = speechIn(words, region);
  const observer = new BatchObserver(context);
  const gathering = new Gathering();
  const leftOut = new LeftOutSentences(speech);
  const problemOf = (name: string, error: unknown) => ({
    key: 'unreadable',
    values: { file: name, detail: String(error) },
  });
  for await (const batch of batchesOf(opened(file), problemOf)) {
    gathering.take(batch, await observer.observe(batch));
    for (const problem of batch.problems) leftOut.add(problem);
    scope.postMessage({ records: gathering.records });
  }
  gathering.close();
  for (const account of gathering.accounts) leftOut.addAccount(account);
  const overview = overviewOf(gathering.summary);
  const { things } = overview;
  return {
    headline: headlineOf(overview, speech),
    things: things
      .slice(0, MAX_THINGS)
      .map((thing) => ({ ...shownThing(thing, speech), ...textsOf(thing, [], { speech, context }) })),
    moreThings: Math.max(0, things.length - MAX_THINGS),
    notes: notesOf(overview, speech),
    leftOut: leftOut.shown.leftOut,
  };
}

async function* opened(file: File): AsyncGenerator<OpenFile> {
  yield { name: file.name, root: file.name, chunks: chunksOf(file.stream()), anywhere: null };
}

scope.onmessage = ({ data }) => {
  summaryOf(data).then(
    (summary) => scope.postMessage({ summary }),
    (error: unknown) => scope.postMessage({ failed: error instanceof Error ? error.name : String(error) }),
  );
};
