/** What the header block says about where a message comes from. */
import { isNullPath } from '../mail/headers';
import data from '../../knowledge/trust.json';
import type { Message } from '../mail/message';
import { endsWithAny, domainOf, type Ours } from './ours';
import { readAuthentication } from './authentication';
import type { Signals } from './signals';

/** The mailbox that every Exchange organisation sends its reports from. */
const EXCHANGE_SENDER = 'microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@';
/** Mailboxes of mail systems; people have others. */
const SYSTEM_BOX =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|microsoftexchange|bounces?\b|no[-_.]?reply|do[-_.]?not[-_.]?reply)/;

export function readEnvelope(message: Message, signals: Signals, ours: Ours, isDaemon: boolean): void {
  const { headers, form } = message;
  if (form === 'text') return signals.note('pasted-text');
  const trail = ['received', 'return-path', 'authentication-results', 'x-ms-exchange-organization-authas'];
  if (!trail.some((name) => headers.has(name))) signals.note('no-headers');
  const returnPath = headers.get('return-path');
  if (returnPath !== null)
    signals.note(isNullPath(returnPath) ? 'null-return-path' : 'return-path-with-address', returnPath);
  readAuthentication(headers, signals.note);
  readTenant(message, signals);
  readSender(message, signals, ours, isDaemon);
  const answered = `${headers.get('in-reply-to') ?? ''} ${headers.get('references') ?? ''}`.slice(0, 4000);
  const ids = answered.split(/[\s<>]+/).filter((id) => id.includes('@'));
  const own = ids.find((id) => ours.isHost(domainOf(id)));
  if (own) signals.note('answers-ours', own);
}

function readTenant({ headers }: Message, signals: Signals): void {
  const said = headers.all('x-ms-exchange-organization-authas');
  // Exchange takes this field from mail that comes in; where a check failed, somebody else wrote it.
  if (
    said.length > 0 &&
    said.every((value) => /^\s*internal\s*$/i.test(value)) &&
    !signals.has('authentication-failed')
  )
    signals.note('inside-tenant', said[0]);
  if (headers.address('from')?.startsWith(EXCHANGE_SENDER))
    signals.note('exchange-sender', headers.address('from'));
}

/** A name that is known everywhere, used by somebody else. */
function readSender({ headers }: Message, signals: Signals, ours: Ours, isDaemon: boolean): void {
  const address = headers.address('from') ?? '';
  const domain = domainOf(address);
  const decoded = headers.decoded('from') ?? '';
  const angle = decoded.lastIndexOf('<');
  const shown = (angle > 0 ? decoded.slice(0, angle) : '').toLowerCase();
  const isProved = signals.has('authentication-passed');
  const inside = signals.has('inside-tenant') || (isProved && ours.isHost(domain));
  const unproved = signals.has('authentication-failed') || signals.has('authentication-unrelated');
  // Exchange calls itself "Microsoft Outlook" in every organisation: a name counts where no report follows.
  const nameCounts = !inside && !signals.has('status-part') && !signals.has('returned-mail');
  for (const { names, hosts } of unproved || nameCounts ? data.brands : []) {
    const bySite = endsWithAny(domain, hosts);
    if (bySite ? unproved : nameCounts && names.some((name) => shown.includes(name)))
      signals.note('known-name-misused', decoded);
  }
  const isPersonal = endsWithAny(domain, data.personalHosts) && !SYSTEM_BOX.test(address);
  if (isPersonal && isDaemon) signals.note('personal-sender', decoded);
}
