/**
 * What whoever hosts the pane sets up without building it anew: `config.json` beside the page.
 *
 *     { "graph": { "clientId": "11111111-2222-3333-4444-555555555555", "address": "https://graph.microsoft.com" } }
 */

export interface DeploymentConfig {
  /** The application registered in Entra for "Recent bounces"; null: none, the door stays shut. */
  graph: GraphRegistration | null;
  /** Names of fields that were not understood, such as `graph.clientId`; they are left out. */
  faults: readonly string[];
}

export interface GraphRegistration {
  /** The application's id, a GUID. */
  clientId: string;
  /** Origin of Microsoft Graph, that of a national cloud where it is not the worldwide one. */
  address: string;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const WORLDWIDE_GRAPH = 'https://graph.microsoft.com';
/** A file that does not come in this time does not keep the pane from starting. */
const LIMIT_MS = 4_000;

let config: DeploymentConfig = { graph: null, faults: [] };

/** What was loaded; nothing is set up before that. */
export const deploymentConfig = (): DeploymentConfig => config;

/** Loads the file from the pane's own site. Never throws: a pane without it has fewer doors. */
export async function loadDeploymentConfig(ask: typeof fetch = fetch): Promise<void> {
  try {
    const answer = await ask('config.json', { signal: AbortSignal.timeout(LIMIT_MS) });
    config = answer.ok ? cleanConfig(await answer.json()) : { graph: null, faults: ['config.json'] };
  } catch {
    config = { graph: null, faults: ['config.json'] };
  }
}

/** The regular form of whatever the file holds. */
export function cleanConfig(found: unknown): DeploymentConfig {
  if (!isObject(found)) return { graph: null, faults: ['config.json'] };
  const { graph } = found;
  if (graph === undefined || graph === null) return { graph: null, faults: [] };
  if (!isObject(graph)) return { graph: null, faults: ['graph'] };
  const { clientId, address = WORLDWIDE_GRAPH } = graph;
  const origin = httpsOrigin(address);
  const faults = [
    ...(typeof clientId === 'string' && GUID.test(clientId) ? [] : ['graph.clientId']),
    ...(origin === null ? ['graph.address'] : []),
  ];
  if (faults.length > 0 || origin === null) return { graph: null, faults };
  return { graph: { clientId: String(clientId), address: origin }, faults };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function httpsOrigin(value: unknown): string | null {
  try {
    const url = new URL(String(value));
    return url.protocol === 'https:' ? url.origin : null;
  } catch {
    return null;
  }
}
