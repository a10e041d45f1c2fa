/** What is wanted of all files together: rows, a summary, lists, a comparison. */
import type { Worker } from 'node:worker_threads';
import { csvHead, csvLine } from '../campaign/csv';
import { accountLine, addLine, exampleLine, rowLine, summaryLines } from '../campaign/lines';
import { SharedTexts } from '../campaign/shared-texts';
import { textOf } from '../campaign/streams/text-stream';
import { linesOf } from '../campaign/streams/lines';
import {
  type Account,
  addAccount,
  addExample,
  addRow,
  count,
  countLeftOut,
  emptyAccount,
  emptySummary,
  type Summary,
} from '../campaign/summary';
import { hashOf } from '../campaign/hash';
import { overviewOf } from '../campaign/things-to-do';
import { loadWords, say, type Words } from '../engine';
import type { CampaignOptions, Options } from './arguments';
import { type FileProblem, filesOf } from './files';
import { oneLine } from './json';
import { type BatchAnswer, type Observed } from './observe-batch';
import { oneAhead } from './one-ahead';
import { print, warn } from './output';
import { problemText } from './problems';
import { ReadingThread } from './reading-thread';
import { batchesOf, type RecordBatch, type SourceLeftOut } from './records';
import { printCompared, printSummary } from './summary-report';
import { writeLists } from './write-lists';

/** @returns was all of it read? */
export async function runCampaign(
  options: Options,
  wanted: CampaignOptions,
  startThread: (options: Options) => Worker,
): Promise<boolean> {
  const now = options.context.now ?? new Date().toISOString();
  const dated = { ...options, context: { ...options.context, now } };
  const words = await loadWords(options.language);
  const run = new CampaignRun(words, wanted.rows && !wanted.merge);
  const stop = () => run.stop();
  process.once('SIGINT', stop);
  try {
    if (wanted.merge) await run.mergeAll(options.paths);
    else await run.readAll(options.paths, () => startThread(dated));
    await run.tell(wanted, dated);
  } finally {
    process.off('SIGINT', stop);
  }
  return run.isAllRead;
}

class CampaignRun {
  isAllRead = true;
  private isStopped = false;
  private endWaiting: () => void = () => undefined;
  private readonly summary: Summary = emptySummary();
  private readonly texts = new SharedTexts();
  private readonly accounts = new Map<string, Account>();

  /** @param isFilter rows are printed as they are found, and none is kept */
  constructor(
    private readonly words: Words,
    private readonly isFilter: boolean,
  ) {}

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
      // What still comes once the run is stopped must not start another thread.
      const answer = this.isStopped ? { observed: [], examples: [] } : await answerTo(batch, thread);
      return { batch, answer };
    };
    const answers = oneAhead(batchesOf(paths), read);
    // A pipe that is silent must not keep a stopped run waiting.
    for (let next = await this.nextOf(answers); next && !next.done; next = await this.nextOf(answers))
      await this.take(next.value.batch, next.value.answer);
    await thread.end();
    for (const account of this.accounts.values()) {
      addAccount(this.summary, account);
      for (const [reason, { count: lost, place }] of Object.entries(account.leftOut))
        this.warn({ leftOut: reason as SourceLeftOut['leftOut'], count: lost, place, file: account.source });
    }
    if (this.isFilter) await printLines([...this.accounts.values()].map(accountLine));
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

  private async take(batch: RecordBatch, { observed, examples }: BatchAnswer): Promise<void> {
    for (const problem of batch.problems) this.warn(problem);
    for (const lost of batch.leftOut) countLeftOut(this.accountOf(lost.root), lost);
    const lines: string[] = [];
    for (const [at, { root, piece }] of batch.records.entries()) {
      const one = observed[at];
      if (!one) continue;
      const account = this.accountOf(root);
      countObserved(account, one, piece.records, piece.place);
      for (const row of one.rows)
        if (this.isFilter) lines.push(rowLine(row));
        else addRow(this.summary, this.texts.share(row));
    }
    for (const [rootCause, example] of examples)
      if (addExample(this.summary, rootCause, example) && this.isFilter)
        lines.push(exampleLine(rootCause, example));
    await printLines(lines);
  }

  private accountOf(root: string): Account {
    const known = this.accounts.get(root) ?? emptyAccount(root);
    this.accounts.set(root, known);
    return known;
  }

  /** Rows that former runs printed. */
  async mergeAll(paths: readonly string[]): Promise<void> {
    const { words } = this;
    this.isAllRead = await addFiles(this.summary, paths, words, () => this.isStopped);
  }

  async tell(wanted: CampaignOptions, options: Options): Promise<void> {
    const { words, summary } = this;
    if (this.isFilter) return this.tellStopped();
    const overview = overviewOf(summary);
    this.tellStopped();
    if (wanted.rows) await printLines(summaryLines(summary));
    else if (wanted.csv) {
      await print(csvHead());
      for (const row of overview.rows) await print(csvLine(row));
    } else if (wanted.summary) await printSummary(overview, options, words);
    if (wanted.compare !== null) {
      const before = emptySummary();
      const isRead = await addFiles(before, [wanted.compare], words, () => false);
      this.isAllRead &&= isRead;
      await printCompared(before, summary, options, words, wanted);
    }
    if (wanted.lists === null) return;
    if (this.isStopped) warn(say(words, { key: 'campaign.stoppedLists', values: {} }));
    else if (!(await writeLists(wanted.lists, overview, summary, options, words))) this.isAllRead = false;
  }

  private tellStopped(): void {
    if (!this.isStopped) return;
    const records = [...this.accounts.values()].reduce((sum, account) => sum + account.records, 0);
    warn(say(this.words, { key: 'campaign.stopped', values: { count: String(records) } }));
  }

  private warn(problem: FileProblem | (SourceLeftOut | Omit<SourceLeftOut, 'root'>)): void {
    this.isAllRead = false;
    warn(problemText(problem, this.words));
  }
}

