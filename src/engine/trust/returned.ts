/** Whose mail came back, and to whom it had been sent. */
import type { OriginalMail } from '../explanation';
import { addressIn } from '../mail/addresses';
import type { Headers } from '../mail/headers';
import type { Message } from '../mail/message';
import type { ReportText } from '../report/reader';
import type { Report } from '../report/read-report';
import { hostOf } from '../report/hosts';
import { domainOf, isTagged, registrableDomain, untag, type Ours } from './ours';
import type { Signals } from './signals';

/** Relays that one mail passes; a hundred is a loop. */
const MAX_RELAYS = 100;

export function readReturned(
  message: Message,
  own: readonly string[],
  text: ReportText,
  report: Report,
  signals: Signals,
  ours: Ours,
): void {
  const blocks = text.statusParts.length > 0 ? text.statusBlocks : [];
  const to = message.headers.address('to');
  const failed = report.recipients.flatMap(({ address }) => address ?? []);
  // One of many may be a copy to oneself.
  if (to !== null && failed.length > 0 && failed.every((address) => address === untag(to)))
    signals.note('recipient-is-self', to);
  readReportingMta(message, blocks, signals);
  if (ours.isKnown) readOwner(own, text.original, report.original, signals, ours);
}

/** The reporting server is named by the sender, by a relay or by an identifier; else somebody borrowed its name. */
function readReportingMta({ headers }: Message, blocks: readonly Headers[], signals: Signals): void {
  const host = blocks.flatMap((block) => hostOf(block.get('reporting-mta'))?.toLowerCase() ?? [])[0];
  if (!host || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(host) || !headers.has('received')) return;
  if (/\.(?:local|lan|internal|localdomain|corp|intra|home)$/.test(host)) return;
  const name = registrableDomain(host);
  const trail = ['from', 'received', 'message-id', 'authentication-results', 'received-spf'];
  const isNamed = (value: string) => value.toLowerCase().includes(name);
  if (!trail.some((field) => headers.all(field).slice(0, MAX_RELAYS).some(isNamed)))
    signals.note('reporter-mismatch', host);
}

function readOwner(
  own: readonly string[],
  headers: Headers,
  { from, messageId }: OriginalMail,
  signals: Signals,
  ours: Ours,
): void {
  if (from === null) return;
  const number = messageId?.replace(/[<>\s]/g, '') ?? '';
  const route = routeOf(headers, ours);
  const tagged = taggedReturn(own, headers, ours);
  const signed = headers
    .all('dkim-signature')
    .map((value) => /(?:^|[;\s])d=([^;\s]{1,255})/i.exec(value)?.[1]?.toLowerCase())
    .find((domain) => ours.isHost(domain));
  if (route === 'ours') signals.note('original-route-ours');
  if (tagged) signals.note('return-tag', tagged);
  if (signed) signals.note('original-signed', signed);
  const isNumbered = ours.isHost(domainOf(number));
  const isAnchored = route === 'ours' || Boolean(tagged) || Boolean(signed);
  if (isAnchored) signals.note('original-ours', from);
  else if (ours.isAddress(from))
    signals.note(
      isOurTrainingSender(from, ours) || isNumbered || route === null || number === ''
        ? 'original-ours'
        : 'original-unconfirmed',
      from,
    );
  // A number is quickly made up: it counts where no way speaks against it.
  else if (isNumbered && route === null) signals.note('original-ours', from);
  // A sister company's own mail, which bounced to us: nobody used our name.
  else if (isAnothersOwn(headers, from, number) && !namesUs(headers, ours))
    signals.note('original-elsewhere', from);
  else signals.note('original-foreign', from);
}

/** Do sender, number and a server on the way belong to one organisation? A forger's mail comes from elsewhere. */
function isAnothersOwn(headers: Headers, from: string, number: string): boolean {
  const sender = registrableDomain(domainOf(from));
  return (
    registrableDomain(domainOf(number)) === sender &&
    headers
      .all('received')
      .slice(0, MAX_RELAYS)
      .some((relay) => {
        const by = /(?:^|\s)by\s+([a-z0-9.-]{1,255})/i.exec(relay.slice(0, 2000))?.[1];
        return by !== undefined && registrableDomain(by) === sender;
      })
  );
}

const namesUs = (headers: Headers, ours: Ours) =>
  ours.isAddress(addressIn(headers.get('return-path') ?? '')) || ours.isAddress(headers.address('sender'));

/**
 * Many companies send through a service whose hosts and numbers are not theirs. Whether such a mail was sent
 * or forged, only the sent items tell; what names the very address that training is sent from was most likely
 * sent. Where nobody said which address that is, each of our domain may be it.
 */
const isOurTrainingSender = (from: string, { addresses }: Ours) =>
  addresses.length === 0 || addresses.includes(untag(from));

/**
 * Did the returned mail pass a server of ours? Null where no relay is named. What a client calls itself is
 * not asked: forgers call themselves whatever they forge.
 *
 *     from app.platform.example (app.platform.example [203.0.113.40]) by smtp.company.example (Postfix)
 */
function routeOf(headers: Headers, ours: Ours): 'ours' | 'foreign' | null {
  const relays = headers.all('received').slice(0, MAX_RELAYS);
  if (relays.length === 0) return null;
  const isOurs = (host: string | undefined) =>
    host !== undefined && ours.hosts.some((own) => host === own || host.endsWith(`.${own}`));
  return relays.some((relay) => {
    const line = relay.slice(0, 2000).toLowerCase();
    return (
      isOurs(/(?:^|\s)by\s+([a-z0-9.-]{1,255})/.exec(line)?.[1]) ||
      isOurs(/\(([a-z0-9.-]{1,255})\.?\s\[/.exec(line)?.[1])
    );
  })
    ? 'ours'
    : 'foreign';
}

/** Only our own mail system writes such tags, and a forger does not know them. */
function taggedReturn(own: readonly string[], headers: Headers, ours: Ours): string | undefined {
  const paths = [addressIn(headers.get('return-path') ?? ''), ...own];
  return paths.find((path) => path !== null && isTagged(path) && ours.isAddress(untag(path))) ?? undefined;
}
