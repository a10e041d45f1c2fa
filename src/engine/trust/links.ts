/** Where a message's links lead. They are compared, never followed and never shown as links. */
import data from '../../knowledge/trust.json';
import type { Context } from '../context';
import type { Message } from '../mail/message';
import { domainOf, endsWithAny, isBelow, organisation, oursOf, recipientsOf } from './ours';
import type { Signals } from './signals';

const MAX_LINKS = 200;
/** Characters of one address that are compared. */
const MAX_ADDRESS = 2000;

/** @returns hosts that no bounce of a known system links to, in order */
export function foreignLinks(message: Message, context: Context): string[] {
  return foreignTargets(message.linkTargets, context).map(({ host }) => host);
}

export function readLinks(message: Message, ownWords: string, signals: Signals, context: Context): void {
  const marked = foreignTargets(message.linkTargets, context);
  const written = foreignTargets(linksIn(ownWords), context);
  // What is written out is a server's quoted answer more often than a trap: it counts beside a lure.
  const foreign = marked[0] ?? (signals.has('lure-words') ? written[0] : undefined);
  if (foreign) signals.note('foreign-links', foreign.host);
  const disguised = [...marked, ...written].find(({ address, host }) => isDisguised(address, host, message));
  if (disguised) signals.note('disguised-link', disguised.address);
  else if (marked[0] && !signals.has('status-part') && !signals.has('returned-mail')) {
    // A report quotes the answers of servers, with their links; others show a name to be believed.
    const shown = shownInstead(message);
    if (shown) signals.note('disguised-link', shown);
  }
  if (marked.length === 0) return;
  const own = [...recipientsOf(message), ...(context.sendingAddresses ?? [])].map((one) => one.toLowerCase());
  const holding = marked.find(({ address }) => own.some((one) => holds(address, one)));
  if (holding) signals.note('own-address-in-link', holding.address);
}

interface Target {
  address: string;
  host: string;
}

const LINK_HOSTS: ReadonlySet<string> = new Set(data.linkHosts);

function foreignTargets(targets: readonly string[], context: Context): Target[] {
  if (targets.length === 0) return [];
  const { hosts } = oursOf(context);
  const isKnown = (host: string) =>
    (isBelow(host, LINK_HOSTS) || endsWithAny(host, hosts)) && !endsWithAny(host, data.openHosts);
  return targets.slice(0, MAX_LINKS).flatMap((target) => {
    const address = target.slice(0, MAX_ADDRESS);
    const host = hostOf(address);
    if (host === null) return [];
    if (!isKnown(host)) return { address, host };
    // Filters and shorteners of known systems carry the true target inside.
    const inner = innerAddress(address);
    const within = inner === null ? null : hostOf(inner);
    return inner !== null && within !== null && !isKnown(within) ? { address: inner, host: within } : [];
  });
}

/** Host of a web address; null for anchors, mailto: and what is no address. */
function hostOf(target: string): string | null {
  // Browsers read a backslash as a slash, and phishers know it.
  const address = target.replaceAll('\\', '/');
  return (
    /^\s*https?:\/{1,4}(?:[^/@\s]{0,200}@)?([^/:?#\s]{1,255})/i.exec(address)?.[1]?.toLowerCase() ?? null
  );
}

/** `https://safelinks.example/?url=https%3A%2F%2Fphish.example%2F` → the address behind. */
function innerAddress(address: string): string | null {
  const plain = address.replace(/%(?:3a|2f|40|3f)/gi, (code) => decodeURIComponent(code));
  const at = Math.max(plain.lastIndexOf('http://'), plain.lastIndexOf('https://'));
  return at > 0 ? plain.slice(at) : null;
}

/** Web addresses written out in a text. */
function linksIn(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('://'); at >= 0 && found.length < MAX_LINKS; at = text.indexOf('://', at + 3)) {
    const scheme = /https?$/i.exec(text.slice(Math.max(0, at - 5), at))?.[0];
    if (scheme) found.push(scheme + (/^[^\s<>"')\]]*/.exec(text.slice(at, at + MAX_ADDRESS))?.[0] ?? ''));
  }
  return found;
}

/** `microsoft.com@phish.example`, `microsoft.com.phish.example`, a bare number, letters of two scripts. */
function isDisguised(address: string, host: string, { headers }: Message): boolean {
  if (/^\s*https?:[/\\]{1,4}[^/\\?#@\s]{0,190}\.[^/\\?#@\s]{1,100}@/i.test(address)) return true;
  if (/^(?:\d{1,3}\.){3}\d{1,3}$|^\d{6,12}$|^0x[0-9a-f]{6,}$|^\[/.test(host))
    return !/^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(host);
  if (organisation(host) === organisation(domainOf(headers.address('from') ?? ''))) return false;
  if (host.startsWith('xn--') || host.includes('.xn--')) return true;
  if (/[a-z]/.test(host) && /[\u0370-\u052f]/.test(host)) return true;
  return data.linkHosts.some((known) => host.startsWith(`${known}.`) || host.includes(`.${known}.`));
}

/** An address of a known system that is shown, while no link leads there. */
function shownInstead({ htmlText, linkTargets }: Message): string | null {
  if (linkTargets.length === 0) return null;
  const targets = new Set(linkTargets.slice(0, MAX_LINKS).map(hostOf));
  return (
    linksIn(htmlText).find((shown) => {
      const host = hostOf(shown);
      return host !== null && endsWithAny(host, data.linkHosts) && !targets.has(host);
    }) ?? null
  );
}

/** Is an address written into a link, plainly or in the letters of Base64? */
function holds(link: string, address: string): boolean {
  const plain = link.toLowerCase().replaceAll('%40', '@');
  if (plain.includes(address)) return true;
  return /^[\x20-\x7e]+$/.test(address) && link.includes(btoa(address).replace(/=+$/, ''));
}
