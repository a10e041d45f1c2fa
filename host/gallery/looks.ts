/** How each state can be looked at. */
import type { Theme } from '../../src/outlook/theme';

export const THEMES_SHOWN = [
  'light',
  'dark',
  'high-contrast-light',
  'high-contrast-dark',
] as const satisfies readonly Theme[];

export const isTheme = (name: string): name is Theme => (THEMES_SHOWN as readonly string[]).includes(name);

/** Of the pane: as Outlook opens it, and as wide as Outlook lets it be. */
export const WIDTHS = [320, 450] as const;
