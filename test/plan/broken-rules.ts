/** What no plan may say, whatever the bounce, the clock and the ticks. */
import { type Answer, highlighted, nextStep, type Plan } from '../../src/plan/plan';

/** @returns a sentence for each broken rule, naming the plan */
export const brokenRules = ({ parts }: Answer): string[] => parts.flatMap(rulesOf);

function rulesOf(plan: Plan): string[] {
  const { id, who, verdict, today, ifAgain, later, confirm } = plan;
  const next = nextStep(plan);
  const all = [...(confirm ? [confirm] : []), ...today, ...ifAgain, ...later];
  const ids = all.map((step) => step.id);
  const resends = all.filter(({ act }) => act === 'resend');
  const rules: [broken: boolean, what: string][] = [
    [who !== null && who !== (next?.who ?? 'nobody'), `${who} acts, the first open step is ${next?.who}'s`],
    [
      (verdict?.kind === 'now') !== (next?.act === 'resend'),
      'the verdict "now" and the first open step differ',
    ],
    [who === 'nobody' && highlighted(plan) !== null, 'nobody acts, and a step stands out'],
    [verdict?.kind === 'do-not' && resends.length > 0, 'not to be resent, and a step resends'],
    [
      verdict?.kind === 'not-needed' && resends.some(({ done }) => !done),
      'no resend needed, and a step resends',
    ],
    [resends.length > 1, 'resent twice'],
    [resends.some((step) => today.at(-1) !== step), 'the resend is not the last step of today'],
    [
      (verdict?.kind === 'after-fix' || verdict?.kind === 'wait') && resends.length === 0,
      `${verdict?.kind}, and no step resends`,
    ],
    [verdict?.kind === 'wait' && !today.some(({ act }) => act === 'wait'), 'to wait, and no step waits'],
    [new Set(ids).size < ids.length, 'a step is there twice'],
    [confirm !== null && today.includes(confirm), 'the question whether it is real is a step, too'],
  ];
  return rules.flatMap(([broken, what]) => (broken ? [`${id}: ${what}`] : []));
}
