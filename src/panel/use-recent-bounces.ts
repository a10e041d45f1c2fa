import { useCallback, useEffect, useRef } from 'react';
import type { Source } from '../outlook/door';
import type { RecentBounce } from '../outlook/recent-bounces';
import type { RecentBouncesEntry } from '../outlook/recent-bounces-door';
import type { SourceList } from './source-list';
import type { Explainer, Offer } from './use-explainer';

interface RecentContext {
  list: SourceList | null;
  take(open: () => Promise<readonly Source[]>, offer: Offer): Promise<void>;
  /** Explains one of them. */
  pick(source: Source): void;
  /** Shows the list with other rows. */
  relist(sources: readonly Source[], hasMore: boolean): void;
  fail(error: unknown): void;
}

type RecentActions = Pick<Explainer, 'listRecent' | 'listOlder' | 'cancel'>;

/**
 * The list of recent bounces. While it is the panel's list, the mailbox is looked at again from time to time;
 * a bounce that has just been read there is the one that the admin is looking at, so it is explained.
 */
export function useRecentBounces(
  door: RecentBouncesEntry,
  { list, take, pick, relist, fail }: RecentContext,
): RecentActions {
  const shown = useRef<readonly RecentBounce[]>([]);
  const waiting = useRef<AbortController | null>(null);
  const watched = list?.door === 'recent-bounces' ? list.id : null;

  const show = useCallback(
    (bounces: readonly RecentBounce[]) => {
      shown.current = bounces;
      relist(bounces, door.hasMore());
    },
    [door, relist],
  );

  useEffect(() => {
    if (watched === null) return undefined;
    return door.watch(shown.current, ({ arrived, justRead }) => {
      if (arrived.length > 0) show(withoutDoubles([...arrived, ...shown.current]));
      if (justRead) pick(justRead);
    });
  }, [watched, door, show, pick]);

  return {
    listRecent: (sharedMailbox) => {
      const wait = new AbortController();
      waiting.current = wait;
      const open = async () => {
        const asked = { signal: wait.signal, ...(sharedMailbox ? { mailbox: sharedMailbox } : {}) };
        shown.current = await door.open(asked);
        return shown.current;
      };
      void take(open, { door: 'recent-bounces', asList: true, hasMore: () => door.hasMore(), keep: true });
    },
    listOlder: () => {
      door.more().then((older) => show(withoutDoubles([...shown.current, ...older])), fail);
    },
    cancel: () => waiting.current?.abort(),
  };
}

/** Each bounce once, in the order in which they come. */
const withoutDoubles = (bounces: readonly RecentBounce[]): RecentBounce[] => [
  ...new Map(bounces.map((bounce) => [bounce.id, bounce])).values(),
];
