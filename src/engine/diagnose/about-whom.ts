/**
 * Whom an answer is about: the recipient, the sender, or the recipient's domain. Words alone do not tell it: the
 * command that was answered does, and the names in the answer.
 */
import type { CauseId } from '../../knowledge/records';
import type { Answer } from '../answer/answers';
import { commandIn, isBeforeRecipient } from '../answer/command';
import type { DeliveryRecord } from '../record/record';
import type { Ruling } from './candidate';

/** What is known of the report around a record. */
export interface Surroundings {
  /** Who sent the mail that came back. */
  sender: string | null;
  /** The host or the domain that reports. */
  reporter: string | null;
}

/** What these causes mean where the answer was given to a command before RCPT: nobody has named a recipient yet. */
const ABOUT_RECIPIENT: ReadonlySet<CauseId> = new Set([
  'recipient-unknown',
  'address-invalid',
  'domain-not-found',
  'mailbox-disabled',
]);

/** The answer is about the sender, if it was given to a command before RCPT, or names the sender alone. */
export function aboutWhom(
  best: Ruling,
  record: DeliveryRecord,
  answers: readonly Answer[],
  { sender, reporter }: Surroundings,
): Ruling {
  if (best.rule === UNROUTEABLE) return unrouteable(best, record, reporter);
  if (!ABOUT_RECIPIENT.has(best.cause)) return best;
  const command = record.command ?? (record.diagnostic === null ? null : commandIn(record.diagnostic));
  const isEarly = isBeforeRecipient(command) && command !== 'connect';
  return isEarly || namesOnlySender(record, answers[0], sender)
    ? { ...best, cause: 'sender-identity', overrides: {} }
    : best;
}

/** `553 b7741 out.example.org does not exist`: the name that was refused is the sender's. */
function namesOnlySender(
  { address, remoteMta }: DeliveryRecord,
  innermost: Answer | undefined,
  sender: string | null,
): boolean {
  const [own, other] = [domainOf(sender), domainOf(address)];
  if (other === null || own === other || innermost === undefined) return false;
  const text = innermost.text.toLowerCase();
  if (text.includes(other) || !REFUSED_NAME.test(text)) return false;
  if (own !== null) return text.includes(own);
  // Who sent the mail is not known: a name that is neither the recipient's nor the server's own.
  const name = NAME_BEHIND_CODE.exec(text)?.[1];
  return (
    name !== undefined &&
    !isOfOneDomain(name, other) &&
    !isOfOneDomain(name, remoteMta?.toLowerCase() ?? other)
  );
}
/** A refusal of one line: a longer text names the sender's server for other reasons. */
const REFUSED_NAME = /^\W{0,4}[45]\d\d[^\n]{0,200}$/;
/** `553 out.example.org does`: a host name right behind the codes, then a word. */
const NAME_BEHIND_CODE =
  /^\W{0,4}[45]\d\d[ -](?:[45]\.\d\.\d{1,3} )?([a-z0-9-]+(?:\.[a-z0-9-]+){0,8}\.[a-z]{2,12}) [a-z]/;

const isOfOneDomain = (name: string, other: string) => name.endsWith(other) || other.endsWith(name);

const UNROUTEABLE = 'any-exim-unrouteable';
/** Exim's own word, no remote answer: for a domain of its own it means the user, for another one the domain. */
function unrouteable(best: Ruling, record: DeliveryRecord, reporter: string | null): Ruling {
  const domain = domainOf(record.address);
  const host = reporter?.toLowerCase() ?? null;
  const isElsewhere =
    record.replyCode === null &&
    record.remoteMta === null &&
    domain !== null &&
    host !== null &&
    !isOfOneDomain(host, domain);
  return isElsewhere ? { ...best, cause: 'domain-not-found', overrides: {} } : best;
}

const domainOf = (address: string | null) =>
  address?.slice(address.lastIndexOf('@') + 1).toLowerCase() || null;
