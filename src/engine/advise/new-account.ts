/**
 * Right after a user sync an account exists and its mailbox does not: the server then answers as if the
 * address were unknown. Nothing in the bounce tells the two apart; the admin can.
 */
import type { CauseId } from '../../knowledge/records';
import type { Context } from '../context';
import type { Diagnosis } from '../diagnose/diagnose';
import { isUnmanned } from './unmanned';

export interface Considered {
  diagnosis: Diagnosis;
  /** What the admin may know better: the other of the two causes. */
  couldAlsoBe: CauseId | null;
}

export function withNewAccounts(
  diagnosis: Diagnosis,
  address: string | null,
  { newAccounts, ownDomains = [] }: Context,
): Considered {
  const { cause, isPersonal } = diagnosis;
  if (cause !== 'recipient-unknown' || isPersonal || address === null || isUnmanned(address))
    return { diagnosis, couldAlsoBe: null };
  const named = newAccounts !== true && (newAccounts ?? []).some((one) => same(one, address));
  // With no domains known, each address may be one of the organisation's own: it trains its own people.
  const own = ownDomains.length === 0 || ownDomains.some((domain) => isBelow(address, domain));
  if (!own && !named) return { diagnosis, couldAlsoBe: null };
  if (!named && newAccounts !== true) return { diagnosis, couldAlsoBe: 'no-mailbox-yet' };
  return {
    diagnosis: {
      ...diagnosis,
      cause: 'no-mailbox-yet',
      variant: null,
      confidence: 'medium',
      rule: 'new-account',
    },
    couldAlsoBe: diagnosis.cause,
  };
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function isBelow(address: string, domain: string): boolean {
  const own = domain.toLowerCase();
  const its = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return its === own || its.endsWith(`.${own}`);
}
