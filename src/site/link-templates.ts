/**
 * Addresses of the platform's places that whoever hosts the pane gives in `config.json`:
 *
 *     "links": { "target-users": "https://train.example.com/users?search={address}" }
 */
import type { LinkTemplates } from '../engine';

/** The places of the platform that steps lead to, by their ids in the knowledge. */
export const PLATFORM_PLACES: readonly string[] = [
  'enrollments',
  'target-users',
  'smtp-settings',
  'resend-help',
  'allow-listing',
  'support',
];

/** What is filled in: the platform's address as the settings say, and the person whom the bounce is about. */
export const PLACEHOLDERS = ['{platformUrl}', '{address}', '{domain}'] as const;

/** Why a template is not used; each has its words below `panel.doors.links`. */
type LinkObstacle = 'no-https' | 'placeholder' | 'no-such-link';

export interface RefusedLink {
  /** As the file names it, cut short. */
  link: string;
  why: LinkObstacle;
}

/** An id is shown up to here: a file may hold anything. */
const MAX_NAME = 60;
const MAX_TEMPLATE = 2_000;
/** The server is named in full, or is the platform's; behind it a path, a query, a part of the page, or nothing. */
const SERVER = /^(?:\{platformUrl\}|https:\/\/[^\s/?#{}\\@]+)(?=[/?#]|$)/;

/** Splits the templates into usable and refused ones; `faults` is `['links']` if the field is no object. */
export function cleanLinks(found: unknown): {
  value: LinkTemplates;
  refused: RefusedLink[];
  faults: string[];
} {
  if (found === undefined || found === null) return { value: {}, refused: [], faults: [] };
  if (typeof found !== 'object' || Array.isArray(found)) return { value: {}, refused: [], faults: ['links'] };
  const entries = Object.entries(found);
  const obstacles = entries.map(([link, template]) => obstacleTo(link, template));
  return {
    value: Object.fromEntries(entries.filter((_entry, at) => obstacles[at] === null)),
    refused: entries.flatMap(([link], at) => {
      const why = obstacles[at];
      return why ? [{ link: link.slice(0, MAX_NAME), why }] : [];
    }),
    faults: [],
  };
}

function obstacleTo(link: string, template: unknown): LinkObstacle | null {
  if (!PLATFORM_PLACES.includes(link)) return 'no-such-link';
  if (typeof template !== 'string' || template.length > MAX_TEMPLATE) return 'no-https';
  const server = SERVER.exec(template)?.[0];
  const example = template.replace('{platformUrl}', 'https://platform.example');
  if (server === undefined || !isHttps(example)) return 'no-https';
  const behind = template.slice(server.length).replace(/\{(?:address|domain)\}/g, '');
  if (/[{}]/.test(behind)) return 'placeholder';
  // A browser drops line breaks and reads a backslash as a slash: it would open another address than the one written.
  return /[\s\\]/.test(behind) ? 'no-https' : null;
}

function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && hostname.includes('.');
}
