/** Whose the recipient's mailbox is: a person's at a public provider (gmail.com, web.de), or one of an organization. */
import type { ProviderRecord } from '../../knowledge/records';
import { rules } from './rules';

/** The public provider at which people have such an address; null for a domain of an organization. */
export function personalProviderOf(address: string | null): ProviderRecord | null {
  const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (!domain) return null;
  const { personalDomains } = rules();
  // `yahoo.*` stands for yahoo.fr and yahoo.co.uk, never for yahoo.company.example.
  const anyEnding = /^([a-z0-9-]+)\.[a-z]{2,3}(?:\.[a-z]{2})?$/.exec(domain)?.[1];
  return personalDomains.get(domain) ?? personalDomains.get(`${anyEnding ?? ''}.*`) ?? null;
}
