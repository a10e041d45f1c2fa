/**
 * A message dressed as a bounce that reports nothing: no failed address, no answer of a server, nothing that came
 * back, but a link. Told by what it has, in any language, since a hacked account passes every check.
 */
import data from '../../knowledge/trust.json';
import type { Observations } from '../detect/observe';
import type { Message } from '../mail/message';
import type { Report } from '../report/read-report';
import { alternatives } from '../words/whole-words';
import { domainOf, registrableDomain } from './ours';
import type { Signals } from './signals';

/** Does a message name no failed address but its reader's own, quote no server and return nothing? */
export function reportsNothing(own: readonly string[], seen: Observations, { recipients }: Report): boolean {
  if (['status-part', 'returned-mail', 'smtp-answer'].some((id) => seen.has(id))) return false;
  return recipients.every(({ address }) => address === null || own.includes(address.toLowerCase()));
}

/**
 * For a message that reports nothing.
 *
 * @param own whom it was sent to
 * @param text its own words
 * @param leadsElsewhere does a link lead to somebody who is neither known nor the sender?
 */
export function readHeld(
  message: Message,
  own: readonly string[],
  text: string,
  seen: Observations,
  signals: Signals,
  leadsElsewhere: boolean,
): void {
  if (!signals.has('foreign-links')) return;
  // Mail systems send without a return path; a hacked account leaves its own, and may host the page as well.
  const poses = (seen.has('daemon-sender') || callsItselfMail(message)) && !signals.has('null-return-path');
  if (signals.has('sender-unrelated') && (leadsElsewhere || poses)) signals.note('link-without-report');
  // A carrier or a shop writes from its own site, to it, and names whom it writes to.
  if (!leadsElsewhere && !poses && !signals.has('authentication-failed')) return;
  const words = text.toLowerCase();
  const named = own.find((address) => words.includes(address));
  if (named !== undefined) signals.note('own-mail-held', named);
}

/** Beginnings of words for mail: `E-Mail-Dienst`, `Sistema de correo`, `Почтовая служба`, `邮件系统`. */
const MAIL_NAME = new RegExp(`(?<!\\p{L})(?:${alternatives(data.mailNames)})`, 'iu');

/** Is a sender's name one for mail, and not that of its own site, as `Royal Mail <…@royalmail.example>` is? */
export function callsItselfMail({ headers }: Message): boolean {
  const from = headers.decoded('from') ?? '';
  const name = from.slice(0, Math.max(0, from.lastIndexOf('<'))).slice(0, MAX_NAME);
  if (!MAIL_NAME.test(name)) return false;
  const [site = ''] = registrableDomain(domainOf(headers.address('from') ?? '')).split('.');
  return (
    site === '' ||
    !name
      .toLowerCase()
      .replace(/[^\p{L}\d]/gu, '')
      .includes(site.replaceAll('-', ''))
  );
}

const MAX_NAME = 200;
