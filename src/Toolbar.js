import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { Toolbar, ToolbarButton } from '@fluentui/react-components'; globalThis.y=[Toolbar, ToolbarButton];
