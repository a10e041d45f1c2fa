/**
 * What was said about one recipient → its cause. Text beats enhanced code, enhanced code beats basic
 * code; where nothing is known the answer is `undetermined`.
 */
import type {
  CauseId,
  HandlingStepId,
  Permanence,
  ProviderRecord,
  VariantId,
  WhoActs,
} from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { DeliveryRecord } from '../record/record';
import { answersIn } from '../answer/answers';
import { isSubmission, smtpServerOf } from '../answer/submission';
import { categoryAtEnd } from '../record/category';
import { aboutWhom, type Surroundings } from './about-whom';
import { byAnswers } from './by-answers';
import { higherRanked, type Ruling } from './candidate';
import { Wordings } from './match-wordings';
import { permanenceOf } from './permanence';
import { providerByMarks, providerOf } from './provider';
import { MIN_RANK_ABOVE_CATEGORY, MIN_RANK_WITHOUT_PROSE, MIN_RANK_WITHOUT_REPORT_TEXT } from './rank';
import { rules } from './rules';
import { asksOwnAdmin, variantOf, type About } from './variant';
import { personalProviderOf } from './whose-mailbox';

export type { Surroundings } from './about-whom';
export { hasKnownWords } from './match-wordings';

export interface Diagnosis {
  cause: CauseId;
  /** Its exact meaning; null where the cause has one meaning only, or nothing says which. */
  variant: VariantId | null;
  confidence: Confidence;
  /** The words, or the code, as they stand in the bounce. */
  evidence: string | null;
  /** Id of the row that decided, for tests and for the curious. */
  rule: string | null;
  /** The recipient's mail system. */
  provider: ProviderRecord | null;
  /** Is it about a person's mailbox at a public provider, with no mail admin who could be asked? */
  isPersonal: boolean;
  /** Where the row that decided names somebody else than the cause does. */
  whoActs: WhoActs | null;
  /** null where nothing failed. */
  permanence: Permanence | null;
  /** Steps of the platform that the row adds to those of the cause. */
  steps: readonly HandlingStepId[];
  /** `smtp.example.net:587`, where a client program names the server that it failed at. */
  smtpServer: string | null;
}

const NOBODY: Surroundings = { sender: null, reporter: null };

/** @param reportProse the report's own text, read where the record itself says too little */
export function diagnose(
  record: DeliveryRecord,
  reportProse: string | null,
  reportingMta: string | null,
  around: Surroundings = NOBODY,
): Diagnosis {
  const named = providerOf([record.remoteMta, record.diagnostic, reportingMta]);
  // A service that sends for others reports what another system answered.
  const provider = named?.sendsOnly
    ? (providerByMarks([record.diagnostic]) ?? named)
    : (named ?? providerByMarks([record.diagnostic, reportProse]));
  const answers = record.diagnostic === null ? [] : answersIn(record.diagnostic);
  const wordings = new Wordings();
  const { byWords: said, best: stated } = byAnswers(answers, record, wordings, provider);
  const about = { record, wordings, reportProse, provider };
  if (stated && stated.rank >= MIN_RANK_WITHOUT_PROSE)
    return answer(aboutWhom(stated, record, answers, around), about);
  const best = higherRanked(stated, wordings.best(record.prose, 'prose', record, provider));
  // A server that answered `550 message rejected` has spoken: other words of the report are about other things.
  const hasSpoken = said !== null && record.replyCode !== null;
  if (best && (hasSpoken || best.rank >= MIN_RANK_WITHOUT_REPORT_TEXT))
    return answer(aboutWhom(best, record, answers, around), about);
  const last = higherRanked(best, wordings.best(reportProse, 'prose', record, provider));
  const known = last && last.rank >= MIN_RANK_ABOVE_CATEGORY ? last : (byCategory(record) ?? last);
  return answer(aboutWhom(known ?? NOTHING_KNOWN, record, answers, around), about);
}

/** A service's own category counts where the answer itself tells nothing. */
function byCategory({ category, diagnostic }: DeliveryRecord): Ruling | null {
  const named = category ?? categoryAtEnd(diagnostic ?? '');
  return named === null
    ? null
    : {
        cause: named.cause,
        confidence: 'medium',
        evidence: null,
        rule: `category:${named.cause}`,
        overrides: named.variant === undefined ? {} : { variant: named.variant },
        provider: 'any',
      };
}

const NOTHING_KNOWN = {
  cause: 'undetermined',
  confidence: 'low',
  evidence: null,
  rule: null,
  overrides: {},
  provider: 'any',
} as const;

function answer(ruling: Ruling, about: Omit<About, 'isPersonal'>): Diagnosis {
  const { record, provider } = about;
  const { cause, confidence, evidence, rule, overrides, provider: ofRule } = ruling;
  const speaker = provider ?? rules().providers.get(ofRule) ?? null;
  const atPublic = personalProviderOf(record.address);
  // A relay that the sender logs in to, or words that some provider uses, say nothing of an organization's mailbox.
  const isHostOfMailbox = () =>
    (provider !== null || record.address === null) &&
    !isSubmission([record.diagnostic, record.prose, about.reportProse]);
  const isAtPublic = atPublic !== null || ((speaker?.personal ?? false) && isHostOfMailbox());
  const variant = variantOf(ruling, { ...about, provider: speaker, isPersonal: isAtPublic });
  const isOurs = asksOwnAdmin(cause, variant);
  const isOther = (speaker?.personal && !isAtPublic) || (isOurs && speaker === atPublic);
  return {
    cause,
    variant,
    confidence: cause === 'undetermined' ? 'low' : confidence,
    evidence,
    rule,
    provider: ofRecipient(isOther ? null : speaker, isOurs ? null : atPublic),
    isPersonal: isAtPublic && !isOurs,
    whoActs: overrides.whoActs ?? null,
    permanence: permanenceOf(cause, record, overrides.permanence),
    steps: overrides.steps ?? [],
    smtpServer: smtpServerOf([record.diagnostic, record.prose, about.reportProse]),
  };
}

/** Whoever speaks may be a relay between: the recipient's own domain says more, and a sending service has no mailboxes. */
const ofRecipient = (speaker: ProviderRecord | null, atPublic: ProviderRecord | null) =>
  atPublic ?? (speaker?.sendsOnly ? null : speaker);
