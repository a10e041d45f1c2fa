/** Light or dark, of the page and of `Office.context.officeTheme`. */
export type ThemeName = 'light' | 'dark';

export const themeNames: readonly ThemeName[] = ['light', 'dark'];

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
};
