import type { Clock } from './clock';

/** Outlook runs at most four requests of one app on one mailbox at the same time; a fifth is refused. */
export const MAX_AT_ONCE = 4;
/** Outlook allows 10,000 requests in ten minutes per app and mailbox; other add-ins' users share nothing of it. */
export const MAX_PER_MINUTE = 600;
const MINUTE_MS = 60_000;

/** Holds requests back so that Graph has no reason to refuse them. One pace per mailbox service. */
export class RequestPace {
  #running = 0;
  #notBefore = 0;
  readonly #queue: (() => void)[] = [];
  /** When the last `perPeriod` requests started or will start, oldest first. */
  readonly #starts: number[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly perPeriod = MAX_PER_MINUTE,
    private readonly periodMs = MINUTE_MS,
  ) {}

  /** Runs the request when it is its turn. */
  async run<Value>(request: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    while (this.#running >= MAX_AT_ONCE) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#running++;
    try {
      signal?.throwIfAborted();
      const wait = this.#reserve() - this.clock.now();
      if (wait > 0) await this.clock.wait(wait, signal);
      return await request();
    } finally {
      this.#running--;
      this.#queue.shift()?.();
    }
  }

  /** Graph asked for a pause: it means the mailbox, so no request starts before this moment. */
  pauseUntil(moment: number): void {
    this.#notBefore = Math.max(this.#notBefore, moment);
  }

  /** Takes the next free place in the period; gives its moment. */
  #reserve(): number {
    const first = this.#starts.length < this.perPeriod ? 0 : (this.#starts.shift() ?? 0) + this.periodMs;
    const start = Math.max(this.clock.now(), this.#notBefore, first);
    this.#starts.push(start);
    return start;
  }
}
