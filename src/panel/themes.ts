import { type Theme as Tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '../outlook/theme';

/** Greys that carry meaning become as stark as the text. */
const stark = (base: Tokens): Tokens => ({
  ...base,
  colorNeutralForeground2: base.colorNeutralForeground1,
  colorNeutralForeground3: base.colorNeutralForeground1,
  colorNeutralBackground2: base.colorNeutralBackground1,
  colorNeutralBackground3: base.colorNeutralBackground1,
  colorNeutralStroke1: base.colorNeutralForeground1,
  colorNeutralStroke2: base.colorNeutralForeground1,
});

/** Outlook's colours as Fluent's tokens. */
export const THEMES: Record<Theme, Tokens> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast-light': stark(webLightTheme),
  'high-contrast-dark': stark(webDarkTheme),
};
