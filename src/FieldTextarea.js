import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { Field, Textarea } from '@fluentui/react-components'; globalThis.y=[Field, Textarea];
