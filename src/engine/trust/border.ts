/**
 * Who took the message in, and from whom. Anybody can write any header field; only what the reader's own
 * servers put on top counts. Read from the newest line down, as long as one own server names another:
 *
 *     Received: from AM6PR01.eurprd01.prod.outlook.com (2001:db8::79) by AS8PR01.eurprd01.prod.outlook.com …
 *     Authentication-Results: spf=pass smtp.helo=mx.partner.example …     above the border, so it is ours
 *     Received: from mx.partner.example (198.51.100.34) by AM0EPF.mail.protection.outlook.com …    the border
 *     Authentication-Results: …                                           below it: anybody may have written it
 */
import data from '../../knowledge/trust.json';
import type { Headers } from '../mail/headers';
import { endsWithAny, registrableDomain, type Ours } from './ours';

export interface Border {
  /** The server that took the message in; null where none left a line. */
  host: string | null;
  /** Its organisation. */
  receiver: string | null;
  /** Name of the server that handed it over, where the border looked it up by its number. */
  peer: string | null;
  /** The same server as the border's line has it, by what it calls itself where nothing was looked up. */
  from: { name: string | null; ip: string | null } | null;
  /** Did it never come in from outside? */
  isInternal: boolean;
  /** Is the border Exchange, which takes its own fields off what comes in? */
  isExchange: boolean;
  /** What the border found out about the sender (RFC 8601); null where it says nothing. */
  results: string | null;
}

/** Lines that are read; a hundred is a loop. */
const MAX_HOPS = 100;
const MAX_LINE = 2000;

export function borderOf(headers: Headers, ours: Ours): Border {
  const fields = headers.inOrder(['received', 'authentication-results']).slice(0, MAX_HOPS);
  const border: Border = {
    host: null,
    receiver: null,
    peer: null,
    from: null,
    isInternal: false,
    isExchange: false,
    results: null,
  };
  let below: string[] = [];
  let last: Hop | null = null;
  for (const [at, { name, value }] of fields.entries()) {
    if (name !== 'received') {
      border.results ??= value;
      continue;
    }
    const hop = hopOf(value);
    if (border.host === null && !isPrivate(hop.by)) {
      border.host = hop.by;
      border.receiver = registrableDomain(hop.by);
    }
    if (!isOwn(hop.by, border, ours)) break;
    border.isExchange ||= hop.isExchange;
    last = hop;
    if (isFromOutside(hop, border, ours)) {
      border.peer = hop.looked;
      border.from = { name: hop.looked ?? hop.from, ip: hop.ip };
      below = fields.slice(at + 1).flatMap((field) => (field.name === 'received' ? [] : field.value));
      break;
    }
    border.isInternal =
      at === fields.length - 1 || fields.slice(at + 1).every((one) => one.name !== 'received');
  }
  if (last === null) border.results = null;
  // Some write it below their own line, and take others of their name off.
  border.results ??=
    below.find((value) =>
      data.borders.some(
        ({ receiver, writes }) => receiver === border.receiver && value.trimStart().startsWith(`${writes};`),
      ),
    ) ?? null;
  return border;
}

interface Hop {
  /** What the sending server calls itself; null where it was the same machine. */
  from: string | null;
  /** The name that the receiving server found for its number. */
  looked: string | null;
  /** Its number. */
  ip: string | null;
  by: string;
  isExchange: boolean;
  /** Exchange's door for what comes from outside. */
  isFrontDoor: boolean;
  /** Was it handed over by a program on the same machine? */
  isLocal: boolean;
}

/**
 * `from helo (name [192.0.2.1]) by host`, `from helo (192.0.2.1) by host`, `by host (Postfix, from userid 0)`,
 * `from user by host with local (Exim 4.97)`
 */
function hopOf(field: string): Hop {
  const line = field.slice(0, MAX_LINE);
  const by = /(?:^|\s)by\s+([^\s;()]{1,255})/i.exec(line)?.[1]?.toLowerCase() ?? '';
  const from = /^\s*from\s+([^\s;()]{1,255})(?:\s+\(([^()]{1,300})\))?/i.exec(line);
  const beside = from?.[2] ?? '';
  // A name is looked up only where the number stands behind it, and the server does not doubt it.
  const found = /^(?:([a-z0-9_.-]{1,255})\.? )?\[(?:ipv6:)?([0-9a-f.:]{3,45})\]$/i.exec(beside.trim());
  const looked = found?.[1]?.toLowerCase() ?? null;
  return {
    from: from?.[1]?.toLowerCase() ?? null,
    looked: looked === 'unknown' ? null : looked,
    ip: found?.[2] ?? /^\[?(?:ipv6:)?([0-9a-f.:]{3,45})\]?$/i.exec(beside.trim())?.[1] ?? null,
    by,
    // Before version 15 there was no front door that could be told.
    isExchange: /\bwith (?:microsoft smtp server\b.{0,200}\sid\s+(?:1[5-9]|[2-9]\d)\.|mapi\b|https\b)/is.test(
      line,
    ),
    isLocal: /\swith local(?:\s|;|$)/i.test(line),
    isFrontDoor: /\bvia frontend transport\b/i.test(line) || by.endsWith('.mail.protection.outlook.com'),
  };
}

const isOwn = (host: string, { receiver }: Border, ours: Ours) =>
  isPrivate(host) || registrableDomain(host) === receiver || ours.isHost(host);

function isFromOutside(hop: Hop, border: Border, ours: Ours): boolean {
  if (hop.isFrontDoor) return true;
  if (hop.from === null || (hop.isLocal && hop.ip === null)) return false;
  if (hop.looked !== null) return !isOwn(hop.looked, border, ours);
  if (hop.ip !== null && isPrivateNumber(hop.ip)) return false;
  // Inside Exchange no name is looked up; what comes from outside passes its front door.
  return !(hop.isExchange && isOwn(hop.from, border, ours));
}

/** Names that no one outside can have: `localhost`, `EX01`, `mail.corp.local`; and bare numbers. */
const isPrivate = (host: string) =>
  !host.includes('.') ||
  host.includes(':') ||
  endsWithAny(host, data.privateHosts) ||
  (/^[\d.]+$/.test(host) && isPrivateNumber(host));

const isPrivateNumber = (ip: string) =>
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|fe80:|f[cd][0-9a-f]{2}:)/i.test(ip);
