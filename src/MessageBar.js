import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { MessageBar, MessageBarBody, MessageBarActions } from '@fluentui/react-components'; globalThis.y=[MessageBar, MessageBarBody, MessageBarActions];
