import {
  CheckmarkCircleFilled,
  ClockFilled,
  DismissCircleFilled,
  InfoRegular,
  QuestionCircleFilled,
  ShieldErrorFilled,
} from '@fluentui/react-icons';
import type { Tone } from '../../plan/plan';

const ICONS = {
  failed: DismissCircleFilled,
  waiting: ClockFilled,
  question: QuestionCircleFilled,
  danger: ShieldErrorFilled,
  done: CheckmarkCircleFilled,
  plain: InfoRegular,
} as const;

/** What happened, as a picture; the words beside it say the same. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = ICONS[tone];
  return <Icon className={`tone tone-${tone}`} aria-hidden />;
}
