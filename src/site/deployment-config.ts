/**
 * What whoever hosts the pane sets up without building it anew: `config.json` beside the page.
 *
 *     {
 *       "graph": { "clientId": "11111111-2222-3333-4444-555555555555", "address": "https://graph.microsoft.com" },
 *       "settings": { "platformUrl": "https://train.example.com", "ownDomains": ["example.com"], "mailAdmin": "it@example.com" },
 *       "links": { "target-users": "https://train.example.com/users?search={address}" },
 *       "switchedOff": ["recent-bounces"]
 *     }
 */
import type { LinkTemplates } from '../engine';
import type { DoorId } from '../outlook/door';
import { cleanLinks, type RefusedLink } from './link-templates';
import { cleanPlatformUrl, cleanSettings, SETTING_KEYS, type Settings } from './setting-values';

export interface DeploymentConfig {
  /** The application registered in Entra for "Recent bounces" and "Message trace"; null: none, both stay shut. */
  graph: GraphRegistration | null;
  /** What settings are as long as an admin has not set them; as the panel's settings export them. */
  settings: Partial<Settings>;
  /** Addresses of the platform's places, in place of those that are known. */
  links: LinkTemplates;
  refusedLinks: readonly RefusedLink[];
  /** Ways in that nobody is to use. */
  switchedOff: readonly SwitchableDoor[];
  /** Names of fields that were not understood, such as `graph.clientId`; they are left out. */
  faults: readonly string[];
}

/** All but the open message: without it there is no add-in. */
const SWITCHABLE = [
  'recent-bounces',
  'message-trace',
  'dragged-mail',
  'chosen-files',
  'pasted-text',
  'typed-question',
] as const satisfies readonly DoorId[];
type SwitchableDoor = (typeof SWITCHABLE)[number];

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

const NOTHING: DeploymentConfig = {
  graph: null,
  settings: {},
  links: {},
  refusedLinks: [],
  switchedOff: [],
  faults: [],
};
const UNREAD: DeploymentConfig = { ...NOTHING, faults: ['config.json'] };

let config = NOTHING;

/** What was loaded; nothing is set up before that. */
export const deploymentConfig = (): DeploymentConfig => config;

/** Loads the file from the pane's own site. Never throws: a pane without it has fewer doors. */
export async function loadDeploymentConfig(ask: typeof fetch = fetch): Promise<void> {
  try {
    const answer = await ask('config.json', { signal: AbortSignal.timeout(LIMIT_MS) });
    config = answer.ok ? cleanConfig(await answer.json()) : UNREAD;
  } catch {
    config = UNREAD;
  }
}

/** The regular form of whatever the file holds. */
export function cleanConfig(found: unknown): DeploymentConfig {
  if (!isObject(found)) return UNREAD;
  const [graph, settings, links, off] = [
    cleanGraph(found.graph),
    cleanDefaults(found.settings),
    cleanLinks(found.links),
    cleanSwitches(found.switchedOff),
  ];
  const unknown = Object.keys(found).filter((key) => !FIELDS.includes(key));
  const faults = [...graph.faults, ...settings.faults, ...links.faults, ...off.faults, ...unknown];
  return {
    graph: graph.value,
    settings: settings.value,
    links: links.value,
    refusedLinks: links.refused,
    switchedOff: off.value,
    faults,
  };
}

const FIELDS = ['graph', 'settings', 'links', 'switchedOff'];

function cleanSwitches(found: unknown): { value: SwitchableDoor[]; faults: string[] } {
  if (found === undefined || found === null) return { value: [], faults: [] };
  if (!Array.isArray(found)) return { value: [], faults: ['switchedOff'] };
  const value = SWITCHABLE.filter((id) => found.includes(id));
  return { value, faults: value.length < new Set(found).size ? ['switchedOff'] : [] };
}

function cleanGraph(graph: unknown): { value: GraphRegistration | null; faults: string[] } {
  if (graph === undefined || graph === null) return { value: null, faults: [] };
  if (!isObject(graph)) return { value: null, faults: ['graph'] };
  const { clientId, address = WORLDWIDE_GRAPH } = graph;
  const origin = httpsOrigin(address);
  const faults = [
    ...(typeof clientId === 'string' && GUID.test(clientId) ? [] : ['graph.clientId']),
    ...(origin === null ? ['graph.address'] : []),
  ];
  if (faults.length > 0 || origin === null) return { value: null, faults };
  return { value: { clientId: String(clientId), address: origin }, faults };
}

/** Only what is named is set; a value that is not understood is a fault, and sets nothing. */
function cleanDefaults(found: unknown): { value: Partial<Settings>; faults: string[] } {
  if (found === undefined || found === null) return { value: {}, faults: [] };
  if (!isObject(found)) return { value: {}, faults: ['settings'] };
  const clean = cleanSettings(found);
  const named = SETTING_KEYS.filter((key) => found[key] !== undefined && found[key] !== null);
  const faults = named.filter((key) => isLost(key, found[key], clean[key]));
  const value = Object.fromEntries(
    named.filter((key) => !faults.includes(key)).map((key) => [key, clean[key]]),
  );
  const unknown = Object.keys(found).filter((key) => !SETTING_KEYS.some((known) => known === key));
  return { value, faults: [...faults, ...unknown].map((key) => `settings.${key}`) };
}

/** Did cleaning take away what was written? Of a platform's address it leaves the default. */
function isLost(key: keyof Settings, written: unknown, clean: unknown): boolean {
  if (Array.isArray(clean)) return !Array.isArray(written) || clean.length < new Set(written).size;
  return clean === null || (key === 'platformUrl' && cleanPlatformUrl(String(written)) !== clean);
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
