/** "Message trace" as the panel knows it. Microsoft Graph and the sign-in load with the admin's first click. */
import { deploymentConfig } from '../site/deployment-config';
import type { Door } from './door';
import clouds from './graph/clouds.json';
import { obstacleToSignIn } from './graph/sign-in-obstacle';
import type { AskedTrace, messageTrace } from './message-trace';
import type { TraceExport } from './trace-export';

export interface MessageTraceEntry extends Door<AskedTrace> {
  open(asked: AskedTrace): Promise<readonly [TraceExport]>;
  /** The page on which an administrator allows the trace for everybody; null where it is not set up. */
  adminConsentAddress(): string | null;
}

const registration = () => deploymentConfig().graph;

const load = async () =>
  (await import(/* webpackChunkName: "graph" */ './message-trace')).messageTrace({ registration });

let loading: Promise<ReturnType<typeof messageTrace>> | null = null;
let loaded: ReturnType<typeof messageTrace> | null = null;

export const messageTraceDoor: MessageTraceEntry = {
  id: 'message-trace',
  obstacle: () => obstacleToSignIn(registration()) ?? (isInThisCloud() ? null : 'not-in-this-cloud'),
  async open(asked) {
    loading ??= load();
    // A file that did not come is asked for again at the next click.
    loading.catch(() => (loading = null));
    loaded = await loading;
    return loaded.open(asked);
  },
  adminConsentAddress: () => loaded?.adminConsentAddress() ?? null,
};

/** Microsoft has the trace in its worldwide cloud only. */
function isInThisCloud(): boolean {
  const address = registration()?.address;
  const host = address === undefined ? null : new URL(address).hostname;
  return clouds.find(({ graph }) => graph === host)?.messageTrace ?? true;
}
