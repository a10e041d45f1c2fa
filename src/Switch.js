import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { Switch } from '@fluentui/react-components'; globalThis.y=[Switch];
