/** One look into the message trace, from the question to the things to do. It stays while another message is shown. */
import type { Words } from '../engine';
import { DoorProblem } from '../outlook/door';
import type { TraceExport } from '../outlook/trace-export';
import type { TraceProgress } from '../outlook/graph/trace-run';
import type { TraceSpan } from '../outlook/graph/trace-query';
import { contextOf } from './explain-context';
import { problemOf } from './problems';
import type { Services } from './services';
import type { Problem } from './state';
import type { summarizeTrace, TraceSummary } from './trace-summary';

export interface TraceQuery {
  span: TraceSpan;
  /** As they were typed. */
  typed: string;
  senders: readonly string[];
}

export type TraceState =
  | { phase: 'asking'; problem: Problem | null }
  | { phase: 'signing-in' }
  | { phase: 'reading'; progress: TraceProgress }
  | { phase: 'explaining'; records: number; rows: number }
  | { phase: 'done'; traced: TraceExport; summary: TraceSummary };

/** The language of the summary. */
export interface TraceSpeech {
  words: Words;
  region: string;
}

const ASKING: TraceState = { phase: 'asking', problem: null };

export class TraceSession {
  #state: TraceState = ASKING;
  #stop: AbortController | null = null;
  readonly #listeners = new Set<() => void>();
  /** What was asked last stands in the form when it is shown again. */
  query: TraceQuery | null = null;

  constructor(
    private readonly services: Services,
    /** Reads the rows apart from the pane. */
    private readonly summarize: typeof summarizeTrace,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): TraceState => this.#state;

  /** Call it on a click: it may open a window for signing in. */
  async start(query: TraceQuery, { words, region }: TraceSpeech): Promise<void> {
    this.query = query;
    const stop = new AbortController();
    this.#stop = stop;
    this.#show({ phase: 'signing-in' });
    try {
      const [traced] = await this.services.doors.messageTrace.open({
        span: query.span,
        senders: query.senders,
        signal: stop.signal,
        onProgress: (progress) => this.#show({ phase: 'reading', progress }),
      });
      // A second Cancel ends the explaining as well.
      const explaining = new AbortController();
      this.#stop = explaining;
      this.#show({ phase: 'explaining', records: 0, rows: traced.rows });
      const { file } = traced;
      const context = contextOf(this.services, new Set(), null);
      const summary = await this.summarize(
        { file, language: words.language, region, context },
        (records) => this.#show({ phase: 'explaining', records, rows: traced.rows }),
        explaining.signal,
      );
      this.#show({ phase: 'done', traced, summary });
    } catch (error) {
      const isCancelled =
        this.#stop.signal.aborted || (error instanceof DoorProblem && error.code === 'sign-in-cancelled');
      this.#show({ phase: 'asking', problem: isCancelled ? null : problemOf(error) });
    }
  }

  cancel(): void {
    this.#stop?.abort(new DoorProblem('sign-in-cancelled', 'ended by the admin'));
  }

  /** Back to the question. */
  again(): void {
    this.#show(ASKING);
  }

  #show(state: TraceState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const sessions = new WeakMap<Services, TraceSession>();

/** The session of this pane. */
export function traceSessionOf(services: Services, summarize: typeof summarizeTrace): TraceSession {
  const session = sessions.get(services) ?? new TraceSession(services, summarize);
  sessions.set(services, session);
  return session;
}
