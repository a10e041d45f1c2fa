/** Which Outlook this is. */
import { mailbox, office, platform } from './office';

/** Clients that the panel has a name for, below `panel.clients`. */
export type Client = 'web' | 'new-windows' | 'classic-windows' | 'mac' | 'ios' | 'android' | 'other' | 'none';

const BY_HOST_NAME: Readonly<Record<string, Client>> = {
  OutlookWebApp: 'web',
  newOutlookWindows: 'new-windows',
  OutlookIOS: 'ios',
  OutlookAndroid: 'android',
};
const BY_PLATFORM: Readonly<Record<string, Client>> = { PC: 'classic-windows', Mac: 'mac' };

export function client(): Client {
  if (!mailbox()) return 'none';
  const hostName = mailbox()?.diagnostics?.hostName ?? '';
  return BY_HOST_NAME[hostName] ?? BY_PLATFORM[platform() ?? ''] ?? 'other';
}

/** Names of requirement sets and the highest version that the client claims, such as `Mailbox 1.14`. */
export function requirementSets(): string[] {
  const requirements = office()?.context?.requirements;
  const highest = (name: string, last: number) => {
    for (let minor = last; minor > 0; minor--) {
      if (requirements?.isSetSupported(name, `1.${minor}`)) return [`${name} 1.${minor}`];
    }
    return [];
  };
  try {
    return [...highest('Mailbox', 20), ...highest('NestedAppAuth', 3), ...highest('OpenBrowserWindowApi', 1)];
  } catch {
    return [];
  }
}
