/** What a setting may hold. What an admin types is made regular here, or refused. */

export interface Settings {
  /** Base address of the training platform, https, without a slash at its end. */
  platformUrl: string;
  /** Domains of the admin's own organisation, lower case. */
  ownDomains: string[];
  /** Addresses that the training is sent from, lower case. */
  sendingAddresses: string[];
  /** BCP 47; null follows Outlook. */
  language: string | null;
}

/** The platform's public portal; customers with a domain of their own change it. */
export const DEFAULT_PLATFORM_URL = 'https://dash.keepnetlabs.com';

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

/** Domains from a typed list (commas, spaces, lines; a leading @ is forgiven), and what is none. */
export function cleanDomains(typed: string): { domains: string[]; refused: string[] } {
  const words = typed.toLowerCase().split(/[\s,;]+/);
  const names = [...new Set(words.map((word) => word.replace(/^.*@/, '')).filter(Boolean))];
  return {
    domains: names.filter((name) => DOMAIN.test(name)),
    refused: names.filter((name) => !DOMAIN.test(name)),
  };
}

const ADDRESS = /^[^\s@<>"(),;:\\]{1,64}@(.{4,253})$/;

/** Addresses from a typed list (commas, spaces, lines), and what is none. */
export function cleanAddresses(typed: string): { addresses: string[]; refused: string[] } {
  const words = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const isAddress = (word: string) => DOMAIN.test(ADDRESS.exec(word)?.[1] ?? '');
  return { addresses: words.filter(isAddress), refused: words.filter((word) => !isAddress(word)) };
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
  const { platformUrl, ownDomains, sendingAddresses, language } = stored;
  return {
    platformUrl:
      (typeof platformUrl === 'string' ? cleanPlatformUrl(platformUrl) : null) ?? DEFAULT_PLATFORM_URL,
    ownDomains: Array.isArray(ownDomains) ? cleanDomains(ownDomains.join(' ')).domains : [],
    sendingAddresses: Array.isArray(sendingAddresses)
      ? cleanAddresses(sendingAddresses.join(' ')).addresses
      : [],
    language: typeof language === 'string' && isLanguage(language) ? language : null,
  };
}
