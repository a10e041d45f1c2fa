import type { Context } from '../engine/context';
import type { Services } from './services';

/**
 * What is known outside the message.
 *
 * @param newAccounts addresses whose accounts the admin has called new
 * @param ours a domain that the admin has called the organisation's own over this message
 */
export function contextOf(
  services: Services,
  newAccounts: ReadonlySet<string>,
  ours: string | null,
): Context {
  const { ownDomains, sendingAddresses, platformUrl } = services.readSettings();
  const own = services.userDomain();
  return {
    now: services.now().toISOString(),
    ownDomains: [...new Set([...ownDomains, ...(own ? [own] : []), ...(ours ? [ours] : [])])],
    ...(sendingAddresses.length > 0 ? { sendingAddresses } : {}),
    ...(newAccounts.size > 0 ? { newAccounts: [...newAccounts] } : {}),
    platformUrl,
  };
}
