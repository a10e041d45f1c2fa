import { resendLabel } from '../phrases';
import { useSpeech } from '../speech';
import type { ResendNow } from '../when';

const TONE = {
  now: 'go',
  'wait-over': 'go',
  'after-fix': 'wait',
  wait: 'wait',
  'wait-until': 'wait',
  'do-not': 'stop',
  'not-needed': 'none',
} as const;

/** Whether to send again, in three words. The colour only repeats what the words say. */
export function VerdictBadge({ resend }: { resend: ResendNow }) {
  return <span className={`badge badge-${TONE[resend.verdict]}`}>{resendLabel(resend, useSpeech())}</span>;
}
