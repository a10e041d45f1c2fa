/**
 * Sign-in by way of Outlook ("nested app authentication"): Outlook knows the account and hands tokens out
 * over a bridge, so that the pane opens no window and no frame of its own. MSAL speaks to the bridge. Every
 * call has a limit here, since the bridge's own calls have none.
 */
import type { IPublicClientApplication } from '@azure/msal-browser';
import type { GraphRegistration } from '../../site/deployment-config';
import { DoorProblem } from '../door';
import type * as Loaded from './msal';
import { loginOrigin } from './app-registration';
import { systemClock, withLimit, type Clock } from './clock';
import type { TokenSource } from './graph-connection';
import { hasBridge } from './sign-in-obstacle';
import { problemOfSignIn } from './sign-in-problem';

/** Outlook answers from its memory, or asks Entra once: seconds, where it answers at all. */
export const SILENT_LIMIT_MS = 10_000;

type Msal = typeof Loaded;

export interface NestedSignInOptions {
  registration: GraphRegistration;
  scope: string;
  load?: () => Promise<Msal>;
  clock?: Clock;
}

export class NestedSignIn implements TokenSource {
  readonly #options: Required<NestedSignInOptions>;
  #client: Promise<IPublicClientApplication> | null = null;
  /** Requests that need a token at the same time share one call. */
  #pending: { refused: string | undefined; token: Promise<string> } | null = null;

  constructor(options: NestedSignInOptions) {
    this.#options = { load: loadMsal, clock: systemClock, ...options };
  }

  /**
   * Signs in, by a window of Outlook where that is needed: only to be called on a click. The window may
   * stay open as long as the admin likes; `signal` ends the waiting.
   */
  async signIn(signal?: AbortSignal): Promise<void> {
    try {
      await this.token({ signal });
    } catch (error) {
      // Some hosts say only that it failed where a window would help.
      const windowHelps =
        error instanceof InteractionNeeded ||
        (error instanceof DoorProblem && error.code === 'sign-in-failed' && this.#client !== null);
      if (!windowHelps) throw error;
      await this.#popup(signal);
    }
  }

  /** A token, without a window. */
  token({ refused, signal }: { refused?: string; signal?: AbortSignal | undefined }): Promise<string> {
    if (this.#pending?.refused === refused && this.#pending) return untilAborted(this.#pending.token, signal);
    const token = this.#silent(refused).finally(() => {
      if (this.#pending?.token === token) this.#pending = null;
    });
    this.#pending = { refused, token };
    return untilAborted(token, signal);
  }

  async #silent(refused: string | undefined): Promise<string> {
    const client = await this.#ready();
    const ask = async (forceRefresh: boolean): Promise<string> => {
      const request = { scopes: [this.#options.scope], forceRefresh };
      return (await this.#limited(() => client.acquireTokenSilent(request), 'acquireTokenSilent'))
        .accessToken;
    };
    const token = await ask(false);
    // Meanwhile another request may have fetched a new one.
    return token === refused ? ask(true) : token;
  }

  async #popup(signal: AbortSignal | undefined): Promise<void> {
    const client = await this.#ready();
    const { scope, clock } = this.#options;
    await withLimit(() => client.acquireTokenPopup({ scopes: [scope] }), {
      limitMs: null,
      clock,
      outer: signal,
      onLimit: () => new Error(),
    }).catch((error: unknown) => {
      throw signal?.aborted ? cancelled() : problemOfSignIn(error);
    });
  }

  /** One client for as long as the pane is open; a failed start is tried again at the next click. */
  #ready(): Promise<IPublicClientApplication> {
    this.#client ??= this.#start().catch((error: unknown) => {
      this.#client = null;
      throw error;
    });
    return this.#client;
  }

  async #start(): Promise<IPublicClientApplication> {
    // Without a bridge MSAL makes a client that opens windows of its own: not what was asked for.
    if (!hasBridge()) throw new DoorProblem('sign-in-unavailable', 'no nestedAppAuthBridge');
    const { registration, load } = this.#options;
    const { createNestablePublicClientApplication, PublicClientApplication } = await load().catch(
      (error: unknown) => {
        throw new DoorProblem('sign-in-failed', `MSAL was not loaded: ${nameOf(error)}`);
      },
    );
    const configuration = {
      auth: { clientId: registration.clientId, authority: `${loginOrigin(registration)}/common` },
      // Other caches need a cookie that browsers do not keep for a frame of another site.
      cache: { cacheLocation: 'memoryStorage' as const },
      system: { loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false } },
    };
    let nested = false;
    const start = () =>
      createNestablePublicClientApplication(configuration, undefined, (...made) => {
        nested = true;
        return new PublicClientApplication(...made);
      });
    const client = await this.#limited(start, 'createNestablePublicClientApplication');
    // The bridge refused to start, and MSAL fell back without a word.
    if (!nested) throw new DoorProblem('sign-in-unavailable', 'the bridge did not start');
    return client;
  }

  async #limited<Value>(call: () => Promise<Value>, name: string): Promise<Value> {
    const late = () => new DoorProblem('sign-in-silent', `${name}: no answer within ${SILENT_LIMIT_MS} ms`);
    const { clock } = this.#options;
    try {
      return await withLimit(call, { limitMs: SILENT_LIMIT_MS, clock, onLimit: late });
    } catch (error) {
      if (error instanceof DoorProblem) throw error;
      const problem = problemOfSignIn(error);
      throw needsInteraction(error) ? new InteractionNeeded(problem.detail) : problem;
    }
  }
}

/** A window is needed, which opens on a click only; in between, the admin has to choose the door again. */
class InteractionNeeded extends DoorProblem {
  constructor(detail: string) {
    super('sign-in-expired', detail);
  }
}

/** By MSAL's name for it: the class itself is in the file that is loaded on demand. */
const needsInteraction = (error: unknown): boolean =>
  error instanceof Error && error.name === 'InteractionRequiredAuthError';

const cancelled = () => new DoorProblem('sign-in-cancelled', 'ended by the admin');
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function untilAborted(token: Promise<string>, signal: AbortSignal | undefined): Promise<string> {
  if (!signal) return token;
  return withLimit(() => token, {
    limitMs: null,
    clock: systemClock,
    outer: signal,
    onLimit: () => new Error(),
  }).catch((error: unknown) => {
    throw signal.aborted ? cancelled() : error;
  });
}

const loadMsal = (): Promise<Msal> => import(/* webpackChunkName: "msal" */ './msal');
