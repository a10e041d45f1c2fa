/** Where a message's links lead. They are compared, never followed and never shown as links. */
import data from '../../knowledge/trust.json';
import type { Context } from '../context';
import type { Message } from '../mail/message';
import { below, domainOf, endsWithAny, registrableDomain, oursOf } from './ours';
import type { Signals } from './signals';

const MAX_LINKS = 200;
/** Characters of one address that are compared. */
const MAX_ADDRESS = 2000;

/** @returns hosts that no bounce of a known system links to, in order */
export function foreignLinks(message: Message, context: Context): string[] {
  return foreignTargets(message.linkTargets, context).map(({ host }) => host);
}

/**
 * @param own whom the message was sent to
 * @param confirmed organisations whose mail system is proved to have written the report: their links are its own
 * @returns does a link lead to somebody who is neither known nor the sender?
 */
export function readLinks(
  message: Message,
  own: readonly string[],
  ownWords: string,
  signals: Signals,
  context: Context,
  confirmed: readonly string[],
): boolean {
  const isOthers = ({ host }: Target) => !confirmed.includes(registrableDomain(host));
  const marked = foreignTargets(message.linkTargets, context).filter(isOthers);
  const written = foreignTargets(linksIn(ownWords), context).filter(isOthers);
  // What is written out is a server's quoted answer more often than a trap: it counts beside a lure, or without one.
  const writtenCounts = signals.has('lure-words') || signals.has('reports-nothing');
  const leading = writtenCounts ? [...marked, ...written] : marked;
  const [foreign] = leading;
  if (foreign) signals.note('foreign-links', foreign.host);
  else if (written[0]) signals.note('foreign-link-written', written[0].host);
  const disguised = [...marked, ...written].find((target) => isDisguised(target, message));
  if (disguised) signals.note('disguised-link', disguised.address);
  else if (marked[0] && !signals.has('status-part') && !signals.has('returned-mail')) {
    // A report quotes the answers of servers, with their links; others show a name to be believed.
    const shown = shownInstead(message);
    if (shown) signals.note('disguised-link', shown);
  }
  const addresses = [...own, ...(context.sendingAddresses ?? [])].map((one) => one.toLowerCase());
  const holding = leading.find(({ address }) => addresses.some((one) => holds(address, one)));
  if (holding) signals.note('own-address-in-link', holding.address);
  const sender = registrableDomain(domainOf(message.headers.address('from') ?? ''));
  return leading.some(({ host }) => registrableDomain(host) !== sender);
}

interface Target {
  address: string;
  host: string;
  /** Is it written as no honest page writes it, so that it reads otherwise than it leads? */
  isTwisted: boolean;
}

const LINK_HOSTS: ReadonlySet<string> = new Set(data.linkHosts);
const OPEN_HOSTS: ReadonlySet<string> = new Set(data.openHosts);
/** Pages of help, below hosts where others can publish: `support.google.com`. */
const HELP = /^(?:help|support|learn|postmaster)\./;

/** Is it a host that bounces link to? Where others can publish, only its first page, and what is named apart. */
function isUsual({ hostname, pathname }: URL): boolean {
  const known = below(hostname, LINK_HOSTS);
  const open = below(hostname, OPEN_HOSTS);
  if (known === null) return false;
  return (
    open === null ||
    known.length > open.length ||
    HELP.test(hostname) ||
    (pathname === '/' && known === hostname)
  );
}

function foreignTargets(targets: readonly string[], context: Context): Target[] {
  if (targets.length === 0) return [];
  const { hosts } = oursOf(context);
  const isKnown = (url: URL) => endsWithAny(url.hostname, hosts) || isUsual(url);
  return targets.slice(0, MAX_LINKS).flatMap((target) => {
    const address = target.slice(0, MAX_ADDRESS);
    const url = urlOf(address);
    if (url === null) return [];
    const inner = innerAddress(url);
    if (!isKnown(url)) {
      const isRedirect = inner !== null && below(url.hostname, LINK_HOSTS) !== null && !isKnown(inner);
      return isRedirect
        ? { address, host: inner.hostname, isTwisted: true }
        : { address, host: url.hostname, isTwisted: isTwisted(address, url) };
    }
    // Filters and shorteners of known systems carry the true target inside.
    return inner !== null && !isKnown(inner)
      ? { address: inner.href, host: inner.hostname, isTwisted: isTwisted(inner.href, inner) }
      : [];
  });
}

/**
 * A web address as a browser reads it: without tabs and line ends, a backslash for a slash, any number of
 * slashes, numbers for a host in any notation. Null for anchors, mailto: and what is no address.
 */
function urlOf(target: string): URL | null {
  const address = target.trim();
  const whole = /^[/\\]{2}/.test(address) ? `https:${address}` : address;
  if (!/^h[\t\r\n]*t[\t\r\n]*t[\t\r\n]*p/i.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** Rounds of `%25` that are undone; nobody encodes an address more often. */
const MAX_ROUNDS = 6;

/** `https://safelinks.example/?url=https%3A%2F%2Fphish.example%2F`, `…/amp/s/phish.example/` → the address behind. */
function innerAddress(url: URL): URL | null {
  let plain = url.href;
  for (let round = 0; round < MAX_ROUNDS && plain.includes('%'); round++)
    plain = plain.replace(/%(?:25|3a|2f|40|3f|5c)/gi, (code) => decodeURIComponent(code));
  const at = Math.max(plain.lastIndexOf('http://'), plain.lastIndexOf('https://'));
  if (at > 0) return urlOf(plain.slice(at));
  const amp = /\/amp\/(?:s\/)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}\/.*)/i.exec(url.pathname)?.[1];
  return amp === undefined ? null : urlOf(`https://${amp}`);
}

/** `https:evil.example`, a line end inside, a known name before the @. */
const isTwisted = (address: string, { username }: URL): boolean =>
  /[\t\r\n]/.test(/^\s*https?:[/\\]{0,9}[^/\\?#]{0,2000}/i.exec(address)?.[0].trim() ?? '') ||
  !/^(?:\s*https?:\/\/|[/\\]{2})(?![/\\])/i.test(address) ||
  username.includes('.');

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
function isDisguised({ host, isTwisted }: Target, { headers }: Message): boolean {
  if (isTwisted) return true;
  // Numbers in any notation are in four parts by now.
  if (/^(?:\d{1,3}\.){3}\d{1,3}$|^\[/.test(host))
    return !/^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(host);
  if (registrableDomain(host) === registrableDomain(domainOf(headers.address('from') ?? ''))) return false;
  if (host.startsWith('xn--') || host.includes('.xn--')) return true;
  return data.linkHosts.some((known) => host.startsWith(`${known}.`) || host.includes(`.${known}.`));
}

/** An address of a known system that is shown, while no link leads there. */
function shownInstead({ htmlText, linkTargets }: Message): string | null {
  if (linkTargets.length === 0) return null;
  const hosts = (addresses: readonly string[]) => addresses.map((one) => urlOf(one)?.hostname ?? '');
  const targets = new Set(hosts(linkTargets.slice(0, MAX_LINKS)));
  return (
    linksIn(htmlText).find((shown) => {
      const [host = ''] = hosts([shown]);
      return endsWithAny(host, data.linkHosts) && !targets.has(host);
    }) ?? null
  );
}

/** Is an address written into a link, plainly or in the letters of Base64? */
function holds(link: string, address: string): boolean {
  const plain = link.toLowerCase().replaceAll('%40', '@');
  if (plain.includes(address)) return true;
  return /^[\x20-\x7e]+$/.test(address) && link.includes(btoa(address).replaceAll('=', ''));
}
