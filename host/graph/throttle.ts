import { chance } from './chance';
import { GraphError } from './graph-error';

/** When requests are refused, and what is asked of whoever was refused. */
export interface ThrottleOptions {
  /** Of all requests, from 0 to 1, refused by chance with 429, 503 and 504 in turn. */
  share?: number;
  seed?: number;
  /** Seconds; the first refusals of each kind say it, null sends no such header. */
  retryAfter?: number | null;
  /** Requests in any period; Outlook's own limit is 1,000 in a minute. */
  perPeriod?: number;
  periodMs?: number;
  /** Requests at the same time; Outlook's limit. */
  atOnce?: number;
}

/** What was asked, to be compared with what is allowed. */
export interface GraphStats {
  requests: number;
  refused: number;
  /** The most in any period. */
  mostPerPeriod: number;
  mostAtOnce: number;
  /** Paths with their query, in the order in which they came. */
  asked: string[];
}

const MINUTE_MS = 60_000;
const STATUSES = [429, 503, 504] as const;
const CODES: Readonly<Record<(typeof STATUSES)[number], string>> = {
  429: 'ApplicationThrottled',
  503: 'serviceNotAvailable',
  504: 'gatewayTimeout',
};

/** Counts requests, and refuses those that are too many. */
export class Throttle {
  readonly stats: GraphStats = { requests: 0, refused: 0, mostPerPeriod: 0, mostAtOnce: 0, asked: [] };
  readonly #options: Required<ThrottleOptions>;
  readonly #next: () => number;
  readonly #times: number[] = [];
  #running = 0;

  constructor(options: ThrottleOptions = {}) {
    this.#options = {
      share: 0,
      seed: 1,
      retryAfter: 1,
      perPeriod: 1000,
      periodMs: MINUTE_MS,
      atOnce: 4,
      ...options,
    };
    this.#next = chance(this.#options.seed);
  }

  /** A request came; gives the way to say that it is answered. */
  begin(path: string): () => void {
    this.#running++;
    const now = Date.now();
    this.#times.push(now);
    while ((this.#times[0] ?? now) <= now - this.#options.periodMs) this.#times.shift();
    const { stats } = this;
    stats.requests++;
    stats.asked.push(path);
    stats.mostPerPeriod = Math.max(stats.mostPerPeriod, this.#times.length);
    stats.mostAtOnce = Math.max(stats.mostAtOnce, this.#running);
    return () => {
      this.#running--;
    };
  }

  /** @throws GraphError where this request is refused; `share` in place of the chosen one */
  check(share = this.#options.share): void {
    const { perPeriod, atOnce } = this.#options;
    if (this.#running > atOnce) this.#refuse(429, 'MailboxConcurrency');
    if (this.#times.length > perPeriod) this.#refuse(429, 'ApplicationThrottled');
    if (this.#next() < share) {
      const status = STATUSES[this.stats.refused % STATUSES.length] ?? 429;
      this.#refuse(status, CODES[status]);
    }
  }

  #refuse(status: number, code: string): never {
    this.stats.refused++;
    const { retryAfter } = this.#options;
    throw new GraphError(
      status,
      code,
      'Too many requests.',
      retryAfter === null ? {} : { 'retry-after': String(retryAfter) },
    );
  }
}
