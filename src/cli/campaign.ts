/** What is wanted of all files together: rows, a summary, lists, a comparison. */
import { tmpdir } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { Worker } from 'node:worker_threads';
import { csvOf } from '../campaign/csv';
import { accountLine, exampleLine, rowLine, summaryLines } from '../campaign/lines';
import { answerTo, Gathering } from '../campaign/reading/gathering';
import type { BatchAnswer } from '../campaign/reading/observe-batch';
import { readFormer } from '../campaign/reading/former-rows';
import { batchesOf, type RecordBatch } from '../campaign/reading/records';
import { leftOutOf, type Unread } from '../campaign/reading/unread';
import { isPassedOver } from '../campaign/streams/piece';
import { Spill } from '../campaign/spill';
import { type Account, emptySummary, type Summary } from '../campaign/summary';
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
    this.warnLeftOut(accounts);
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
    const { summary } = this.gathering;
    try {
      for await (const read of this.formerLines(summary, paths)) {
        this.linesRead += read;
        if (this.isStopped) break;
      }
    } catch (error) {
      // Standard input was closed under its reader.
      if (!this.isStopped) throw error;
    }
    this.warnLeftOut(summary.accounts.values());
  }

  /** Puts them into the summary; how many were read comes as they are. */
  private async *formerLines(
    summary: Summary,
    paths: readonly string[],
    isToCompare = false,
  ): AsyncGenerator<number> {
    for await (const file of filesOf(paths))
      if ('key' in file || 'leftOut' in file) this.warn(file);
      else
        for await (const { read, unread } of readFormer(summary, file)) {
          // Of a file to compare with, another sentence says it.
          for (const one of unread) if (!('key' in one && isToCompare)) this.warn(one);
          yield read;
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
    if (wanted.compare !== null) await this.compare(wanted.compare, options);
    if (wanted.lists === null) return;
    if (this.isStopped) warn(say(words, { key: 'campaign.stoppedLists', values: {} }));
    else if (!(await writeLists(wanted.lists, overview, summary, options, words))) this.isAllRead = false;
  }

  /** Beside a file that is none of a former run's, everybody would be new. */
  private async compare(path: string, options: Options): Promise<void> {
    const before = emptySummary(this.spill);
    let count = 0;
    for await (const read of this.formerLines(before, [path], true)) count += read;
    if (count > 0) return printCompared(before, this.gathering.summary, options, this.words, this.spill);
    this.warn({ key: 'not-compared', values: { file: path } });
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

  private warnLeftOut(accounts: Iterable<Account>): void {
    for (const account of accounts) for (const lost of leftOutOf(account)) this.warn(lost);
  }

  private warn(unread: Unread): void {
    this.isAllRead &&= 'leftOut' in unread && isPassedOver(unread);
    warn(problemText(unread, this.words));
  }
}

const printLines = (lines: Iterable<string>) => printAll(linesOfJson(lines));

function* linesOfJson(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield oneLine(line) + '\n';
}
