import type { Profile } from './profiles';

/** Who the add-in is, as its manifest would say. */
export interface AddinIdentity {
  addinId: string;
  addinName: string;
  locale: string;
}

/** The answer to office.js's first question. It insists on the nine fields from `_id` to `_reason`. */
export function appContext(
  identity: AddinIdentity,
  profile: Profile,
  conversationId: string,
  roamingSettings: Record<string, string>,
  hostOrigin: string,
): Record<string, unknown> {
  return {
    _id: identity.addinId,
    // 64 is Outlook on the web: the only client whose file needs no native bridge.
    _appName: 64,
    _appVersion: '16.01',
    _appUILocale: identity.locale,
    _dataLocale: identity.locale,
    _docUrl: hostOrigin,
    _clientMode: 0,
    _settings: roamingSettings,
    _reason: 'documentOpened',
    _appMinorVersion: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: conversationId,
    _appInstanceId: conversationId,
    _requirementMatrix: JSON.stringify(profile.requirementSets.value),
    _hostFullVersion: profile.hostVersion,
    _addinName: identity.addinName,
    _appDomains: [],
  };
}
