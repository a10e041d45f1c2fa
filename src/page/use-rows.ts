import { useCallback, useEffect, useRef, useState } from 'react';
import type { CampaignClient } from './campaign-client';
import type { ShownRow, Wanted } from './protocol';

/** Rows that are fetched together. */
const PAGE = 100;
/** Typing goes on for as long before a search begins. */
const TYPING_MS = 150;

export interface Rows {
  /** Numbers of the rows, in their order; null until they are known. */
  order: Uint32Array | null;
  /** The row at a place of the order; null while it is on its way. */
  at(place: number): ShownRow | null;
  /** Fetches what stands between two places. */
  want(first: number, last: number): void;
}

/** Rows of the table: the thread sorts and keeps them, the page has those that are looked at. */
export function useRows(client: CampaignClient, wanted: Wanted): Rows {
  const [order, setOrder] = useState<Uint32Array | null>(null);
  const [pages, setPages] = useState<ReadonlyMap<number, readonly ShownRow[]>>(new Map());
  const asked = useRef(new Set<number>());
  const newest = useRef(0);
  const { sortBy, isDescending, search, of } = wanted;
  useEffect(() => {
    const request = ++newest.current;
    const timer = setTimeout(
      () => {
        void client.ask('order', { sortBy, isDescending, search, of }).then((found) => {
          if (request !== newest.current) return;
          asked.current = new Set();
          setPages(new Map());
          setOrder(found);
        });
      },
      search === '' ? 0 : TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [client, sortBy, isDescending, search, of]);

  const want = useCallback(
    (first: number, last: number) => {
      if (!order) return;
      const request = newest.current;
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        const numbers = Array.from(order.subarray(page * PAGE, (page + 1) * PAGE));
        void client.ask('rows', numbers).then((rows) => {
          if (request === newest.current) setPages((known) => new Map(known).set(page, rows));
        });
      }
    },
    [client, order],
  );
  return {
    order,
    at: (place) => pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? null,
    want,
  };
}
