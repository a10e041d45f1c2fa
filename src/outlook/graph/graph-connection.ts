/** Requests to Microsoft Graph: one host, paced, tried again, each with a limit. Reads only. */
import { DoorProblem } from '../door';
import { systemClock, withLimit, type Clock } from './clock';
import { graphErrorIn, problemOfAnswer, type GraphError } from './graph-problem';
import { readBody } from './read-body';
import { RequestPace } from './request-pace';
import { isPassing, waitBeforeRetry } from './retry';

/** A page of a list, or a mail's first bytes, comes within seconds; a whole mail of 35 MB may take a minute. */
export const LIST_LIMIT_MS = 20_000;
const MAIL_LIMIT_MS = 90_000;
/** Fifty rows of a list weigh 60 kB. */
const MAX_LIST_BYTES = 8 * 1024 * 1024;
/** An answer that was cut is asked for once more: a second cut is no accident. */
const MAX_CUTS = 1;

/** Gives the access token for requests. */
export interface TokenSource {
  /** @param refused a token that Graph did not take: another one is fetched */
  token(options: { refused?: string; signal?: AbortSignal | undefined }): Promise<string>;
}

export interface GraphConnectionOptions {
  /** `https://graph.microsoft.com`, or that of a national cloud. */
  address: string;
  tokens: TokenSource;
  fetch?: typeof fetch;
  clock?: Clock;
  pace?: RequestPace;
}

/** How an answer came out. */
type Outcome<Value> =
  { value: Value } | { cut: string } | { status: number; error: GraphError; retryAfter: string | null };

interface Asked<Value> {
  url: URL;
  limitMs: number;
  read: (response: Response) => Promise<Value>;
  signal?: AbortSignal | undefined;
}

export class GraphConnection {
  readonly #origin: string;
  readonly #tokens: TokenSource;
  readonly #fetch: typeof fetch;
  readonly #clock: Clock;
  readonly #pace: RequestPace;

  constructor({ address, tokens, fetch, clock = systemClock, pace }: GraphConnectionOptions) {
    this.#origin = new URL(address).origin;
    this.#tokens = tokens;
    // Not bound at once: a page's fetch may be replaced later, and must be called on its window.
    this.#fetch = fetch ?? ((...asked) => globalThis.fetch(...asked));
    this.#clock = clock;
    this.#pace = pace ?? new RequestPace(clock);
  }

  /** The address of a path below `/v1.0`. */
  address(path: string, query: Readonly<Record<string, string>> = {}): URL {
    const url = new URL(`/v1.0${path}`, this.#origin);
    // Graph reads + as a plus sign, so that spaces have to be %20.
    url.search = Object.entries(query)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    return url;
  }

  /** The JSON of an answer. */
  json(url: URL, signal?: AbortSignal): Promise<unknown> {
    const read = async (response: Response): Promise<unknown> => {
      const bytes = await readBody(response, MAX_LIST_BYTES);
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
    };
    return this.#get({ url, limitMs: LIST_LIMIT_MS, read, signal });
  }

  /** The bytes of an answer; DoorProblem `too-large` above the limit. */
  bytes(url: URL, limitBytes: number, signal?: AbortSignal): Promise<Uint8Array> {
    const read = (response: Response): Promise<Uint8Array> => readBody(response, limitBytes);
    return this.#get({ url, limitMs: MAIL_LIMIT_MS, read, signal });
  }

  async #get<Value>(asked: Asked<Value>): Promise<Value> {
    const { url, signal } = asked;
    // A list names the address of its next page; a token goes to the configured host only.
    if (url.origin !== this.#origin) throw new DoorProblem('graph-cut', 'an address of another host');
    let token = await this.#tokens.token({ signal });
    let renewed = false;
    let cuts = 0;
    for (let tries = 1; ; tries++) {
      const outcome = await this.#pace.run(() => this.#once(asked, token), signal);
      if ('value' in outcome) return outcome.value;
      if ('cut' in outcome) {
        if (cuts++ === MAX_CUTS) throw new DoorProblem('graph-cut', outcome.cut);
        continue;
      }
      if (outcome.status === 401 && !renewed) {
        renewed = true;
        token = await this.#tokens.token({ refused: token, signal });
        continue;
      }
      const wait = isPassing(outcome.status) ? waitBeforeRetry(tries, outcome.retryAfter, this.#clock) : null;
      if (wait === null) throw problemOfAnswer(outcome.status, outcome.error);
      this.#pace.pauseUntil(this.#clock.now() + wait);
    }
  }

  async #once<Value>({ url, limitMs, read, signal }: Asked<Value>, token: string): Promise<Outcome<Value>> {
    const ask = async (ownSignal: AbortSignal): Promise<Outcome<Value>> => {
      const response = await this.#send(url, token, ownSignal);
      if (!response.ok) {
        const body = await response.text().catch(() => '');
        const { status, headers } = response;
        return { status, error: graphErrorIn(body), retryAfter: headers.get('retry-after') };
      }
      try {
        return { value: await read(response) };
      } catch (error) {
        if (ownSignal.aborted || error instanceof DoorProblem) throw error;
        return { cut: error instanceof SyntaxError ? 'the answer is no JSON' : 'the answer ended too early' };
      }
    };
    return withLimit(ask, {
      limitMs,
      clock: this.#clock,
      outer: signal,
      onLimit: () => new DoorProblem('graph-no-answer', `no answer within ${String(limitMs)} ms`),
    });
  }

  async #send(url: URL, token: string, signal: AbortSignal): Promise<Response> {
    try {
      return await this.#fetch(url.href, {
        headers: {
          authorization: `Bearer ${token}`,
          // Ids stay the same when a mail is moved to another folder.
          prefer: 'IdType="ImmutableId"',
        },
        signal,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw new DoorProblem('graph-unreachable', error instanceof Error ? error.name : 'fetch failed');
    }
  }
}
