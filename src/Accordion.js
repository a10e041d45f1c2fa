import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { Accordion, AccordionItem, AccordionHeader, AccordionPanel } from '@fluentui/react-components'; globalThis.y=[Accordion, AccordionItem, AccordionHeader, AccordionPanel];
