/** What the header block says about where a message comes from. */
import { isNullPath, type Headers } from '../mail/headers';
import data from '../../knowledge/trust.json';
import type { Message } from '../mail/message';
import { endsWithAny, domainOf, type Ours } from './ours';
import { readAuthentication } from './authentication';
import type { Border } from './border';
import type { Signals } from './signals';

/** The mailbox that every Exchange organisation sends its reports from. */
export const EXCHANGE_SENDER = 'microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@';
/** Mailboxes of mail systems; people have others. */
export const SYSTEM_BOX =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|microsoftexchange|bounces?\b|no[-_.]?reply|do[-_.]?not[-_.]?reply)/;

/** @returns domains that are proved to have sent it */
export function readEnvelope(
  message: Message,
  signals: Signals,
  ours: Ours,
  border: Border,
  isDaemon: boolean,
): string[] {
  const { headers, form } = message;
  if (form === 'text') {
    signals.note('pasted-text');
    return [];
  }
  const trail = ['received', 'return-path', 'authentication-results', 'x-ms-exchange-organization-authas'];
  if (!trail.some((name) => headers.has(name))) signals.note('no-headers');
  const returnPath = headers.get('return-path');
  if (returnPath !== null)
    signals.note(isNullPath(returnPath) ? 'null-return-path' : 'return-path-with-address', returnPath);
  const proved = readAuthentication(headers, border, signals.note);
  readTenant(message, border, signals);
  readSender(message, signals, ours, isDaemon);
  const answered = `${headers.get('in-reply-to') ?? ''} ${headers.get('references') ?? ''}`.slice(0, 4000);
  const ids = answered.split(/[\s<>]+/).filter((id) => id.includes('@'));
  const own = ids.find((id) => ours.isHost(domainOf(id)));
  if (own) signals.note('answers-ours', own);
  return proved;
}

function readTenant({ headers }: Message, border: Border, signals: Signals): void {
  if (isInsideTenant(headers, border) && !signals.has('authentication-failed'))
    signals.note('inside-tenant', 'Internal');
  if (headers.address('from')?.startsWith(EXCHANGE_SENDER))
    signals.note('exchange-sender', headers.address('from'));
}

/**
 * Was it sent inside the tenant? Exchange removes this field from incoming mail, so it proves something only where the
 * mail never came from outside and Exchange received it.
 */
export function isInsideTenant(headers: Headers, { isInternal, isExchange }: Border): boolean {
  return isInternal && isExchange && saysInternal(headers);
}

export function saysInternal(headers: Headers): boolean {
  const said = headers.all('x-ms-exchange-organization-authas');
  return said.length > 0 && said.every((value) => /^\s*internal\s*$/i.test(value));
}

/** Notes a well-known name used by somebody else, and a mail daemon that writes from a person's mailbox. */
function readSender({ headers }: Message, signals: Signals, ours: Ours, isDaemon: boolean): void {
  const address = headers.address('from') ?? '';
  const domain = domainOf(address);
  const decoded = headers.decoded('from') ?? '';
  const angle = decoded.lastIndexOf('<');
  const shown = (angle > 0 ? decoded.slice(0, angle) : '').toLowerCase();
  const isProved = signals.has('authentication-passed');
  const inside = signals.has('inside-tenant') || (isProved && ours.isHost(domain));
  const unproved = signals.has('authentication-failed') || signals.has('authentication-unrelated');
  // Exchange signs its reports "Microsoft Outlook", so a brand counts only where no report is in the mail.
  const nameCounts = !inside && !signals.has('status-part') && !signals.has('returned-mail');
  for (const { names, hosts } of unproved || nameCounts ? data.brands : []) {
    const bySite = endsWithAny(domain, hosts);
    if (bySite ? unproved : nameCounts && names.some((name) => shown.includes(name)))
      signals.note('known-name-misused', decoded);
  }
  const isPersonal = endsWithAny(domain, data.personalHosts) && !SYSTEM_BOX.test(address);
  if (isPersonal && isDaemon) signals.note('personal-sender', decoded);
}
