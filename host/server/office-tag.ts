/**
 * The deployed page loads office.js from Microsoft, as the store demands, by one tag. Here that tag is
 * replaced, so that the page source stays the deployed one.
 */
const PRODUCTION_TAG =
  /<script\b[^>]*\bsrc=["']?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js\b[^>]*><\/script>/i;

/** An address that answers 404: a script that is blocked. */
export const BLOCKED_SCRIPT = '/office-js/blocked/office.js';

/** How office.js behaves in the pane: as it does, blocked, or never getting ready. */
export type OfficeMode = 'normal' | 'none' | 'silent';

/** The mode that a page's address asks for with `?office=`. */
export function officeMode(value: string | null): OfficeMode {
  return value === 'none' || value === 'silent' ? value : 'normal';
}

const SCRIPTS: Readonly<Record<OfficeMode, readonly string[]>> = {
  normal: ['/office-js/office.js', '/dev/newer-calls.js', '/dev/nested-auth-bridge.js'],
  none: [BLOCKED_SCRIPT],
  silent: ['/dev/silent-office.js'],
};

/** Puts our tags in the place of the production one. Their order counts, so none is `async`. */
export function withLocalOffice(html: string, mode: OfficeMode): string {
  return html.replace(PRODUCTION_TAG, (tag) => {
    const defer = /\sdefer\b/i.test(tag) ? ' defer' : '';
    return SCRIPTS[mode].map((source) => `<script src="${source}"${defer}></script>`).join('');
  });
}
