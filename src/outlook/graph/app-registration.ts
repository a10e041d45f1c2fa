/** Addresses and permissions that follow from what the deployer registered. */
import type { GraphRegistration } from '../../site/deployment-config';
import clouds from './clouds.json';

const WORLDWIDE = 'login.microsoftonline.com';
const WORLDWIDE_GRAPH = 'graph.microsoft.com';

const cloudOf = (address: string) => clouds.find(({ graph }) => graph === new URL(address).hostname);

/** Where people sign in: each national cloud has its own place. */
export const loginOrigin = ({ address }: GraphRegistration): string =>
  `https://${cloudOf(address)?.login ?? WORLDWIDE}`;

/** Delegated permissions of Microsoft Graph that the pane asks for, each on a click of its own. */
export type GraphPermission = 'Mail.Read' | 'Mail.Read.Shared' | 'ExchangeMessageTrace.Read.All';

/** What a sign-in asks for, so that Entra grants this permission. */
export function scopeOf({ address }: GraphRegistration, permission: GraphPermission): string {
  const cloud = cloudOf(address);
  // A bare name means the worldwide Graph.
  return cloud && cloud.login !== WORLDWIDE ? `https://${cloud.graph}/${permission}` : permission;
}

interface AskedConsent {
  tenant: string | null;
  backTo: string;
  permissions: readonly GraphPermission[];
}

/**
 * The page on which an administrator of the organisation allows the app for everybody.
 *
 * @param asked `tenant`: a domain of the organisation; null: that of whoever signs in there. `backTo`: the
 *   page that is shown afterwards; it has to be registered
 */
export function adminConsentAddress(
  registration: GraphRegistration,
  { tenant, backTo, permissions }: AskedConsent,
): string {
  const organisation = encodeURIComponent(tenant ?? 'organizations');
  const url = new URL(`/${organisation}/v2.0/adminconsent`, loginOrigin(registration));
  // Whole names, as Microsoft documents them for this page.
  const resource = `https://${cloudOf(registration.address)?.graph ?? WORLDWIDE_GRAPH}`;
  const scopes = [...permissions.map((name) => `${resource}/${name}`), 'openid', 'profile'];
  url.search = Object.entries({
    client_id: registration.clientId,
    scope: [...scopes, 'offline_access'].join(' '),
    redirect_uri: backTo,
  })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return url.href;
}

/** The page an administrator sees after allowing the app; beside the pane, registered as a redirect. */
export const afterConsent = (): string => new URL('consent.html', document.baseURI).href;
