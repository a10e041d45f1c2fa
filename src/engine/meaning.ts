/** A cause as one of its variants means it: what diagnosis weighs and advice tells. */
import { causes, handling, variants } from '../knowledge/generated';
import type {
  CauseId,
  CauseRecord,
  CauseStep,
  HandlingStepRecord,
  VariantId,
  VariantRecord,
} from '../knowledge/records';

/** What is advised for a meaning; its texts stand below `key`. */
export interface Meaning extends Omit<
  CauseRecord,
  'examples' | 'sources' | 'atPersonalMailbox' | 'atUnmannedAddress' | 'atOwnServer' | 'whileTried'
> {
  /** `causes.mailbox-full`, or `causes.mailbox-full.variants.google-storage`, whose gaps the cause's words fill. */
  key: string;
  /** Does the variant itself say who acts? */
  saysWhoActs: boolean;
  /** See `VariantRecord`. */
  ownAdmin?: true;
  /** See `VariantRecord`. */
  passedOn?: true;
}

const byId = new Map<string, CauseRecord>(causes.map((cause) => [cause.id, cause]));
/** Each made when it is first asked for. */
const meanings = new Map<string, Meaning>();

/** @param variant one that the cause does not have is as good as none */
export function meaningOf(id: CauseId, variant: VariantId | null): Meaning {
  const name = `${id}.${variant ?? ''}`;
  let meaning = meanings.get(name);
  if (!meaning) meanings.set(name, (meaning = merged(id, variant)));
  return meaning;
}

function merged(id: CauseId, variant: VariantId | null): Meaning {
  const cause = byId.get(id) ?? byId.get('undetermined');
  if (!cause) throw new Error('the knowledge has no cause "undetermined"');
  const key = `causes.${cause.id}`;
  const exact = variants[cause.id]?.find((one) => one.id === variant);
  if (!exact) return { ...cause, key, saysWhoActs: false };
  const { resend = cause.resend, waitHours = cause.waitHours } = exact;
  return {
    ...cause,
    ...exact,
    id: cause.id,
    // The cause's hours mean nothing where its variant does not wait.
    waitHours: resend === 'wait' ? waitHours : null,
    steps: exact.steps === undefined ? cause.steps : stepsOf(cause, exact),
    key: `${key}.variants.${exact.id}`,
    saysWhoActs: exact.whoActs !== undefined,
  };
}

const handlingById = new Map<string, HandlingStepRecord>(handling.map((step) => [step.id, step]));

/** What the knowledge says of a step of the platform; undefined for a step of a cause's own. */
export const handlingOf = ({ id, platform }: CauseStep): HandlingStepRecord | undefined =>
  platform ? handlingById.get(id) : undefined;

/** Does a step send the training again? */
export const sendsAgain = (step: CauseStep): boolean =>
  (step.platform ? handlingOf(step)?.resend : step.resend) ?? false;

/**
 * A variant's own list; the platform's other steps for the cause follow it, for where that did not help. Where
 * somebody else acts than the cause says, they mend another side.
 */
function stepsOf(cause: CauseRecord, { id, whoActs, steps = [], needless = [] }: VariantRecord): CauseStep[] {
  const listed = steps.flatMap((step) =>
    typeof step === 'string' ? (cause.steps.find((one) => one.id === step) ?? []) : [step],
  );
  const known = new Set([...listed, ...needless.map(({ step }) => ({ id: step }))].map((step) => step.id));
  // Nobody at a personal mailbox can be asked to do them.
  const isElsewhere = id === cause.atPersonalMailbox || (whoActs ?? cause.whoActs) !== cause.whoActs;
  const others = isElsewhere ? [] : cause.steps.filter(({ platform }) => platform);
  return [
    ...inTime(listed),
    ...others
      .filter((step) => !known.has(step.id) && !sendsAgain(step))
      .map((step): CauseStep => ({ ...step, when: step.when ?? 'again' })),
  ];
}

/** What stands before the resend is for today; what stands behind it is for where it bounces again. */
function inTime(steps: readonly CauseStep[]): CauseStep[] {
  const at = steps.findIndex(sendsAgain);
  if (at < 0) return [...steps];
  return steps.map(({ when, ...step }, place) =>
    when === 'later' ? { ...step, when } : place > at ? { ...step, when: 'again' } : step,
  );
}
