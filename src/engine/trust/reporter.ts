/**
 * Does whoever reports the failure have anything to do with it? A forger can copy a whole report, with a mail of
 * ours in it; he cannot send it from the failed address's own mail system, nor from ours.
 */
import data from '../../knowledge/trust.json';
import type { Headers } from '../mail/headers';
import type { Message } from '../mail/message';
import type { Report } from '../report/read-report';
import { type Border, borderOf } from './border';
import { EXCHANGE_SENDER, isInsideTenant, saysInternal, SYSTEM_BOX } from './envelope';
import { readAuthentication } from './authentication';
import { domainOf, endsWithAny, registrableDomain, type Ours } from './ours';
import type { Signals } from './signals';

/**
 * @param own whom the message was sent to
 * @param proved domains that are proved to have sent it
 */
export function readReporter(
  message: Message,
  own: readonly string[],
  report: Report,
  signals: Signals,
  ours: Ours,
  border: Border,
  proved: readonly string[],
): void {
  const from = message.headers.address('from') ?? '';
  const isSystem = SYSTEM_BOX.test(from);
  const failed = failedOrganisations(own, report);
  const ownHost = proved.find(
    (domain) =>
      ours.isHost(domain) || ours.hosts.some((host) => domain === host || domain.endsWith(`.${host}`)),
  );
  const others = proved.find(
    (domain) =>
      failed.length > 0 &&
      failed.every((one) => one === registrableDomain(domain) || isTenantOf(domain, one, ours)),
  );
  const isOurServers = border.isInternal && ours.isHost(border.host);
  // A colleague's mail goes the same way, but from a colleague.
  if (isMadeInside(message.headers, report, ours) || (isOurServers && (isSystem || from === '')))
    signals.note('inside-tenant', border.host ?? from);
  if (isOurServers) signals.note('reporter-ours', border.host);
  else if (ownHost !== undefined) signals.note('reporter-ours', ownHost);
  // Where anybody can open a mailbox, only the mail system's own one speaks for it.
  else if (others !== undefined && (isSystem || !endsWithAny(others, data.personalHosts)))
    signals.note('reporter-of-recipient', others);
  else if (isSystem && proved.includes(domainOf(from)) && endsWithAny(domainOf(from), data.reporterHosts))
    signals.note('reporter-known', domainOf(from));
  else if (!isRelated(from, failed, own, ours)) signals.note('sender-unrelated', from);
}

/**
 * Did Exchange put a report straight into the mailbox? What comes in from outside bears its border's line; this has
 * none, is of our own report mailbox, and numbered by the very server that reports:
 *
 *     From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@company.example>
 *     Message-ID: <3f1c@FR0P281MB0001.DEUP281.PROD.OUTLOOK.COM>
 *     X-MS-Exchange-Organization-AuthAs: Internal
 */
function isMadeInside(headers: Headers, { reportingMta }: Report, ours: Ours): boolean {
  if (['received', 'return-path', 'authentication-results'].some((name) => headers.has(name))) return false;
  const from = headers.address('from') ?? '';
  const number = domainOf(headers.get('message-id')?.replace(/[<>\s]/g, '') ?? '');
  return (
    saysInternal(headers) &&
    from.startsWith(EXCHANGE_SENDER) &&
    ours.isHost(domainOf(from)) &&
    number !== '' &&
    number === reportingMta?.toLowerCase()
  );
}

/**
 * Microsoft's name for the tenant of an organisation, which its reports come from: `partnerexample.onmicrosoft.com`
 * of partner.example. Somebody else might have taken the name, so it says nothing about addresses of our own.
 */
function isTenantOf(domain: string, failed: string, ours: Ours): boolean {
  if (!domain.endsWith(TENANTS) || ours.isHost(failed)) return false;
  const name = domain.slice(0, -TENANTS.length);
  return name === failed.replaceAll('.', '') || name === failed.split('.')[0];
}

const TENANTS = '.onmicrosoft.com';

/** Whose mail systems the failed addresses are of; the reader's own address says nothing. */
export function failedOrganisations(own: readonly string[], { recipients }: Report): string[] {
  return [
    ...new Set(
      recipients.flatMap(({ address }) =>
        address === null || own.includes(address.toLowerCase()) ? [] : registrableDomain(domainOf(address)),
      ),
    ),
  ];
}

function isRelated(from: string, failed: readonly string[], own: readonly string[], ours: Ours): boolean {
  const domain = domainOf(from);
  // A mailbox without a domain is of the server that took it in.
  if (domain === '') return true;
  const organisations = ours.isKnown ? [] : own.map((address) => registrableDomain(domainOf(address)));
  return (
    ours.isHost(domain) ||
    [...organisations, ...failed].includes(registrableDomain(domain)) ||
    endsWithAny(domain, data.reporterHosts) ||
    endsWithAny(domain, data.linkHosts)
  );
}

/** A mail that comes inside another has only the word of whoever sent that one: is it one of us? */
export function isCarrierOurs({ headers }: Message, ours: Ours): boolean {
  const border = borderOf(headers, ours);
  if (isInsideTenant(headers, border)) return true;
  const from = domainOf(headers.address('from') ?? '');
  const proved = readAuthentication(headers, border, () => undefined);
  return ours.isHost(from) && (proved.includes(from) || (border.isInternal && ours.isHost(border.host)));
}
