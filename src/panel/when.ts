import type { Advice } from '../engine/explanation';
import type { Resend } from '../engine';

/** What the clock makes of a verdict: a wait has a moment, and may be over. */
export interface ResendNow {
  verdict: Resend | 'wait-until' | 'wait-over';
  /** ISO 8601, only where it lies ahead. */
  until: string | null;
}

export function resendNow({ resend }: Advice, now: Date): ResendNow {
  const due = resend.notBefore === null ? NaN : Date.parse(resend.notBefore);
  const ahead = due > now.getTime();
  const until = ahead ? resend.notBefore : null;
  if (resend.verdict !== 'wait' || Number.isNaN(due)) return { verdict: resend.verdict, until };
  return { verdict: ahead ? 'wait-until' : 'wait-over', until };
}

/** Does it make sense to go to the platform now or after a fix? */
export const mayResend = ({ verdict }: ResendNow): boolean =>
  verdict !== 'do-not' && verdict !== 'not-needed';
