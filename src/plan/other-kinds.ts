/** Messages that report no failure: what they are, and what there is to do about the few that want it. */
import { addressesOf, type Explanation, type Kind, type WhoActs } from '../engine';
import { factsOf } from './facts';
import { type Done, emptyPlan, plain, type Plan, type PlanStep, type Tone, whoActs } from './plan';

interface OtherKind {
  tone: Tone;
  verdict: 'not-needed' | null;
  /** Their words are `help.kindSteps.<kind>.<id>`. */
  steps: readonly { id: string; who: WhoActs }[];
}

const NOTHING_TO_DO: OtherKind = { tone: 'done', verdict: 'not-needed', steps: [] };

const KINDS: Readonly<Partial<Record<Kind, OtherKind>>> = {
  success: NOTHING_TO_DO,
  'auto-reply': NOTHING_TO_DO,
  'read-receipt': NOTHING_TO_DO,
  'feedback-report': {
    tone: 'question',
    verdict: 'not-needed',
    steps: [
      { id: 'speak', who: 'platform-admin' },
      { id: 'suppressed', who: 'platform-admin' },
    ],
  },
  // Held back until somebody confirms the sender: a second mail would be held back, too.
  challenge: {
    tone: 'waiting',
    verdict: 'not-needed',
    steps: [
      { id: 'real', who: 'platform-admin' },
      { id: 'let-in', who: 'recipient-admin' },
    ],
  },
  'not-a-report': { tone: 'plain', verdict: null, steps: [] },
};

export function otherKind(explanation: Explanation, done: Done): Plan {
  const { kind, recipients } = explanation;
  const { tone, verdict, steps } = KINDS[kind] ?? NOTHING_TO_DO;
  const id = `kind:${kind}`;
  const today = steps.map((step): PlanStep => ({
    ...step,
    act: 'do',
    platformStep: null,
    when: 'today',
    resend: false,
    text: plain(`help.kindSteps.${kind}.${step.id}`),
    until: null,
    link: null,
    how: [],
    onlyFor: null,
    done: done(id, step.id),
  }));
  const [first] = recipients;
  return {
    ...emptyPlan(explanation, id),
    tone,
    title: plain(`engine.kind.${kind}`),
    cause: plain(`engine.kind.${kind}`),
    addresses: addressesOf(recipients),
    sentence: plain(`engine.kindDetail.${kind}`),
    who: verdict === null ? null : whoActs(today),
    verdict: verdict === null ? null : { kind: verdict },
    today,
    facts: factsOf(explanation, first ?? null),
    recipients,
  };
}
