/** What is wanted of all files together: rows, a summary, lists, a comparison. */
import { tmpdir } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { Worker } from 'node:worker_threads';
import { csvOf } from '../campaign/csv';
import { accountLine, addLine, exampleLine, rowLine, summaryLines } from '../campaign/lines';
import { answerTo, Gathering } from '../campaign/reading/gathering';
import type { BatchAnswer } from '../campaign/reading/observe-batch';
import type { FileProblem } from '../campaign/reading/open-file';
import { batchesOf, type RecordBatch, type SourceLeftOut } from '../campaign/reading/records';
import { textOf } from '../campaign/streams/text-stream';
import { linesOf } from '../campaign/streams/lines';
import { Spill } from '../campaign/spill';
import { emptySummary, type Summary } from '../campaign/summary';
import { overviewOf } from '../campaign/things-to-do';
import { loadWords, say, type Words } from '../engine';
import type { CampaignOptions, Options } from './arguments';
import { codeOf, filesOf, problem as problemOf } from './files';
import { oneLine } from './json';
import { oneAhead } from './one-ahead';
import { printAll, warn, whenUnread } from './output';
import { problemText } from './problems';
import { ReadingThread } from './reading-thread';
import { printCompared, printSummary } from './summary-report';
import { TemporaryFile } from './temporary-file';
import { writeLists } from './write-lists';

/**
 * V8 lets a heap grow to several times what is alive in it before it looks for what is not. A long run has it looked
 * for when the heap has grown by a quarter, in all threads: the run takes a third less memory then, and no longer.
 */
const EAGER = '--heap-growing-percent=25';

/** @returns was all of it read? */
export async function runCampaign(
  options: Options,
  wanted: CampaignOptions,
  startThread: (options: Options) => Worker,
): Promise<boolean> {
  setFlagsFromString(EAGER);
  const now = options.context.now ?? new Date().toISOString();
  const dated = { ...options, context: { ...options.context, now } };
  const words = await loadWords(options.language);
  const run = new CampaignRun(words, wanted.rows && !wanted.merge && wanted.lists === null);
  // Lists are written, whoever reads the output; else nothing is left to do.
  whenUnread(() => {
    if (wanted.lists !== null) return;
    run.close();
    process.exit();
  });
  const stop = () => run.stop();
  process.once('SIGINT', stop);
  try {
    if (wanted.merge) await run.mergeAll(options.paths);
    else await run.readAll(options.paths, () => startThread(dated));
    await run.tell(wanted, dated);
  } finally {
    process.off('SIGINT', stop);
    run.close();
  }
  return run.isAllRead;
}

class CampaignRun {
  isAllRead = true;
  private isStopped = false;
  /** Of former runs. */
  private linesRead = 0;
  private endWaiting: () => void = () => undefined;
  private readonly gathering: Gathering;
  private readonly file = new TemporaryFile(tmpdir(), (error) => this.warnKept(error));
  private readonly spill = new Spill(this.file);

  /** @param isFilter rows are printed as they are found, and none is kept */
  constructor(
    private readonly words: Words,
    private readonly isFilter: boolean,
  ) {
    this.gathering = new Gathering(!isFilter, this.spill);
  }

  /** What was read so far is told; nothing more is read. */
  stop(): void {
    this.isStopped = true;
    this.isAllRead = false;
    this.endWaiting();
    process.stdin.destroy();
  }

  async readAll(paths: readonly string[], startThread: () => Worker): Promise<void> {
    const thread = new ReadingThread<RecordBatch, BatchAnswer>(startThread);
    thread.prepare();
    const read = async (batch: RecordBatch) => {
      return { batch, answer: await answerTo(batch, (part) => thread.read(part)) };
    };
    const answers = oneAhead(batchesOf(filesOf(paths), problemOf), read);
    // A pipe that is silent must not keep a stopped run waiting.
    for (let next = await this.nextOf(answers); next && !next.done; next = await this.nextOf(answers))
      await this.take(next.value.batch, next.value.answer);
    await thread.end();
    const { accounts } = this.gathering;
    this.gathering.close();
    for (const { leftOut, source } of accounts)
      for (const [reason, { count: lost, place }] of Object.entries(leftOut))
        this.warn({ leftOut: reason as SourceLeftOut['leftOut'], count: lost, place, file: source });
    if (this.isFilter) await printLines(accounts.map(accountLine));
  }

