/** The door "recent bounces" with its real client and the real MSAL, and nothing else of the panel. */
import { deploymentConfig, loadDeploymentConfig } from '../../../../src/site/deployment-config';
import {
  recentBounces,
  type RecentBounce,
  type RecentBouncesDoor,
} from '../../../../src/outlook/recent-bounces';
import { watchRecent, type RecentChange } from '../../../../src/outlook/recent-bounces-watch';

export interface RecentPage {
  /** Settles when Office and the deployer's file are there. */
  ready: Promise<void>;
  door: RecentBouncesDoor;
  watchRecent: typeof watchRecent;
  /** What the watch told, as plain data. */
  changes: { arrived: string[]; justRead: string | null }[];
  /** A list as plain data. */
  plain(sources: readonly RecentBounce[]): PlainBounce[];
  /** Opens a door; the code of the problem where it fails. */
  open(asked?: { mailbox?: string }): Promise<PlainBounce[] | string>;
  note(change: RecentChange): void;
  opened: readonly RecentBounce[];
}

export interface PlainBounce {
  id: string;
  name: string | null;
  receivedAt: string | null;
  addresses: readonly string[];
  isRead: boolean;
}

const load = async (): Promise<void> => {
  await loadDeploymentConfig();
  await Office.onReady();
};

const door = recentBounces({ registration: () => deploymentConfig().graph });
const recent: RecentPage = {
  ready: load(),
  door,
  watchRecent,
  changes: [],
  opened: [],
  plain: (sources) =>
    sources.map(({ id, name, receivedAt, addresses, isRead }) => ({
      id,
      name,
      receivedAt,
      addresses,
      isRead,
    })),
  async open(asked) {
    try {
      recent.opened = await door.open(asked);
      return recent.plain(recent.opened);
    } catch (error) {
      const { code = String(error), detail = '' } = error as { code?: string; detail?: string };
      return `${code}: ${detail}`;
    }
  },
  note: ({ arrived, justRead }) => {
    recent.changes.push({ arrived: arrived.map(({ id }) => id), justRead: justRead?.name ?? null });
  },
};

Object.assign(window, { recent });
