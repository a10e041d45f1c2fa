import { addressesOf, type Explanation, type RecipientExplanation, type Step } from '../engine';

/** A step, and whom it is for where it is not for all of the group. */
export interface GroupStep extends Step {
  onlyFor: string[] | null;
}

/** Recipients whose mail failed for the same cause, in the same meaning: one headline, one checklist. */
export interface Group {
  /** Stable for a message; ticks are remembered by it. */
  id: string;
  /** The one that speaks for all: cause, advice and evidence are taken from it. */
  first: RecipientExplanation;
  recipients: RecipientExplanation[];
  addresses: string[];
  steps: GroupStep[];
}

const ARRIVED_ACTIONS = new Set(['delivered', 'relayed', 'expanded']);

/** Groups that need help, in the order of the bounce (failures before delays), and who got the mail. */
export function groupRecipients({ recipients }: Explanation): {
  groups: Group[];
  arrived: RecipientExplanation[];
} {
  const arrived = recipients.filter(({ action }) => ARRIVED_ACTIONS.has(action));
  const troubled = recipients.filter(({ action }) => !ARRIVED_ACTIONS.has(action));
  const found = new Map<string, RecipientExplanation[]>();
  for (const recipient of troubled) {
    const key = `${meaningOf(recipient)}:${recipient.advice.resend.verdict}`;
    const members = found.get(key);
    if (members) members.push(recipient);
    else found.set(key, [recipient]);
  }
  const named = new Set<string>();
  const groups = [...found.values()].flatMap((members) => {
    const [first] = members;
    return first
      ? [
          {
            id: nameOnce(first, named),
            first,
            recipients: members,
            addresses: addressesOf(members),
            steps: stepsOf(members),
          },
        ]
      : [];
  });
  const rank = ({ first }: Group) => (first.action === 'failed' ? 0 : 1);
  return { groups: groups.sort((a, b) => rank(a) - rank(b)), arrived };
}

/** Without the verdict, which goes on with the clock: a step that is ticked stays so. */
const meaningOf = ({ action, cause, variant }: RecipientExplanation): string =>
  `${action}:${cause}${variant === null ? '' : `.${variant}`}`;

/** By its meaning; where an earlier group has that name, also by whom it is about. */
function nameOnce(first: RecipientExplanation, named: Set<string>): string {
  const meaning = meaningOf(first);
  const id = named.has(meaning) ? `${meaning}:${first.address ?? ''}` : meaning;
  named.add(id);
  return id;
}

/** All members' steps, each once, in the order of the member that has most of them. */
function stepsOf(members: readonly RecipientExplanation[]): GroupStep[] {
  const longestFirst = [...members].sort((a, b) => b.advice.steps.length - a.advice.steps.length);
  const steps = new Map<string, Step>();
  for (const { advice } of longestFirst) {
    for (const step of advice.steps) if (!steps.has(step.id)) steps.set(step.id, step);
  }
  return [...steps.values()].map((step) => {
    const having = members.filter(({ advice }) => advice.steps.some(({ id }) => id === step.id));
    return { ...step, onlyFor: having.length === members.length ? null : addressesOf(having) };
  });
}
