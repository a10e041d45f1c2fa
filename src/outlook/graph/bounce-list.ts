/**
 * The bounces of a mailbox, newest first, from several questions that overlap. Each question is read page
 * by page, only as far as is needed, and the answers are merged by the messages' immutable ids.
 */
import { looksLikeBounce } from '../../engine/detect/bounce-heads';
import { GraphProblem } from './graph-problem';
import type { GraphConnection } from './graph-connection';
import { kindOfClass } from './message-class';
import { readPage, type ListedMessage } from './message-page';
import { queryAddress, type MessageQuery, type QueryOptions } from './message-query';

/** Pages that one call reads at most: a mailbox full of receipts must not keep the admin waiting. */
export const MAX_PAGES_PER_CALL = 12;

type ListOptions = Omit<QueryOptions, 'query'> & { signal?: AbortSignal | undefined };

export class BounceList {
  #streams: MessageStream[] | null = null;
  readonly #listed = new Set<string>();
  /** Found, and not handed out yet: what a call found before it failed belongs to the next one. */
  readonly #found: ListedMessage[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: GraphConnection,
    private readonly options: Omit<QueryOptions, 'query'>,
  ) {}

  /** Is there more to be had? */
  get hasMore(): boolean {
    return this.#found.length > 0 || this.#streams === null || this.#streams.some((stream) => !stream.atEnd);
  }

  /** The next bounces, at most `count`. Fewer do not mean the end: see `hasMore`. */
  take(count: number, signal?: AbortSignal): Promise<ListedMessage[]> {
    // One after the other, so that two calls do not read the same page.
    const taken = this.#last.then(() => this.#take(count, signal));
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  async #take(count: number, signal?: AbortSignal): Promise<ListedMessage[]> {
    this.#streams ??= await openStreams(this.connection, { ...this.options, signal });
    const streams = this.#streams;
    let pages = 0;
    while (this.#found.length < count) {
      const dry = streams.filter((stream) => stream.isDry);
      pages += dry.length;
      if (pages > MAX_PAGES_PER_CALL) break;
      // Only when each stream shows its next message is it known which one is the newest.
      await all(dry.map((stream) => stream.readPage(signal)));
      const newest = newestOf(streams);
      if (newest) this.#sort(newest.next());
      else if (streams.every((stream) => stream.atEnd)) break;
    }
    return this.#found.splice(0, count);
  }

  #sort(message: ListedMessage): void {
    if (this.#listed.has(message.id)) return;
    this.#listed.add(message.id);
    if (isBounce(message)) this.#found.push(message);
  }
}

/** Waits for all of them, even when one fails: a page that comes later would be read twice. */
async function all<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** A report of a failure or a delay, or mail that looks like one. */
function isBounce({ messageClass, from, subject }: ListedMessage): boolean {
  const kind = kindOfClass(messageClass ?? '');
  if (kind === 'ordinary') return looksLikeBounce(from, subject);
  return kind !== 'other-report';
}

/** One question with its pages. */
class MessageStream {
  #messages: ListedMessage[] = [];
  #address: URL | null;

  constructor(
    private readonly connection: GraphConnection,
    first: URL,
  ) {
    this.#address = first;
  }

  /** Has to read a page before its next message is known. */
  get isDry(): boolean {
    return this.#messages.length === 0 && this.#address !== null;
  }

  get atEnd(): boolean {
    return this.#messages.length === 0 && this.#address === null;
  }

  get head(): ListedMessage | undefined {
    return this.#messages[0];
  }

  next(): ListedMessage {
    const message = this.#messages.shift();
    if (!message) throw new Error('A message was taken from a stream that shows none.');
    return message;
  }

  async readPage(signal?: AbortSignal): Promise<void> {
    if (this.#address === null) return;
    const { messages, next } = readPage(await this.connection.json(this.#address, signal));
    this.#messages.push(...messages);
    this.#address = next;
  }
}

/**
 * By class and by head at once. A mailbox that refuses one of them is asked with what is left, one that
 * refuses both by date alone.
 */
async function openStreams(connection: GraphConnection, options: ListOptions): Promise<MessageStream[]> {
  const both = await all([
    openStream(connection, 'by-class', options),
    openStream(connection, 'by-head', options),
  ]);
  const streams = both.filter((stream) => stream !== null);
  if (streams.length > 0) return streams;
  const byDate = new MessageStream(connection, queryAddress(connection, { ...options, query: 'by-date' }));
  await byDate.readPage(options.signal);
  return [byDate];
}

/** Null where the mailbox refuses the question itself. */
async function openStream(
  connection: GraphConnection,
  query: MessageQuery,
  { signal, ...options }: ListOptions,
): Promise<MessageStream | null> {
  const stream = new MessageStream(connection, queryAddress(connection, { ...options, query }));
  try {
    await stream.readPage(signal);
    return stream;
  } catch (error) {
    if (error instanceof GraphProblem && isRefusedQuery(error)) return null;
    throw error;
  }
}

/** `400 InefficientFilter`, `400 ErrorInvalidRestriction`, `501 NotImplemented`, … */
const isRefusedQuery = ({ status }: GraphProblem): boolean => status === 400 || status === 501;

function newestOf(streams: readonly MessageStream[]): MessageStream | null {
  let newest: MessageStream | null = null;
  for (const stream of streams) {
    if (!stream.head) continue;
    if (!newest?.head || stream.head.receivedAt > newest.head.receivedAt) newest = stream;
  }
  return newest;
}
