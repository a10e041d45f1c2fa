import { useId } from 'react';
import type { Plan, PlanStep } from '../../plan/plan';
import { useSpeech } from '../../parts/speech';
import { StepRow } from './StepRow';

interface StepListProps {
  plan: Plan;
  steps: readonly PlanStep[];
  /** The step that stands out. */
  next?: PlanStep | null;
  label: string;
}

/** Steps in order; where the turn passes to someone else, that is said once. */
export function StepList({ plan, steps, next = null, label }: StepListProps) {
  const { t } = useSpeech();
  const id = useId();
  // Who acts first stands in the card already.
  const before = steps === plan.today ? steps.find(({ who }) => who !== 'nobody')?.who : undefined;
  const named = (at: number) => {
    const who = steps[at]?.who;
    if (who === undefined || who === 'nobody') return null;
    const last = steps.slice(0, at).findLast((step) => step.who !== 'nobody')?.who ?? before;
    return who === last ? null : t(`engine.who.${who}`);
  };
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, at) => (
        <StepRow
          key={step.id}
          id={`${id}-${step.id}`}
          plan={plan}
          step={step}
          who={named(at)}
          isNext={step === next}
        />
      ))}
    </ol>
  );
}
