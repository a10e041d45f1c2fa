/** A cause as one of its variants means it. */
import { causes, variants } from '../../knowledge';
import type { CauseId, CauseRecord, CauseStep, VariantId, VariantRecord } from '../../knowledge/records';

/** What is advised for a meaning; its texts stand below `key`. */
export interface Meaning extends Omit<CauseRecord, 'examples' | 'sources' | 'atPersonalMailbox'> {
  /** `causes.mailbox-full`, or `causes.mailbox-full.variants.sending-too`, whose gaps the cause's words fill. */
  key: string;
  /** Does the variant itself say who acts? */
  saysWhoActs: boolean;
}

const byId = new Map<string, CauseRecord>(causes.map((cause) => [cause.id, cause]));

/** @param variant one that the cause does not have is as good as none */
export function meaningOf(id: CauseId, variant: VariantId | null): Meaning {
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
    steps: exact.steps === undefined ? cause.steps : stepsOf(cause, exact.steps),
    key: `${key}.variants.${exact.id}`,
    saysWhoActs: exact.whoActs !== undefined,
  };
}

const stepsOf = (cause: CauseRecord, steps: NonNullable<VariantRecord['steps']>): CauseStep[] =>
  steps.flatMap((step) =>
    typeof step === 'string' ? (cause.steps.find(({ id }) => id === step) ?? []) : [step],
  );