  /** @returns null once the run is stopped */
  private nextOf<Item>(items: AsyncIterator<Item>): Promise<IteratorResult<Item> | null> {
    if (this.isStopped) return Promise.resolve(null);
    // A promise for each: one that lasted as long as the run would keep all that was ever read.
    return new Promise((resolve, reject) => {
      this.endWaiting = () => resolve(null);
      items.next().then(resolve, reject);
    });
  }

  private async take(batch: RecordBatch, answer: BatchAnswer): Promise<void> {
    for (const problem of batch.problems) this.warn(problem);
    const { rows, examples } = this.gathering.take(batch, answer);
    if (!this.isFilter) return;
    const told = examples.map(([rootCause, example]) => exampleLine(rootCause, example));
    await printLines([...rows.map(rowLine), ...told]);
  }

  /** Rows that former runs printed. */
  async mergeAll(paths: readonly string[]): Promise<void> {
    const { words, gathering } = this;
    const isGoingOn = () => {
      if (this.isStopped) return false;
      this.linesRead++;
      return true;
    };
    try {
      const isRead = await addFiles(gathering.summary, paths, words, isGoingOn);
      this.isAllRead &&= isRead;
    } catch (error) {
      // Standard input was closed under its reader.
      if (!this.isStopped) throw error;
    }
  }

  async tell(wanted: CampaignOptions, options: Options): Promise<void> {
    const { words, gathering } = this;
    const { summary } = gathering;
    if (this.isFilter) return this.tellStopped();
    const overview = overviewOf(summary);
    this.tellStopped();
    if (wanted.rows) await printLines(summaryLines(summary));
    else if (wanted.csv) {
      await printAll(csvOf(overview.rows));
    } else if (wanted.summary) await printSummary(overview, options, words);
    if (wanted.compare !== null) {
      const before = emptySummary(this.spill);
      const isRead = await addFiles(before, [wanted.compare], words, () => true);
      this.isAllRead &&= isRead;
      await printCompared(before, summary, options, words, wanted, this.spill);
    }
    if (wanted.lists === null) return;
    if (this.isStopped) warn(say(words, { key: 'campaign.stoppedLists', values: {} }));
    else if (!(await writeLists(wanted.lists, overview, summary, options, words))) this.isAllRead = false;
  }

  private tellStopped(): void {
    if (!this.isStopped) return;
    const count = String(this.gathering.records + this.linesRead);
    warn(say(this.words, { key: 'campaign.stopped', values: { count } }));
  }

  close(): void {
    this.file.close();
  }

  /** Nothing is lost by it: all may still be read. */
  private warnKept(error: unknown): void {
    const values = { folder: tmpdir(), detail: codeOf(error) };
    warn(say(this.words, { key: 'campaign.keptInMemory', values }));
  }

  private warn(problem: FileProblem | (SourceLeftOut | Omit<SourceLeftOut, 'root'>)): void {
    this.isAllRead = false;
    warn(problemText(problem, this.words));
  }
}

/** @param isGoingOn asked before each line */
async function addFiles(
  summary: Summary,
  paths: readonly string[],
  words: Words,
  isGoingOn: () => boolean,
): Promise<boolean> {
  let isAllRead = true;
  const tell = (problem: string) => {
    isAllRead = false;
    warn(problem);
  };
  for await (const file of filesOf(paths)) {
    if ('key' in file) {
      tell(problemText(file, words));
      continue;
    }
    for await (const lines of linesOf(textOf(file.chunks))) {
      for (const line of lines) {
        if (!isGoingOn()) return false;
        if ('leftOut' in line) tell(problemText({ ...line, file: file.name }, words));
        else if (line.text.trim() !== '' && !addLine(summary, line.text))
          tell(
            say(words, { key: 'campaign.notRows', values: { file: file.name, line: String(line.place) } }),
          );
      }
    }
  }
  return isAllRead;
}

const printLines = (lines: Iterable<string>) => printAll(linesOfJson(lines));

function* linesOfJson(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield oneLine(line) + '\n';
}
