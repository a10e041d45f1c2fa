/** What to do with a bounce that must not be acted on. */
import type { Step, Trust, TrustVerdict } from '../explanation';

/** In order; the words are `help.trustSteps.<id>`. */
const STEPS = {
  suspicious: ['report', 'no-links', 'no-resend'],
  backscatter: ['no-resend', 'check-domain'],
} as const;

type Warned = keyof typeof STEPS;

/** Is it a bounce that must not be acted on? */
export const isWarned = ({ verdict }: Pick<Trust, 'verdict'>): boolean => Object.hasOwn(STEPS, verdict);

/** Its steps, whatever the bounce says; none for another one. */
export const warningSteps = ({ verdict }: { verdict: TrustVerdict }): Step[] =>
  (Object.hasOwn(STEPS, verdict) ? STEPS[verdict as Warned] : []).map((id) => ({
    id,
    platformStep: null,
    who: 'platform-admin',
    when: 'today',
    resend: false,
    text: { key: `help.trustSteps.${id}`, values: {} },
    link: null,
    how: [],
  }));
