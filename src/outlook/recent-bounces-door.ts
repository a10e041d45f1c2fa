/**
 * "Recent bounces" as the panel knows it. The list itself, with Microsoft Graph and the sign-in, loads with
 * the admin's first click.
 */
import { deploymentConfig } from '../site/deployment-config';
import type { Door } from './door';
import { obstacleToSignIn } from './graph/sign-in-obstacle';
import type { AskedMailbox, RecentBounce } from './recent-bounces';
import type { RecentChange } from './recent-bounces-watch';

export interface RecentBouncesEntry extends Door<AskedMailbox> {
  open(asked: AskedMailbox): Promise<readonly RecentBounce[]>;
  /** The next older ones; empty at the end. */
  more(): Promise<readonly RecentBounce[]>;
  /** Are there older ones, as far as is known? */
  hasMore(): boolean;
  /** Looks at the newest ones again from time to time. @returns the way to stop */
  watch(known: readonly RecentBounce[], onChange: (change: RecentChange) => void): () => void;
  /** The page on which an administrator allows the list for everybody; null where it is not set up. */
  adminConsentAddress(): string | null;
}

const registration = () => deploymentConfig().graph;

async function load() {
  const [{ recentBounces }, { watchRecent }] = await Promise.all([
    import(/* webpackChunkName: "graph" */ './recent-bounces'),
    import(/* webpackChunkName: "graph" */ './recent-bounces-watch'),
  ]);
  return { list: recentBounces({ registration }), watchRecent };
}

type Loaded = Awaited<ReturnType<typeof load>>;
let loading: Promise<Loaded> | null = null;
let loaded: Loaded | null = null;
/** What was asked for last: allowing a shared mailbox is another permission. */
let lastAsked: AskedMailbox = {};

export const recentBouncesDoor: RecentBouncesEntry = {
  id: 'recent-bounces',
  obstacle: () => obstacleToSignIn(registration()),
  async open(asked) {
    lastAsked = asked;
    loading ??= load();
    // A file that did not come is asked for again at the next click.
    loading.catch(() => (loading = null));
    loaded = await loading;
    return loaded.list.open(asked);
  },
  more: async () => (await loaded?.list.more()) ?? [],
  hasMore: () => loaded?.list.hasMore ?? false,
  watch: (known, onChange) =>
    loaded ? loaded.watchRecent({ door: loaded.list, known, onChange }) : () => undefined,
  adminConsentAddress: () => loaded?.list.adminConsentAddress(lastAsked) ?? null,
};