/** Each account also holds a number of what was told: parts of one source that differ have different ones. */
function countObserved(account: Account, one: Observed, records: number, place: number): void {
  if (one.isUnreadable) {
    account.records += records;
    countLeftOut(account, { leftOut: 'unreadable', count: records, place });
  } else count(account, records, { rows: one.rows, examples: new Map(), isSuspicious: one.isSuspicious });
  if (one.leftOut > 0) countLeftOut(account, { leftOut: 'recipients', count: one.leftOut, place });
  account.part = hashOf(
    `${account.part} ${records} ${one.rows.map(({ events }) => events.join(' ')).join(' ')}`,
  );
}

const UNREADABLE: Observed = { rows: [], isSuspicious: false, leftOut: 0, isUnreadable: true };

/** A record that its reader never comes back from costs no other: its batch is read again, record by record. */
async function answerTo(
  batch: RecordBatch,
  thread: ReadingThread<RecordBatch, BatchAnswer>,
): Promise<BatchAnswer> {
  const { records } = batch;
  if (records.length === 0) return { observed: [], examples: [] };
  try {
    return await thread.read({ records, leftOut: [], problems: [] });
  } catch {
    if (records.length === 1) return { observed: [UNREADABLE], examples: [] };
    const answers: BatchAnswer[] = [];
    for (const one of records) answers.push(await answerTo({ ...batch, records: [one] }, thread));
    return {
      observed: answers.flatMap(({ observed }) => observed),
      examples: answers.flatMap(({ examples }) => examples),
    };
  }
}

async function addFiles(
  summary: Summary,
  paths: readonly string[],
  words: Words,
  isStopped: () => boolean,
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
        if ('leftOut' in line) tell(problemText({ ...line, file: file.name }, words));
        else if (line.text.trim() !== '' && !addLine(summary, line.text))
          tell(
            say(words, { key: 'campaign.notRows', values: { file: file.name, line: String(line.place) } }),
          );
      }
      if (isStopped()) return false;
    }
  }
  return isAllRead;
}

/** Lines of JSON; several go out at a time. */
async function printLines(lines: Iterable<string>): Promise<void> {
  let text = '';
  for (const line of lines) {
    text += oneLine(line) + '\n';
    if (text.length < MAX_PRINTED) continue;
    await print(text);
    text = '';
  }
  if (text !== '') await print(text);
}
const MAX_PRINTED = 64 * 1024;
