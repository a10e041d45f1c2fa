import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { Toaster, useToastController, Toast, ToastTitle } from '@fluentui/react-components'; globalThis.y=[Toaster, useToastController, Toast, ToastTitle];
