/** Which exact meaning of its cause a record has: that of the row that decided, or of another row that agrees with it. */
import { causes, variants } from '../../knowledge';
import type { ProviderRecord, VariantId } from '../../knowledge/records';
import type { DeliveryRecord } from '../record/record';
import type { Only, Ruling } from './candidate';
import { matchCodes } from './match-codes';
import { matchWordings } from './match-wordings';

const personal = new Map<string, VariantId | undefined>(
  causes.map(({ id, atPersonalMailbox }) => [id, atPersonalMailbox]),
);

/**
 * @param reportProse the report's own text, where it speaks of this record
 * @returns null where the cause has one meaning, or nothing says which
 */
export function variantOf(
  { cause, overrides }: Ruling,
  record: DeliveryRecord,
  reportProse: string | null,
  provider: ProviderRecord | null,
): VariantId | null {
  if (!Object.hasOwn(variants, cause)) return null;
  const atPersonal = provider?.personal ? personal.get(cause) : undefined;
  return overrides.variant ?? atPersonal ?? byOtherRows(cause, record, reportProse, provider);
}

/** `550 5.1.10 user unknown`: the words decide the cause, the code tells more. */
function byOtherRows(
  cause: string,
  record: DeliveryRecord,
  reportProse: string | null,
  provider: ProviderRecord | null,
): VariantId | null {
  const agreeing: Only = (row) => row.cause === cause && row.variant !== undefined;
  const byWords = (text: string | null, where: 'diagnostic' | 'prose') => {
    const found = matchWordings(text, where, record, provider, agreeing);
    // What one provider means by its words says nothing of another's.
    return found?.provider === 'any' || found?.provider === provider?.id ? found : null;
  };
  const found =
    byWords(record.diagnostic, 'diagnostic') ??
    matchCodes(record, provider, agreeing) ??
    byWords(record.prose, 'prose') ??
    byWords(reportProse, 'prose');
  return found?.overrides.variant ?? null;
}
