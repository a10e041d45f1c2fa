/** Domains that no organisation has for itself: whoever calls one its own would take strangers for colleagues. */
import { getPublicSuffix } from 'tldts';
import providers from '../../knowledge/providers.json';
import trust from '../../knowledge/trust.json';
import { endsWithAny } from './ours';

export type SharedDomain = 'public-suffix' | 'personal';

const PERSONAL = [
  ...trust.personalHosts,
  'googlemail.com',
  ...providers.flatMap((provider) => ('personal' in provider && provider.personal ? provider.hosts : [])),
];

/**
 * @param domain of an address, in letters or in punycode
 * @returns why it is shared: `co.uk` is an ending that anybody can register below, `gmail.com` has a mailbox for
 * anybody; null where it may be one organisation's own
 */
export function sharedBy(domain: string): SharedDomain | null {
  const name = domain.toLowerCase();
  // The list's private entries count, too: github.io, like co.uk, is nobody's alone.
  if (getPublicSuffix(name, { allowPrivateDomains: true }) === name) return 'public-suffix';
  return endsWithAny(name, PERSONAL) ? 'personal' : null;
}
