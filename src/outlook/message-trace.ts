/**
 * The door for the message trace of Exchange Online: what became of each mail of the training, also of mail that
 * brings no bounce into any mailbox. It is asked on a click only, with a permission of its own. The panel opens it by
 * `message-trace-door.ts`, which loads this file.
 */
import type { GraphRegistration } from '../site/deployment-config';
import { DoorProblem } from './door';
import { adminConsentAddress, afterConsent, scopeOf } from './graph/app-registration';
import { systemClock, type Clock } from './graph/clock';
import { GraphConnection } from './graph/graph-connection';
import { NestedSignIn } from './graph/nested-sign-in';
import { RequestPace } from './graph/request-pace';
import { windowsOf, type TraceSpan } from './graph/trace-query';
import { TraceRun, type TraceProgress } from './graph/trace-run';
import { userDomain } from './office';
import { exportOf, type TraceExport } from './trace-export';

const PERMISSION = 'ExchangeMessageTrace.Read.All';
/** The service takes 100 requests in five minutes from the whole organisation: some are left to others. */
export const TRACE_PACE = { requests: 90, periodMs: 5 * 60_000 } as const;

export interface AskedTrace {
  span: TraceSpan;
  /** Addresses that the training is sent from, or `*@domain`. */
  senders: readonly string[];
  /** Ends the waiting; what was read until then stays. */
  signal?: AbortSignal;
  onProgress?: (progress: TraceProgress) => void;
}

export interface MessageTraceOptions {
  /** Null: the deployer has registered no application. */
  registration: () => GraphRegistration | null;
  clock?: Clock;
  fetch?: typeof fetch;
  signIn?: (registration: GraphRegistration, scope: string) => NestedSignIn;
}

export function messageTrace({ registration, clock = systemClock, fetch, signIn }: MessageTraceOptions) {
  const signInFor = signIn ?? ((made, scope) => new NestedSignIn({ registration: made, scope, clock }));
  const pace = new RequestPace(clock, TRACE_PACE.requests, TRACE_PACE.periodMs);
  let tokens: NestedSignIn | null = null;
  return {
    async open({ span, senders, signal, onProgress }: AskedTrace): Promise<readonly [TraceExport]> {
      const made = registration();
      if (!made) throw new DoorProblem('sign-in-unavailable', 'no application is registered');
      tokens ??= signInFor(made, scopeOf(made, PERMISSION));
      await tokens.signIn(signal);
      const connection = new GraphConnection({ address: made.address, tokens, clock, fetch, pace });
      const questions = windowsOf(span, clock.now()).flatMap((window) =>
        senders.map((sender) => ({ window, sender })),
      );
      const run = new TraceRun({ connection, questions, signal, onProgress });
      const leftOut = await run.read();
      return [await exportOf(run.rows, leftOut, clock.now())];
    },
    adminConsentAddress(): string | null {
      const made = registration();
      const asked = { tenant: userDomain(), backTo: afterConsent(), permissions: [PERMISSION] } as const;
      return made && adminConsentAddress(made, asked);
    },
  };
}
