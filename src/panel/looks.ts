/**
 * How things look that no part of Fluent draws: colours, letters and lines, all by Fluent's tokens, so that each theme
 * has its own. Where things stand is in `panel.css`.
 */
import { makeStaticStyles, type Theme } from '@fluentui/react-components';

/** By its name: the table of all tokens weighs more than these rules. */
const token = (name: keyof Theme) => `var(--${name})`;

/** To be called once, above all that is drawn. */
export const useLooks = makeStaticStyles({
  '.quiet': {
    color: token('colorNeutralForeground2'),
    fontSize: token('fontSizeBase200'),
    lineHeight: token('lineHeightBase200'),
  },
  '.strong': {
    fontWeight: token('fontWeightSemibold'),
  },
  '.about': {
    borderBottom: `1px solid ${token('colorNeutralStroke2')}`,
    backgroundColor: token('colorNeutralBackground2'),
  },
  '.about-text': {
    color: token('colorNeutralForeground2'),
    fontSize: token('fontSizeBase200'),
  },
  '.title-text:focus': {
    outline: 'none',
  },
  '.title-text:focus-visible': {
    outline: `${token('strokeWidthThick')} solid ${token('colorStrokeFocus2')}`,
    borderRadius: token('borderRadiusSmall'),
  },
  '.title-1': {
    fontSize: token('fontSizeBase400'),
    lineHeight: token('lineHeightBase400'),
    fontWeight: token('fontWeightSemibold'),
  },
  '.title-2': {
    fontSize: token('fontSizeBase300'),
    lineHeight: token('lineHeightBase300'),
    fontWeight: token('fontWeightSemibold'),
  },
  '.tone-failed, .tone-danger': {
    color: token('colorStatusDangerForeground1'),
  },
  '.tone-waiting, .tone-question': {
    color: token('colorStatusWarningForeground3'),
  },
  '.tone-done': {
    color: token('colorStatusSuccessForeground1'),
  },
  '.address': {
    fontWeight: token('fontWeightSemibold'),
  },
  '.turn dt': {
    color: token('colorNeutralForeground2'),
  },
  '.plan': {
    borderTop: `1px solid ${token('colorNeutralStroke2')}`,
  },
  '.heading': {
    fontSize: token('fontSizeBase300'),
    lineHeight: token('lineHeightBase300'),
    fontWeight: token('fontWeightSemibold'),
  },
  '.step': {
    borderInlineStart: '3px solid transparent',
    borderRadius: token('borderRadiusMedium'),
  },
  '.step-next': {
    borderInlineStartColor: token('colorCompoundBrandStroke'),
    backgroundColor: token('colorNeutralBackground6'),
  },
  // On the raised ground of the dark theme, the usual colour of links has less contrast than 4.5 to 1.
  '.step-next .fui-Link': {
    color: token('colorBrandForegroundLinkHover'),
  },
  '.step-next .step-label': {
    fontWeight: token('fontWeightSemibold'),
  },
  '.step .step-label, .confirm .fui-Checkbox__label': {
    color: token('colorNeutralForeground1'),
  },
  '.confirm .fui-Checkbox__label': {
    fontSize: token('fontSizeBase200'),
    lineHeight: token('lineHeightBase200'),
  },
  '.step-done .step-label.step-label': {
    color: token('colorNeutralForeground2'),
    textDecoration: 'line-through',
  },
  '.fold-title.fui-Button': {
    fontWeight: token('fontWeightRegular'),
  },
  '.how > .fold-title.fui-Button': {
    color: token('colorNeutralForeground2'),
    fontSize: token('fontSizeBase200'),
  },
  '.command, .message': {
    border: `1px solid ${token('colorNeutralStroke2')}`,
    borderRadius: token('borderRadiusMedium'),
  },
  '.command:focus-visible, .message:focus-visible': {
    outline: `${token('strokeWidthThick')} solid ${token('colorStrokeFocus2')}`,
  },
  '.command': {
    fontFamily: token('fontFamilyMonospace'),
    fontSize: token('fontSizeBase200'),
  },
  '.bullets': {
    listStyle: 'disc',
  },
  '.quote': {
    borderRadius: token('borderRadiusMedium'),
    backgroundColor: token('colorNeutralBackground3'),
    fontFamily: token('fontFamilyMonospace'),
    fontSize: token('fontSizeBase200'),
    lineHeight: token('lineHeightBase200'),
  },
  '.quote mark': {
    color: 'inherit',
    backgroundColor: 'transparent',
    fontWeight: token('fontWeightBold'),
  },
  '.facts': {
    fontSize: token('fontSizeBase200'),
    lineHeight: token('lineHeightBase200'),
  },
  '.facts dt': {
    color: token('colorNeutralForeground2'),
  },
  '.causes': {
    borderTop: `1px solid ${token('colorNeutralStroke2')}`,
  },
  '.causes > *': {
    borderBottom: `1px solid ${token('colorNeutralStroke2')}`,
  },
  '.cause .fold-title.fui-Button': {
    fontSize: token('fontSizeBase300'),
    lineHeight: token('lineHeightBase300'),
    borderRadius: '0',
  },
  '.cause > .fold-panel': {
    backgroundColor: token('colorNeutralBackground2'),
  },
  '.bar': {
    borderTop: `1px solid ${token('colorNeutralStroke2')}`,
    backgroundColor: token('colorNeutralBackground1'),
  },
  '.bar-form': {
    borderTop: `1px solid ${token('colorNeutralStroke2')}`,
  },
  '.door-shut': {
    color: token('colorNeutralForeground3'),
  },
  '.source': {
    border: '0',
    borderTop: `1px solid ${token('colorNeutralStroke2')}`,
    color: token('colorNeutralForeground1'),
    backgroundColor: token('colorNeutralBackground1'),
    font: 'inherit',
  },
  '.source:hover': {
    backgroundColor: token('colorNeutralBackground1Hover'),
  },
  '.source:focus-visible': {
    outline: `${token('strokeWidthThick')} solid ${token('colorStrokeFocus2')}`,
    outlineOffset: '-2px',
  },
  '.source-address': {
    fontWeight: token('fontWeightSemibold'),
  },
  '.drop-hint': {
    border: `1px dashed ${token('colorNeutralStroke1')}`,
    borderRadius: token('borderRadiusMedium'),
  },
  '.drop-target': {
    border: `2px dashed ${token('colorBrandStroke1')}`,
    borderRadius: token('borderRadiusLarge'),
    color: token('colorNeutralForeground1'),
    backgroundColor: token('colorNeutralBackground1'),
  },
});
