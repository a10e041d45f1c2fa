/** What a setting may hold. What an admin types is made regular here, or refused. */
import { DEFAULT_PLATFORM_URL } from '../engine';

export interface Settings {
  /** Base address of the training platform, https, without a slash at its end. */
  platformUrl: string;
  /** Domains of the admin's own organisation, lower case. */
  ownDomains: string[];
  /** Addresses that the training is sent from, lower case. */
  sendingAddresses: string[];
  /** Servers that it is sent from, lower case: host names, IP addresses, and ranges of these. */
  sendingServers: string[];
  /** BCP 47; null follows Outlook. */
  language: string | null;
  /** Id of the organisation's own mail system, for bounces that do not show one; null: not said. */
  mailSystem: MailSystem | null;
  /** Whom messages for the mail admin, and for the network team, go to; null: whoever opens them says. */
  mailAdmin: string | null;
  networkTeam: string | null;
  /** Domains that the admin has called the organisation's own once; with the second time they are trusted. */
  saidOnce: string[];
}

/** Mail systems that an organisation may run itself, by the ids of their guides; named as their makers do. */
export const MAIL_SYSTEMS = {
  'microsoft-365': 'Microsoft 365',
  'exchange-server': 'Exchange Server',
  'google-workspace': 'Google Workspace',
} as const;
export type MailSystem = keyof typeof MAIL_SYSTEMS;

export const SETTING_KEYS = [
  'platformUrl',
  'ownDomains',
  'sendingAddresses',
  'sendingServers',
  'language',
  'mailSystem',
  'mailAdmin',
  'networkTeam',
  'saidOnce',
] as const satisfies readonly (keyof Settings)[];

/** The regular form of a platform address, or null where it is no https address that we may link to. */
export function cleanPlatformUrl(typed: string): string | null {
  const text = typed.trim();
  let url: URL;
  try {
    url = new URL(text.includes('://') ? text : `https://${text}`);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' || url.username || url.password || !url.hostname.includes('.')) return null;
  return withoutSlashes(url.origin + url.pathname);
}

/** By hand: a pattern that ends in `$` begins anew at each of the slashes. */
function withoutSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end--;
  return address.slice(0, end);
}

const DOMAIN = /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Splits a typed list (commas, spaces, lines) into domains and what is refused; of `user@domain`, the domain counts. */
export function cleanDomains(typed: string): { domains: string[]; refused: string[] } {
  const { entries, refused } = entriesOf(
    typed,
    (word) => DOMAIN.test(word),
    (word) => word.replace(/^.*@/, ''),
  );
  return { domains: entries, refused };
}

/** The entries of a typed list, each once. A line that holds anything else is refused as it was typed, to be found by it. */
function entriesOf(
  typed: string,
  isEntry: (word: string) => boolean,
  entryOf = (word: string) => word,
): { entries: string[]; refused: string[] } {
  const lines = typed
    .toLowerCase()
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const wordsOf = (line: string) => line.split(/\s+/).map(entryOf).filter(Boolean);
  return {
    entries: [...new Set(lines.flatMap(wordsOf).filter(isEntry))],
    refused: [...new Set(lines.filter((line) => !wordsOf(line).every(isEntry)))],
  };
}

const ADDRESS = /^[^\s@<>"(),;:\\]{1,64}@(.{4,253})$/;

/** Splits a typed list (commas, spaces, lines) into addresses and what is refused. */
export function cleanAddresses(typed: string): { addresses: string[]; refused: string[] } {
  const { entries, refused } = entriesOf(typed, (word) => DOMAIN.test(ADDRESS.exec(word)?.[1] ?? ''));
  return { addresses: entries, refused };
}

const SERVER_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?:\/\d{1,3})?$/;

/** Servers from a typed list (commas, spaces, lines): `mail.example.com`, `192.0.2.0/24`; and what is none. */
export function cleanServers(typed: string): { servers: string[]; refused: string[] } {
  const { entries, refused } = entriesOf(typed, (word) => SERVER_NUMBER.test(word) || DOMAIN.test(word));
  return { servers: entries, refused };
}

/** Only what the browser itself takes: `en-a-a` has the shape and is refused. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Settings from whatever was stored: an older version, or a hand, may have written it. */
export function cleanSettings(stored: { [Key in keyof Settings]?: unknown }): Settings {
  const { platformUrl, ownDomains, sendingAddresses, language, mailSystem, saidOnce } = stored;
  const domains = (list: unknown) => (Array.isArray(list) ? cleanDomains(list.join(' ')).domains : []);
  const address = (one: unknown) =>
    typeof one === 'string' ? (cleanAddresses(one).addresses[0] ?? null) : null;
  return {
    platformUrl:
      (typeof platformUrl === 'string' ? cleanPlatformUrl(platformUrl) : null) ?? DEFAULT_PLATFORM_URL,
    ownDomains: domains(ownDomains),
    sendingAddresses: Array.isArray(sendingAddresses)
      ? cleanAddresses(sendingAddresses.join(' ')).addresses
      : [],
    sendingServers: Array.isArray(stored.sendingServers)
      ? cleanServers(stored.sendingServers.join(' ')).servers
      : [],
    language: typeof language === 'string' && isLanguage(language) ? language : null,
    mailSystem:
      typeof mailSystem === 'string' && Object.hasOwn(MAIL_SYSTEMS, mailSystem)
        ? (mailSystem as MailSystem)
        : null,
    mailAdmin: address(stored.mailAdmin),
    networkTeam: address(stored.networkTeam),
    saidOnce: domains(saidOnce),
  };
}

/** All settings as a file for other admins; what one admin has said once is left out. */
export function exportSettings(settings: Settings): string {
  const shared = SETTING_KEYS.filter((key) => key !== 'saidOnce').map((key) => [key, settings[key]]);
  return `${JSON.stringify({ settings: Object.fromEntries(shared) }, null, 2)}\n`;
}

/** Settings from such a file, or from a deployer's `config.json`; null where it holds none. */
export function importSettings(text: string): Settings | null {
  try {
    const found = (JSON.parse(text) as { settings?: unknown } | null)?.settings;
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? cleanSettings(found) : null;
  } catch {
    return null;
  }
}

/** A domain that the admin calls the organisation's own: trusted with the second equal answer. */
export function withOwnDomain(settings: Settings, said: string): Settings {
  const domain = said.toLowerCase();
  const { ownDomains, saidOnce } = settings;
  if (ownDomains.includes(domain)) return settings;
  return saidOnce.includes(domain)
    ? { ...settings, ownDomains: [...ownDomains, domain], saidOnce: saidOnce.filter((one) => one !== domain) }
    : { ...settings, saidOnce: [...saidOnce, domain] };
}
