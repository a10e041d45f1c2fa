/** The thread behind the page: reads what was chosen, keeps all rows, and answers what the page asks of them. */
import { LeftOutSentences } from '../../campaign/left-out-sentences';
import { answerTo, Gathering } from '../../campaign/reading/gathering';
import { readFormer } from '../../campaign/reading/former-rows';
import type { BatchAnswer } from '../../campaign/reading/observe-batch';
import type { FileProblem, OpenFile, SourceLeftOut } from '../../campaign/reading/open-file';
import { batchesOf, type RecordBatch } from '../../campaign/reading/records';
import { emptySummary, merge, type Summary } from '../../campaign/summary';
import { type Context, loadWords } from '../../engine';
import { speechIn, type Speech } from '../../plan/speech';
import { problemOf } from '../file-problem';
import type { FromThread, ToThread } from '../protocol';
import { CampaignAnswers } from './campaign-answers';
import { FileQueue, isFormerRun, openFile } from './chosen-files';
import { ExplainPool, NotLoaded } from './explain-pool';

interface Scope {
  onmessage: ((event: MessageEvent<ToThread>) => void) | null;
  postMessage(message: FromThread): void;
}
const scope = globalThis as unknown as Scope;

const PROGRESS_MS = 200;
const OVERVIEW_MS = 1_000;
/** So many times as long as an overview takes goes by before the next. */
const OVERVIEW_SHARE = 10;

class CampaignThread {
  private total: Summary = emptySummary();
  private before: Summary = emptySummary();
  private answers: CampaignAnswers;
  private readonly leftOut: LeftOutSentences;
  private queue: FileQueue | null = null;
  private pool: ExplainPool | null = null;
  private isStopped = false;
  /** The reading that began last; files of an earlier one, or of this one behind its end, come too late. */
  private reading = 0;

  constructor(
    private readonly speech: Speech,
    private readonly context: Context,
  ) {
    this.leftOut = new LeftOutSentences(speech);
    this.answers = this.answersOf(this.total, null);
  }

  async take(message: ToThread): Promise<void> {
    if (message.type === 'files') {
      const isNew = message.reading > this.reading;
      if (isNew) {
        this.reading = message.reading;
        this.queue = new FileQueue();
      } else if (message.reading < this.reading) return;
      this.queue?.add(message.files, message.isLast);
      if (isNew && this.queue) await this.read(this.queue);
    } else if (message.type === 'cancel') this.stop();
    else if (message.type === 'ask') {
      const answer = await this.answers.answer(message.kind, message.asked);
      scope.postMessage({ type: 'answer', id: message.id, answer });
    }
  }

  private stop(): void {
    this.isStopped = true;
    this.queue?.end();
    this.pool?.end();
    this.endWaiting();
  }
  private endWaiting: () => void = () => undefined;

  private async read(queue: FileQueue): Promise<void> {
    this.isStopped = false;
    const gathering = new Gathering();
    // One processor is left to the page.
    const pool = new ExplainPool(Math.max(1, (navigator.hardwareConcurrency || 2) - 1), this.context);
    this.pool = pool;
    const progress = new ProgressTeller(gathering);
    const stopped = new Promise<void>((resolve) => (this.endWaiting = resolve));
    try {
      const whole = this.readAll(queue, gathering, pool, progress);
      // What is still on its way behind a Cancel is not waited for.
      whole.catch(() => undefined);
      await Promise.race([whole, stopped]);
    } catch (error) {
      if (error instanceof NotLoaded) scope.postMessage({ type: 'failed' });
      else
        this.leftOut.add({ key: 'unreadable', values: { file: progress.file ?? '', detail: String(error) } });
    } finally {
      pool.end();
      this.queue = null;
      this.pool = null;
    }
    progress.tell(true);
    gathering.close();
    for (const account of gathering.accounts) this.leftOut.addAccount(account);
    this.total = merge(this.total, gathering.summary);
    this.tell(this.total, this.isStopped ? gathering.records : null, true);
  }

