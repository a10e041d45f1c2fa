import {
  teamsHighContrastTheme,
  type Theme as Tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Theme } from '../outlook/theme';

/** Fluent has no light theme of high contrast: greys that carry meaning become as stark as the text. */
const starkLight: Tokens = {
  ...webLightTheme,
  colorNeutralForeground2: webLightTheme.colorNeutralForeground1,
  colorNeutralForeground3: webLightTheme.colorNeutralForeground1,
  colorNeutralBackground2: webLightTheme.colorNeutralBackground1,
  colorNeutralBackground3: webLightTheme.colorNeutralBackground1,
  colorNeutralStroke1: webLightTheme.colorNeutralForeground1,
  colorNeutralStroke2: webLightTheme.colorNeutralForeground1,
};

/** Outlook's colours as Fluent's tokens. */
export const THEMES: Record<Theme, Tokens> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast-light': starkLight,
  'high-contrast-dark': teamsHighContrastTheme,
};
