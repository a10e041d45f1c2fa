/** Who we are, as far as the context says, and who belongs together. */
import type { Context } from '../context';
import { addressIn } from '../mail/addresses';
import type { Message } from '../mail/message';

export interface Ours {
  /** Did anybody say who we are? */
  isKnown: boolean;
  /** Is a host, or the domain of an address, our own? */
  isHost(host: string | null | undefined): boolean;
  isAddress(address: string | null | undefined): boolean;
  /** Hosts that our mails come from or lead to, the platform's among them. */
  hosts: readonly string[];
  addresses: readonly string[];
}

export function oursOf({ ownDomains = [], sendingAddresses = [], platformUrl }: Context): Ours {
  const addresses = sendingAddresses.map((address) => address.toLowerCase());
  const domains = [...ownDomains.map((domain) => domain.toLowerCase()), ...addresses.map(domainOf)].filter(
    Boolean,
  );
  const platform = /^https:\/\/([^/:?#\s]{1,255})/i.exec(platformUrl ?? '')?.[1]?.toLowerCase();
  const isHost = (host: string | null | undefined) => Boolean(host) && endsWithAny(host ?? '', domains);
  return {
    isKnown: domains.length > 0,
    isHost,
    isAddress: (address) =>
      Boolean(address) && (addresses.includes(untag(address ?? '')) || isHost(domainOf(address ?? ''))),
    hosts: platform ? [...domains, platform] : domains,
    addresses,
  };
}

/** Domain of an address; empty where there is none. */
export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Is a host one of these, or below one of them? */
export const endsWithAny = (host: string, endings: readonly string[]) =>
  endings.some(
    (ending) =>
      host.endsWith(ending) &&
      (host.length === ending.length || host[host.length - ending.length - 1] === '.'),
  );

/**
 * The same for many endings, the longest first: `mx1.mail.example.com`, then `mail.example.com`, then `example.com`.
 * @returns the one that the host is, or is below
 */
export function below(host: string, endings: ReadonlySet<string>): string | null {
  for (let at = 0; at >= 0; at = host.indexOf('.', at + 1)) {
    const ending = host.slice(at === 0 ? 0 : at + 1);
    if (endings.has(ending)) return ending;
  }
  return null;
}

/**
 * A sender's address tagged by its own mail system (BATV), so that it knows its bounces:
 *
 *     prvs=0123abcdef=training@company.example
 *     btv1==012345678abc==training@company.example
 *
 * @returns the address without its tag
 */
export function untag(address: string): string {
  if (!isTagged(address)) return address;
  const at = address.lastIndexOf('@');
  return address.slice(address.lastIndexOf('=', at) + 1);
}

export const isTagged = (address: string) => /^(?:prvs|btv1|msprvs1)=[^@\s]{1,60}=[^@=\s]/i.test(address);

/** Second-level names below which organisations register theirs (`co.uk`, `com.tr`). */
const SHARED = new Set('ac co com edu gob gouv gov go ne net nom or org'.split(' '));

/** The name that an organisation registered: `mx1.shop.co.uk` → `shop.co.uk`. A good guess, made without a list. */
export function registrableDomain(host: string): string {
  const name = (host.endsWith('.') ? host.slice(0, -1) : host).toLowerCase();
  const last = name.lastIndexOf('.');
  const second = last > 0 ? name.lastIndexOf('.', last - 1) : -1;
  const isShared = last > 0 && name.length === last + 3 && SHARED.has(name.slice(second + 1, last));
  const start = isShared && second > 0 ? name.lastIndexOf('.', second - 1) : second;
  return name.slice(start + 1);
}

/** Whom the message was sent to, as its header says. */
export const recipientsOf = ({ headers }: Message): string[] =>
  ['to', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
    headers.all(name).flatMap((value) => addressIn(value) ?? []),
  );