  private async readAll(
    queue: FileQueue,
    gathering: Gathering,
    pool: ExplainPool,
    progress: ProgressTeller,
  ): Promise<void> {
    const running = new Set<Promise<void>>();
    const mayRun = Math.max(1, (navigator.hardwareConcurrency || 2) - 1) + 1;
    let failure: unknown = null;
    let next = 0;
    for await (const batch of batchesOf(this.filesOf(queue, progress), problemOf)) {
      if (this.isStopped) return;
      const run = this.explained(batch, pool)
        .then((answer) => {
          if (this.isStopped) return;
          for (const problem of batch.problems) this.leftOut.add(problem);
          gathering.take(batch, answer);
          progress.tell();
        })
        .catch((error: unknown) => (failure ??= error))
        .finally(() => running.delete(run)) as Promise<void>;
      running.add(run);
      if (running.size >= mayRun) await Promise.race(running);
      if (failure !== null) throw failure;
      if (performance.now() >= next && gathering.records > 0 && !this.isStopped) {
        const begun = performance.now();
        this.tell(
          this.total.rows.isEmpty ? gathering.summary : merge(this.total, gathering.summary),
          null,
          false,
        );
        const took = performance.now() - begun;
        next = performance.now() + Math.max(OVERVIEW_MS, took * OVERVIEW_SHARE);
      }
    }
    await Promise.all(running);
    if (failure !== null) throw failure;
  }

  private async explained(batch: RecordBatch, pool: ExplainPool): Promise<BatchAnswer> {
    const answer = await answerTo(batch, ({ records }) =>
      pool.explain({ records: records.map(({ source, piece }) => ({ source, piece })) }),
    );
    // No record is at fault then.
    if (pool.failure) throw pool.failure;
    return answer;
  }

  private async *filesOf(
    queue: FileQueue,
    progress: ProgressTeller,
  ): AsyncGenerator<OpenFile | FileProblem | SourceLeftOut> {
    for await (const chosen of queue.take()) {
      if ('key' in chosen || 'leftOut' in chosen) {
        yield chosen;
        continue;
      }
      progress.next(chosen.path);
      try {
        if (await isFormerRun(chosen)) {
          await this.readFormer(openFile(chosen));
          continue;
        }
      } catch (error) {
        yield problemOf(chosen.path, error);
        continue;
      }
      yield openFile(chosen);
    }
  }

  private async readFormer(file: OpenFile): Promise<void> {
    for await (const { unread } of readFormer(this.before, file))
      for (const one of unread) this.leftOut.add(one);
  }

  private answersOf(summary: Summary, stoppedAt: number | null): CampaignAnswers {
    // A former run by itself is shown as it was.
    const isAlone = summary.rows.isEmpty && summary.accounts.size === 0;
    return new CampaignAnswers({
      summary: isAlone ? this.before : summary,
      before: isAlone || this.before.rows.isEmpty ? null : this.before,
      speech: this.speech,
      context: this.context,
      leftOut: this.leftOut,
      stoppedAt,
    });
  }

  private tell(summary: Summary, stoppedAt: number | null, isDone: boolean): void {
    this.answers = this.answersOf(summary, stoppedAt);
    scope.postMessage({ type: 'overview', overview: this.answers.overview(), isDone });
  }
}

class ProgressTeller {
  file: string | null = null;
  private files = 0;
  private readonly begun = performance.now();
  private last = 0;

  constructor(private readonly gathering: Gathering) {}

  next(file: string): void {
    this.file = file;
    this.files++;
    this.tell();
  }

  tell(isLast = false): void {
    const now = performance.now();
    if (!isLast && now - this.last < PROGRESS_MS) return;
    this.last = now;
    const { records } = this.gathering;
    const rate = Math.round(records / Math.max(0.001, (now - this.begun) / 1000));
    scope.postMessage({
      type: 'progress',
      progress: { records, rate, files: this.files, file: isLast ? null : this.file },
    });
  }
}

let thread: Promise<CampaignThread> | null = null;
scope.onmessage = ({ data }) => {
  if (data.type === 'begin')
    thread = loadWords(data.language).then(
      (words) => new CampaignThread(speechIn(words, data.region), data.context),
    );
  else thread?.then((made) => made.take(data)).catch(() => scope.postMessage({ type: 'failed' }));
};
