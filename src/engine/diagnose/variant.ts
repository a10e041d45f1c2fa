/**
 * Which exact meaning of its cause a record has. Asked in this order: a row that tells at whose server the fault is; the
 * variant that the cause names for a client program's own server; a code of high confidence, where the deciding row is
 * of less; the row that decided; another row of the same cause; the variant that the cause names for what is still tried.
 */
import { causes, variants } from '../../knowledge/generated';
import type { CauseId, CauseRecord, ProviderRecord, VariantId } from '../../knowledge/records';
import { isUnmanned } from '../advise/unmanned';
import { isSubmission } from '../answer/submission';
import { meaningOf } from '../meaning';
import type { DeliveryRecord } from '../record/record';
import { tellsWhere, type Only, type Ruling } from './candidate';
import { matchCodes } from './match-codes';
import type { Wordings } from './match-wordings';
import type { Place } from './rank';
import { rules } from './rules';

type Named = Pick<CauseRecord, 'atPersonalMailbox' | 'atUnmannedAddress' | 'atOwnServer' | 'whileTried'>;
/** The variants that a cause itself names, by what is known of the recipient. */
const namedByCause = new Map<string, Named>(causes.map((cause) => [cause.id, cause]));

export interface About {
  record: DeliveryRecord;
  wordings: Wordings;
  /** The report's own text, where it speaks of this record. */
  reportProse: string | null;
  provider: ProviderRecord | null;
  /** Has the recipient no mail admin who could be asked? */
  isPersonal: boolean;
}

/** @returns null where the cause has one meaning, or nothing says which */
export function variantOf({ cause, confidence, overrides }: Ruling, about: About): VariantId | null {
  if (!Object.hasOwn(variants, cause)) return null;
  // `self-signed certificate` means one thing between servers, and another at the client's own server.
  const byPlace = rules().causesTellingWhere.has(cause)
    ? byOtherRows(about, (row) => row.cause === cause && tellsWhere(row))
    : null;
  const said =
    byPlace ??
    atOwnServer(cause, about) ??
    (confidence === 'high' ? null : byCertainCode(about, cause)) ??
    overrides.variant ??
    byOtherRows(about, (row) => row.cause === cause) ??
    (about.record.action === 'delayed' ? (namedByCause.get(cause)?.whileTried ?? null) : null);
  if (said !== null && asksOwnAdmin(cause, said)) return said;
  const byAddress = variantByAddress(cause, about.record.address, about.isPersonal);
  return byAddress !== undefined && (said === null || asksMailAdmin(cause, said)) ? byAddress : said;
}

/** `Your organization does not allow external forwarding` to user@gmail.com: who forwards it is asked, not Gmail. */
export const asksOwnAdmin = (cause: CauseId, variant: VariantId | null): boolean =>
  variant !== null && (meaningOf(cause, variant).ownAdmin ?? false);

/** What a cause means where a client program speaks of the server that it hands its mail to. */
function atOwnServer(cause: CauseId, { record, reportProse }: About): VariantId | null {
  const variant = namedByCause.get(cause)?.atOwnServer;
  if (variant === undefined) return null;
  return isSubmission([record.diagnostic, record.prose, reportProse]) ? variant : null;
}

/** What a cause means at an address that no person reads, or at a person's own mailbox. */
export function variantByAddress(
  cause: CauseId,
  address: string | null,
  isPersonal: boolean,
): VariantId | undefined {
  const { atUnmannedAddress, atPersonalMailbox } = namedByCause.get(cause) ?? {};
  if (atUnmannedAddress !== undefined && address !== null && isUnmanned(address)) return atUnmannedAddress;
  return isPersonal ? atPersonalMailbox : undefined;
}

/** Where the deciding row is not of high confidence, a code of the same cause that is knows the meaning better. */
function byCertainCode({ record, provider }: About, cause: CauseId): VariantId | null {
  const found = matchCodes(record, provider, (row) => row.cause === cause && row.variant !== undefined);
  return found?.confidence === 'high' ? (found.overrides.variant ?? null) : null;
}

/** What a mail admin would have to do, the owner of a personal mailbox cannot. */
const asksMailAdmin = (cause: CauseId, variant: VariantId) =>
  meaningOf(cause, variant).steps.some(({ who, when }) => who === 'recipient-admin' && when === undefined);

/** `451 greylisted`: a reply code that only defers does not know better why than the words. */
function byTellingCode(...asked: Parameters<typeof matchCodes>): Ruling | null {
  const found = matchCodes(...asked);
  return found && SAYS_ONLY_LATER.test(found.evidence ?? '') ? null : found;
}
const SAYS_ONLY_LATER = /^4[25]\d$/;

/** `550 5.1.10 user unknown`: the words decide the cause, the code tells more. */
function byOtherRows({ record, wordings, reportProse, provider }: About, agrees: Only): VariantId | null {
  const agreeing: Only = (row) => row.variant !== undefined && agrees(row);
  const byWords = (text: string | null, where: Place) => {
    const found = wordings.best(text, where, record, provider, agreeing);
    // What one provider means by its words says nothing of another's.
    return found?.provider === 'any' || found?.provider === provider?.id ? found : null;
  };
  const found =
    byWords(record.diagnostic, 'diagnostic') ??
    byTellingCode(record, provider, agreeing) ??
    byWords(record.prose, 'prose') ??
    byWords(reportProse, 'prose');
  return found?.overrides.variant ?? null;
}
