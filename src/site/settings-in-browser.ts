/** Settings that are kept in this browser. Another site's frame, such as Outlook's, may have a store of its own, or none. */
import { deploymentConfig } from './deployment-config';
import { cleanSettings, SETTING_KEYS, type Settings } from './setting-values';

export const PREFIX = 'bounce-explainer.';

/** @returns null where none is kept, or where the store is closed */
export function settingInBrowser(key: keyof Settings): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
  } catch {
    return null;
  }
}

export function saveInBrowser(settings: Settings): boolean {
  try {
    for (const key of SETTING_KEYS) localStorage.setItem(PREFIX + key, JSON.stringify(settings[key]));
    return true;
  } catch {
    // Third-party frames may be denied storage.
    return false;
  }
}

/** What was set in this browser, else by whoever hosts the site: where there is no mailbox to keep it. */
export const settingsWithoutMailbox = (): Settings => {
  const { settings } = deploymentConfig();
  return cleanSettings(
    Object.fromEntries(SETTING_KEYS.map((key) => [key, settingInBrowser(key) ?? settings[key]])),
  );
};
