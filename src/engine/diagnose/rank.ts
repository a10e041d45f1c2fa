/** What beats what, as numbers. */
import type { ProviderRecord, WordingRecord } from '../../knowledge/records';
import type { CodeRule, WordingRule } from './rules';

/** Where words stand: in the answer of a server, or in what a report says around it. */
export type Place = 'diagnostic' | 'prose';

/**
 * Within a rank a row with conditions, then one of the recognised provider, then
 * the longer phrase wins.
 */
const RANK = {
  diagnosticToken: 11,
  diagnosticPhrase: 10,
  providerCode: 9,
  certainCode: 8,
  proseToken: 7,
  prosePhrase: 6,
  diagnosticHint: 5,
  likelyCode: 4,
  proseHint: 3,
  generalCode: 2,
  /** The words that a server writes around every refusal. */
  frame: 1.5,
  replyCode: 1,
  /** Words that say no more than that it failed. */
  failedOnly: 0,
} as const;
const STEP = 10_000;
const BONUS = { conditions: 3000, provider: 2000 };

const RANK_OF_WORDING: Record<'diagnostic' | 'prose', Record<WordingRecord['weight'], number>> = {
  diagnostic: {
    token: RANK.diagnosticToken,
    phrase: RANK.diagnosticPhrase,
    hint: RANK.diagnosticHint,
    frame: RANK.frame,
  },
  prose: { token: RANK.proseToken, phrase: RANK.prosePhrase, hint: RANK.proseHint, frame: RANK.frame },
};

/** Above it there is nothing that words of a report can say. */
export const BEYOND_PROSE = RANK.certainCode * STEP;
/** Above it the words around say nothing that is worth more. */
export const BEYOND_HINTS = RANK.diagnosticHint * STEP;

/** From here on words have one meaning. */
export const BEYOND_GENERAL_WORDS = RANK.diagnosticPhrase * STEP;
/** Below it, a service's own category says more. */
export const BEYOND_CATEGORY = RANK.generalCode * STEP + STEP;

/** @param length characters of the phrase as it stands there */
export function rankOfWords(
  { record, provider: owner }: WordingRule,
  where: Place,
  length: number,
  provider: ProviderRecord | null,
): number {
  const conditional = record.status || record.reply ? BONUS.conditions : 0;
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
