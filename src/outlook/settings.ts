/**
 * Where settings are kept: in the mailbox (they follow the admin to every machine), else in the
 * browser, else in memory until the pane closes. One key per setting, so that two panes that change
 * different settings do not undo each other.
 */
import { call } from './call';
import { office } from './office';
import { deploymentConfig } from '../site/deployment-config';
import { PREFIX, saveInBrowser, settingInBrowser } from '../site/settings-in-browser';
import { cleanSettings, SETTING_KEYS as KEYS, type Settings } from '../site/setting-values';

/** Where a save ended up; `memory` means that it will be forgotten. */
export type SettingsHome = 'mailbox' | 'browser' | 'memory';

const memory = new Map<string, unknown>();

/** Never throws: what cannot be read has its default, which whoever hosts the pane may have set. */
export function readSettings(): Settings {
  const { settings } = deploymentConfig();
  return cleanSettings(Object.fromEntries(KEYS.map((key) => [key, read(key) ?? settings[key]])));
}

/** Keeps the settings in the best home there is, and says which. */
export async function saveSettings(settings: Settings): Promise<SettingsHome> {
  for (const key of KEYS) memory.set(key, settings[key]);
  const inBrowser = saveInBrowser(settings);
  const roaming = roamingSettings();
  if (roaming) {
    try {
      for (const key of KEYS) roaming.set(PREFIX + key, settings[key]);
      await call<unknown>('roamingSettings.saveAsync', (done) => roaming.saveAsync(done));
      return 'mailbox';
    } catch {
      // Kept in the browser or in memory below.
    }
  }
  return inBrowser ? 'browser' : 'memory';
}

/** For tests. */
export function forgetSettings(): void {
  memory.clear();
}

function read(key: (typeof KEYS)[number]): unknown {
  if (memory.has(key)) return memory.get(key);
  try {
    const roamed = roamingSettings()?.get(PREFIX + key) as unknown;
    if (roamed !== undefined && roamed !== null) return roamed;
  } catch {
    // A mailbox without settings still has a browser.
  }
  return settingInBrowser(key);
}

function roamingSettings(): Office.RoamingSettings | null {
  return office()?.context?.roamingSettings ?? null;
}
