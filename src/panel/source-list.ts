/** Several bounces at once: what the list shows of each, one row a recipient. */
import type { Explanation, Kind, Text } from '../engine/explanation';
import type { DoorId, Source, SourceHead } from '../outlook/door';
import type { Problem } from './state';

/** A recipient of a bounce; or a message that is no bounce, or names nobody. */
export interface ListRow {
  address: string | null;
  kind: Kind;
  /** The cause in a few words; null where nothing failed. */
  title: Text | null;
}

/** One message of the list, and what has become known of it. */
export interface ListedSource {
  head: SourceHead;
  /** What the door knew before the message was read. */
  addresses: readonly string[];
  /** Null until it has been read. */
  rows: readonly ListRow[] | null;
  problem: Problem | null;
}

export interface SourceList {
  /** Number of the question that brought it: rows of an older list are thrown away. */
  id: number;
  door: DoorId;
  /** Older ones can be asked for. */
  hasMore: boolean;
  sources: readonly ListedSource[];
}

export const newList = (
  id: number,
  door: DoorId,
  sources: readonly Source[],
  hasMore = false,
): SourceList => ({
  id,
  door,
  hasMore,
  sources: sources.map(({ id: sourceId, name, receivedAt, addresses, door: from }) => ({
    head: { door: from, id: sourceId, name, receivedAt },
    addresses,
    rows: null,
    problem: null,
  })),
});

/** The list with one message's outcome in it. */
export const withOutcome = (
  list: SourceList,
  sourceId: string,
  outcome: Pick<ListedSource, 'rows' | 'problem'>,
): SourceList => ({
  ...list,
  sources: list.sources.map((listed) => (listed.head.id === sourceId ? { ...listed, ...outcome } : listed)),
});

/** A list that has been asked for again: what is known of a message stays known. */
export const withSources = (list: SourceList, sources: readonly Source[], hasMore: boolean): SourceList => ({
  ...list,
  hasMore,
  sources: newList(list.id, list.door, sources).sources.map(
    (fresh) => list.sources.find(({ head }) => head.id === fresh.head.id) ?? fresh,
  ),
});

/** A row a recipient; of a mail that is no bounce, one row. */
export function rowsOf({ kind, recipients }: Explanation): ListRow[] {
  if (recipients.length === 0) return [{ address: null, kind, title: null }];
  return recipients.map(({ address, advice }) => ({ address, kind, title: advice.title }));
}
