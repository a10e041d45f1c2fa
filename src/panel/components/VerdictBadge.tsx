import { Badge } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  CheckmarkCircleRegular,
  ClockRegular,
  ProhibitedRegular,
  SubtractCircleRegular,
  WrenchRegular,
} from '@fluentui/react-icons';
import type { Verdict } from '../../plan/plan';
import { tellVerdict } from '../../plan/speech';
import { useSpeech } from '../../parts/speech';

const LOOKS = {
  once: { color: 'informative', Icon: ArrowClockwiseRegular },
  now: { color: 'success', Icon: CheckmarkCircleRegular },
  'after-fix': { color: 'warning', Icon: WrenchRegular },
  wait: { color: 'informative', Icon: ClockRegular },
  'do-not': { color: 'danger', Icon: ProhibitedRegular },
  'not-needed': { color: 'informative', Icon: SubtractCircleRegular },
} as const;

/** Whether to resend, in a few words. Colour and icon only repeat what the words say. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { color, Icon } = verdict.kind === 'now' && verdict.once ? LOOKS.once : LOOKS[verdict.kind];
  return (
    <Badge className="verdict" appearance="tint" shape="rounded" color={color} icon={<Icon />}>
      {tellVerdict(verdict, useSpeech())}
    </Badge>
  );
}
