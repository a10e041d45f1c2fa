/** The colours that Outlook shows, so that the pane does not shine white in a dark window. */
import { call } from './call';
import { capabilities, mailbox, office } from './office';

export type Theme = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

const DARK = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(forced-colors: active), (prefers-contrast: more)';

/** Calls `onTheme` now and after each change. Returns the way to stop. */
export function watchTheme(onTheme: (theme: Theme) => void): () => void {
  let last: Theme | null = null;
  const tell = (colours?: Office.OfficeTheme) => {
    const theme = themeOf(colours ?? office()?.context?.officeTheme);
    if (theme !== last) onTheme(theme);
    last = theme;
  };
  const look = () => tell();
  const queries = [DARK, MORE_CONTRAST].map((query) => window.matchMedia?.(query)).filter(Boolean);
  for (const query of queries) query.addEventListener('change', look);
  const stopOffice = followOffice(tell);
  look();
  return () => {
    for (const query of queries) query.removeEventListener('change', look);
    stopOffice();
  };
}

function followOffice(tell: (colours?: Office.OfficeTheme) => void): () => void {
  const type = office()?.EventType?.OfficeThemeChanged;
  const box = mailbox();
  if (!type || !box || !capabilities().themeChanged) return () => undefined;
  const onChange = (event: { officeTheme?: Office.OfficeTheme } | undefined) => tell(event?.officeTheme);
  call<unknown>('addHandlerAsync(OfficeThemeChanged)', (done) =>
    box.addHandlerAsync(type, onChange, done),
  ).catch(() => undefined);
  return () => {
    call<unknown>('removeHandlerAsync(OfficeThemeChanged)', (done) =>
      box.removeHandlerAsync(type, done),
    ).catch(() => undefined);
  };
}

/** Office's own colours decide where it tells them; the system's preference elsewhere. */
export function themeOf(colours: Office.OfficeTheme | undefined): Theme {
  const background = luminance(colours?.bodyBackgroundColor);
  const foreground = luminance(colours?.bodyForegroundColor);
  const dark = background === null ? matches(DARK) : background < 0.4;
  // Only the high-contrast themes put pure black against pure white, or near it.
  const stark = background !== null && foreground !== null && Math.abs(background - foreground) > 0.98;
  if ((stark && dark) || matches(MORE_CONTRAST)) return dark ? 'high-contrast-dark' : 'high-contrast-light';
  return dark ? 'dark' : 'light';
}

function matches(query: string): boolean {
  return window.matchMedia?.(query).matches ?? false;
}

/** Weighted brightness of `#rrggbb` from 0 to 1; null for anything else. */
function luminance(colour: string | undefined): number | null {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour ?? '');
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => parseInt(hex, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
