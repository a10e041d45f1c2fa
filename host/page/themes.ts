/** Of the page and of `Office.context.officeTheme`; high contrast as Windows has it at first: white on black. */
export type ThemeName = 'light' | 'dark' | 'high-contrast';

export const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast'];

/** The four colours that Outlook tells add-ins. */
export const officeThemes: Readonly<Record<ThemeName, Record<string, string>>> = {
  light: {
    bodyBackgroundColor: '#ffffff',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#f5f5f5',
    controlForegroundColor: '#424242',
  },
  dark: {
    bodyBackgroundColor: '#1f1f1f',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#292929',
    controlForegroundColor: '#d6d6d6',
  },
  'high-contrast': {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#ffffff',
  },
};
