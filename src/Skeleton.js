import { FluentProvider, webLightTheme, webDarkTheme, Button } from '@fluentui/react-components'; globalThis.x=[FluentProvider, webLightTheme, webDarkTheme, Button];
import { Skeleton, SkeletonItem } from '@fluentui/react-components'; globalThis.y=[Skeleton, SkeletonItem];
