/** A bounce that must not be acted on: whatever it says, no steps of its cause, and no resend. */
import { addressesOf, type Explanation, warningSteps } from '../engine';
import { factsOf } from './facts';
import { type Done, emptyPlan, plain, type Plan, whoActs } from './plan';

export function warning(explanation: Explanation, done: Done): Plan {
  const { trust, recipients } = explanation;
  const { verdict } = trust;
  const id = `warning:${verdict}`;
  const today = warningSteps(trust).map((step) => ({
    ...step,
    act: 'do' as const,
    text: plain(step.text.key, step.text.values),
    until: null,
    onlyFor: null,
    done: done(id, step.id),
  }));
  const [first] = recipients;
  return {
    ...emptyPlan(explanation, id),
    tone: verdict === 'suspicious' ? 'danger' : 'question',
    title: plain(`engine.trust.${verdict}`),
    cause: plain(`engine.trust.${verdict}`),
    addresses: addressesOf(recipients),
    sentence: plain(`engine.trustDetail.${verdict}`),
    who: whoActs(today),
    verdict: { kind: 'do-not' },
    today,
    reasons: trust.signals,
    facts: factsOf(explanation, first ?? null),
    recipients,
  };
}
