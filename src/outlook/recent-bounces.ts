/**
 * The door for the bounces in the admin's mailbox, or in a shared one, newest first, read from Microsoft
 * Graph. Nothing is asked of anybody before `open` is called, which has to be on a click: it may open a
 * window of Outlook's for signing in. The panel opens it by `recent-bounces-door.ts`, which loads this file.
 */
import type { GraphRegistration } from '../site/deployment-config';
import { type Door, DoorProblem, type Source } from './door';
import { adminConsentAddress, afterConsent, scopeOf } from './graph/app-registration';
import { BounceList } from './graph/bounce-list';
import { systemClock, type Clock } from './graph/clock';
import { GraphConnection } from './graph/graph-connection';
import { GraphProblem } from './graph/graph-problem';
import { kindOfClass } from './graph/message-class';
import type { ListedMessage } from './graph/message-page';
import { mailAddress, PAGE_SIZE } from './graph/message-query';
import { NestedSignIn } from './graph/nested-sign-in';
import { obstacleToSignIn } from './graph/sign-in-obstacle';
import { RequestPace } from './graph/request-pace';
import { userDomain } from './office';

/** A list that is ordered by time has to be limited by time. This limit leaves nothing out. */
const SINCE = '2000-01-01T00:00:00Z';
/** Rows that are looked at again while the list is shown. */
const WATCHED = 10;
/** More rows at once are not looked for: the admin has not seen this pane for a day, and loads it anew. */
const MAX_ARRIVED = 500;
/** What Exchange Online carries, see chosen files. */
const MAX_MAIL_BYTES = 35 * 1024 * 1024;
export interface AskedMailbox {
  /** Address of a shared mailbox; left out: the admin's own. */
  mailbox?: string;
  /** Ends the waiting, also for a window that is open for signing in. */
  signal?: AbortSignal;
}

/** A bounce in a list, before it is read. */
export interface RecentBounce extends Source {
  isRead: boolean;
}

export interface RecentBouncesDoor extends Door<AskedMailbox | undefined> {
  open(asked?: AskedMailbox): Promise<readonly RecentBounce[]>;
  /** The next older ones; empty at the end. */
  more(signal?: AbortSignal): Promise<readonly RecentBounce[]>;
  /** Are there older ones, as far as is known? */
  readonly hasMore: boolean;
  /**
   * The newest ones of the opened mailbox, asked anew without a window: ten, and more where all of them are
   * new, so that none is skipped when a campaign brings hundreds.
   */
  newest(isKnown: (id: string) => boolean, signal?: AbortSignal): Promise<readonly ListedMessage[]>;
  /** A row of `newest` as a source. */
  sourceOf(message: ListedMessage): RecentBounce;
  /** Where an administrator allows the app for the whole organisation; null where it is not set up. */
  adminConsentAddress(asked?: AskedMailbox): string | null;
}

export interface RecentBouncesOptions {
  /** Null: the deployer has registered no application. */
  registration: () => GraphRegistration | null;
  clock?: Clock;
  fetch?: typeof fetch;
  signIn?: (registration: GraphRegistration, scope: string) => NestedSignIn;
}

interface OpenMailbox {
  connection: GraphConnection;
  list: BounceList;
  mailbox: string | undefined;
}

export function recentBounces(options: RecentBouncesOptions): RecentBouncesDoor {
  const { registration, clock = systemClock, fetch } = options;
  const signInFor =
    options.signIn ?? ((made, scope) => new NestedSignIn({ registration: made, scope, clock }));
  const pace = new RequestPace(clock);
  const signIns = new Map<string, NestedSignIn>();
  let opened: OpenMailbox | null = null;

  const sourceOf = (message: ListedMessage): RecentBounce => {
    const { id, subject, receivedAt, isRead, recipients, messageClass } = message;
    const from = current();
    return {
      door: 'recent-bounces',
      id,
      name: subject || null,
      receivedAt,
      isRead,
      // Of a report item the recipients are those who failed; of an ordinary mail they are the admin.
      addresses: kindOfClass(messageClass ?? '') === 'ordinary' ? [] : recipients,
      read: () => readMail(from, id),
    };
  };
  const current = (): OpenMailbox => {
    if (!opened) throw new DoorProblem('sign-in-expired', 'no mailbox was opened');
    return opened;
  };

  return {
    id: 'recent-bounces',
    obstacle: () => obstacleToSignIn(registration()),
    async open(asked) {
      const made = registration();
      if (!made) throw new DoorProblem('sign-in-unavailable', 'no application is registered');
      const { mailbox: shared, signal } = asked ?? {};
      const scope = scopeOf(made, shared === undefined ? 'Mail.Read' : 'Mail.Read.Shared');
      const signIn = signIns.get(scope) ?? signInFor(made, scope);
      signIns.set(scope, signIn);
      await signIn.signIn(signal);
      const connection = new GraphConnection({ address: made.address, tokens: signIn, clock, fetch, pace });
      const list = new BounceList(connection, { mailbox: shared, since: SINCE });
      const now = { connection, list, mailbox: shared };
      const messages = await ended(signal, () => list.take(PAGE_SIZE, signal));
      // Only now: where it fails, the mailbox that was open before stays open.
      opened = now;
      return messages.map(sourceOf);
    },
    async more(signal) {
      const { list } = current();
      return (await ended(signal, () => list.take(PAGE_SIZE, signal))).map(sourceOf);
    },
    get hasMore() {
      return opened?.list.hasMore ?? false;
    },
    newest(isKnown, signal) {
      const { connection, mailbox: shared } = current();
      const list = new BounceList(connection, { mailbox: shared, since: SINCE, top: WATCHED });
      return ended(signal, () => newestUntilKnown(list, isKnown, signal));
    },
    sourceOf,
    adminConsentAddress(asked) {
      const made = registration();
      const shared = asked?.mailbox !== undefined;
      return (
        made &&
        adminConsentAddress(made, {
          tenant: userDomain(),
          backTo: afterConsent(),
          permissions: shared ? ['Mail.Read', 'Mail.Read.Shared'] : ['Mail.Read'],
        })
      );
    },
  };
}

async function readMail({ connection, mailbox }: OpenMailbox, id: string): Promise<Uint8Array> {
  try {
    return await connection.bytes(mailAddress(connection, mailbox, id), MAX_MAIL_BYTES);
  } catch (error) {
    if (error instanceof GraphProblem && error.status === 404) {
      throw new GraphProblem('graph-mail-gone', error.status, error.graphCode);
    }
    throw error;
  }
}

async function newestUntilKnown(
  list: BounceList,
  isKnown: (id: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<ListedMessage[]> {
  const newest: ListedMessage[] = [];
  do newest.push(...(await list.take(WATCHED, signal)));
  while (list.hasMore && newest.length < MAX_ARRIVED && !newest.some(({ id }) => isKnown(id)));
  return newest;
}

/** An ended wait is the admin's own doing, not a fault. */
async function ended<Value>(signal: AbortSignal | undefined, task: () => Promise<Value>): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    if (signal?.aborted) throw new DoorProblem('sign-in-cancelled', 'ended by the admin');
    throw error;
  }
}
