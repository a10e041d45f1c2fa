/** What beats what, as numbers. */
import type { Beside, ProviderRecord, Weight } from '../../knowledge/records';
import type { CodeRule, WordingRule } from './rules';

/** Where words stand: in the answer of a server, or in what a report says around it. */
export type Place = 'diagnostic' | 'prose';

/** The first digit or two of a rank. Within it a row with conditions wins, then one of the recognised provider, then the longer phrase. */
const RANK = {
  diagnosticToken: 11,
  diagnosticExact: 10,
  providerCode: 9,
  certainCode: 8,
  proseToken: 7,
  proseExact: 6,
  diagnosticGeneral: 5,
  likelyCode: 4,
  proseGeneral: 3,
  diagnosticVague: 2.6,
  proseVague: 2.3,
  generalCode: 2,
  /** The words that a server writes around every refusal. */
  frame: 1.5,
  replyCode: 1,
  /** Rows that know of no cause. */
  failedOnly: 0,
} as const;
const STEP = 10_000;
const BONUS = { conditions: 3000, provider: 2000 };

const RANK_OF_WORDING: Record<Place, Record<Weight, number>> = {
  diagnostic: {
    token: RANK.diagnosticToken,
    exact: RANK.diagnosticExact,
    general: RANK.diagnosticGeneral,
    vague: RANK.diagnosticVague,
    frame: RANK.frame,
  },
  prose: {
    token: RANK.proseToken,
    exact: RANK.proseExact,
    general: RANK.proseGeneral,
    vague: RANK.proseVague,
    frame: RANK.frame,
  },
};

/** From this rank on, the words of a report cannot beat the result, so they are not searched. */
export const MIN_RANK_WITHOUT_PROSE = RANK.certainCode * STEP;
/** From this rank on, the text of the whole report is not searched. */
export const MIN_RANK_WITHOUT_REPORT_TEXT = RANK.diagnosticGeneral * STEP;
/** From this rank on, words have one meaning. */
export const MIN_RANK_OF_EXACT_WORDS = RANK.diagnosticExact * STEP;
/** From this rank on, words name a subject at least. */
export const MIN_RANK_OF_GENERAL_WORDS = RANK.diagnosticGeneral * STEP;
/** From this rank on, an answer's own codes say what it is about. */
export const MIN_RANK_OF_TELLING_CODES = RANK.likelyCode * STEP;
/** Below this rank, a service's own category says more. */
export const MIN_RANK_ABOVE_CATEGORY = RANK.proseGeneral * STEP;

/** Conditions that few texts meet. */
const NARROW: ReadonlySet<Beside | undefined> = new Set([
  'submission',
  'own-address',
  'local-delivery',
  'no-server',
]);

/** @param length characters of the phrase as it stands there */
export function rankOfWords(
  { record, provider: owner }: WordingRule,
  where: Place,
  length: number,
  provider: ProviderRecord | null,
): number {
  const conditional = record.status || record.reply || NARROW.has(record.beside) ? BONUS.conditions : 0;
  // At a tie, another provider's row gives way to one that belongs to nobody.
  const own = owner === 'any' ? 1 : owner === provider?.id ? BONUS.provider : 0;
  const base = record.cause === 'undetermined' ? RANK.failedOnly : RANK_OF_WORDING[where][record.weight];
  return base * STEP + conditional + own + Math.min(length, 999);
}

export function rankOfCode({ test, provider, record: { confidence, code } }: CodeRule, own: boolean): number {
  const isBare = /^[X245]\.0\.0$/.test(code);
  const certain = own ? RANK.providerCode : RANK.certainCode;
  const stated =
    confidence === 'high' ? certain : confidence === 'medium' ? RANK.likelyCode : RANK.generalCode;
  // `5.0.0` says no more than that it failed; a reply code that means something says more.
  const base = test === null ? RANK.replyCode : isBare ? RANK.failedOnly : stated;
  return base * STEP + (own ? BONUS.provider : 0) + (provider === 'rfc' ? 1 : 0);
}
