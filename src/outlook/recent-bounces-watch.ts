/**
 * Looks at the newest bounces again: when the admin comes back to the pane, and from time to time while the
 * pane is visible. Outlook tells an add-in nothing about items that it withholds; but a bounce that has just
 * turned from unread to read is, most likely, the one that the admin is looking at.
 */
import { systemClock, type Clock } from './graph/clock';
import type { ListedMessage } from './graph/message-page';
import type { RecentBounce, RecentBouncesDoor } from './recent-bounces';
import { DoorProblem } from './door';

/** Between two looks: seldom enough for a pane that is open all day (40 requests an hour and question). */
export const LOOK_EVERY_MS = 90_000;
/** Focus comes and goes as fast as one clicks. */
export const MIN_BETWEEN_MS = 3_000;
/** After failures the time between two looks doubles up to this. */
const MAX_BETWEEN_MS = 15 * 60_000;

export interface RecentChange {
  /** Bounces that were not in the list before, newest first. */
  arrived: readonly RecentBounce[];
  /** The bounce that turned from unread to read since the last look; of several, the one read last. */
  justRead: RecentBounce | null;
}

export interface WatchOptions {
  door: Pick<RecentBouncesDoor, 'newest' | 'sourceOf'>;
  /** What the list shows already. */
  known: readonly RecentBounce[];
  /** Called when something changed. */
  onChange: (change: RecentChange) => void;
  /** Called when a look failed; looking goes on, less often. */
  onProblem?: (problem: DoorProblem) => void;
  clock?: Clock;
}

/** Starts looking; gives the way to stop. */
export function watchRecent(options: WatchOptions): () => void {
  const watch = new RecentWatch(options);
  return () => watch.stop();
}

class RecentWatch {
  /** Of each bounce: was it read when last looked at? */
  readonly #read: Map<string, boolean>;
  readonly #end = new AbortController();
  readonly #clock: Clock;
  #timer: AbortController | null = null;
  #failures = 0;
  #lastLook: number;
  #looking = false;

  constructor(private readonly options: WatchOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#read = new Map(options.known.map(({ id, isRead }) => [id, isRead]));
    this.#lastLook = this.#clock.now();
    window.addEventListener('focus', this.#onFocus);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#schedule();
  }

  stop(): void {
    window.removeEventListener('focus', this.#onFocus);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#timer?.abort();
    this.#end.abort();
  }

  readonly #onFocus = (): void => {
    if (this.#clock.now() >= this.#lastLook + Math.max(MIN_BETWEEN_MS, this.#backOff())) void this.#look();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#onFocus();
    this.#schedule();
  };

  /** After the first failure three seconds are not enough any more. */
  #backOff(): number {
    return this.#failures === 0 ? 0 : Math.min(LOOK_EVERY_MS * 2 ** (this.#failures - 1), MAX_BETWEEN_MS);
  }

  /** A hidden pane looks at nothing. */
  #schedule(): void {
    this.#timer?.abort();
    this.#timer = null;
    if (this.#end.signal.aborted || document.visibilityState !== 'visible') return;
    const timer = new AbortController();
    this.#timer = timer;
    this.#clock.wait(Math.max(LOOK_EVERY_MS, this.#backOff()), timer.signal).then(
      () => this.#look(),
      () => undefined,
    );
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const messages = await this.options.door.newest((id) => this.#read.has(id), this.#end.signal);
      this.#failures = 0;
      if (!this.#end.signal.aborted) this.#compare(messages);
    } catch (error) {
      this.#failures++;
      if (!this.#end.signal.aborted && error instanceof DoorProblem) this.options.onProblem?.(error);
    } finally {
      this.#looking = false;
      this.#lastLook = this.#clock.now();
      this.#schedule();
    }
  }

  #compare(messages: readonly ListedMessage[]): void {
    const arrived = messages.filter(({ id }) => !this.#read.has(id));
    const turned = messages
      .filter(({ id, isRead }) => isRead && this.#read.get(id) === false)
      .sort((one, other) => other.changedAt.localeCompare(one.changedAt));
    for (const { id, isRead } of messages) this.#read.set(id, isRead);
    const [justRead] = turned;
    if (arrived.length === 0 && !justRead) return;
    const { sourceOf } = this.options.door;
    this.options.onChange({ arrived: arrived.map(sourceOf), justRead: justRead ? sourceOf(justRead) : null });
  }
}
