/**
 * What was said about one recipient → its cause. Text beats enhanced code, enhanced code beats basic
 * code; where nothing is known the answer is `undetermined`.
 */
import type { CauseId, HandlingStepId, Permanence, ProviderRecord, WhoActs } from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { DeliveryRecord } from '../record/record';
import { answersIn, withoutJoints, type Answer } from '../answer/answers';
import { isBeforeRecipient, type SmtpCommand } from '../answer/command';
import { byCodes, byWords, stronger, type Candidate, type Ruling } from './candidates';
import { permanenceOf } from './permanence';
import { providerByMarks, providerOf } from './provider';
import { BEYOND_CATEGORY, BEYOND_GENERAL_WORDS, BEYOND_HINTS, BEYOND_PROSE } from './rank';
import { rules } from './rules';
import { whoActsInstead } from './who-acts';

export { hasKnownWords } from './rules';

export interface Diagnosis {
  cause: CauseId;
  confidence: Confidence;
  /** The words, or the code, as they stand in the bounce. */
  evidence: string | null;
  /** Id of the row that decided, for tests and for the curious. */
  rule: string | null;
  provider: ProviderRecord | null;
  /** Where the row that decided names somebody else than the cause does. */
  whoActs: WhoActs | null;
  /** null where nothing failed. */
  permanence: Permanence | null;
  /** Steps of the platform that the row adds to those of the cause. */
  steps: readonly HandlingStepId[];
}

/** @param reportProse the report's own text, read where the record itself says too little */
export function diagnose(
  record: DeliveryRecord,
  reportProse: string | null,
  reportingMta: string | null,
): Diagnosis {
  const provider =
    providerOf([record.remoteMta, record.diagnostic, reportingMta]) ??
    providerByMarks([record.diagnostic, reportProse]);
  const stated = stronger(bySaid(record, provider), byCodes(record, provider));
  // Above what prose can reach, prose is not read.
  if (stated && stated.rank >= BEYOND_PROSE) return answer(aboutWhom(stated, record), record, provider);
  const best = stronger(stated, byWords(record.prose, 'prose', record, provider));
  if (best && best.rank >= BEYOND_HINTS) return answer(aboutWhom(best, record), record, provider);
  const last = stronger(best, byWords(reportProse, 'prose', record, provider));
  const known = last && last.rank >= BEYOND_CATEGORY ? last : (byCategory(record) ?? last);
  return answer(aboutWhom(known ?? NOTHING_KNOWN, record), record, provider);
}

/** A service's own category counts where the answer itself tells nothing. */
const byCategory = ({ category }: DeliveryRecord): Ruling | null =>
  category === null
    ? null
    : { cause: category, confidence: 'medium', evidence: null, rule: `category:${category}`, particulars: {}, provider: 'any' };

const NOTHING_KNOWN = {
  cause: 'undetermined',
  confidence: 'low',
  evidence: null,
  rule: null,
  particulars: {},
  provider: 'any',
} as const;

const answer = (
  { cause, confidence, evidence, rule, particulars, provider: ofRule }: Ruling,
  record: DeliveryRecord,
  provider: ProviderRecord | null,
): Diagnosis => ({
  cause,
  confidence: cause === 'undetermined' ? 'low' : confidence,
  evidence,
  rule,
  provider,
  whoActs: whoActsInstead(cause, particulars, provider ?? rules().providers.get(ofRule) ?? null),
  permanence: permanenceOf(cause, record, particulars.permanence),
  steps: particulars.steps ?? [],
});

/** The innermost answer whose words are known; a frame speaks where what is inside says nothing. */
function bySaid(record: DeliveryRecord, provider: ProviderRecord | null): Candidate | null {
  if (record.diagnostic === null) return null;
  const whole = byWords(record.diagnostic, 'diagnostic', record, provider);
  for (const answer of answersIn(record.diagnostic)) {
    const candidate = wordsOf(answer, record, provider);
    // A word that names a subject only gives way to a sentence with one meaning, wherever it stands.
    if (candidate && candidate.rank >= BEYOND_GENERAL_WORDS) return candidate;
    if (candidate && candidate.cause !== 'undetermined' && (!whole || whole.rank < BEYOND_GENERAL_WORDS))
      return candidate;
  }
  return whole;
}

/** Words as they stand there; where they say nothing, without the codes that a relay has left inside. */
function wordsOf({ text }: Answer, record: DeliveryRecord, provider: ProviderRecord | null) {
  const candidate = byWords(text, 'diagnostic', record, provider);
  if (candidate) return candidate;
  const whole = withoutJoints(text);
  return whole === text ? null : byWords(whole, 'diagnostic', record, provider);
}

/** What these causes mean where the answer was given to a command before RCPT: nobody has named a recipient yet. */
const ABOUT_RECIPIENT: ReadonlySet<CauseId> = new Set([
  'recipient-unknown',
  'address-invalid',
  'domain-not-found',
  'mailbox-disabled',
]);

const commandOf = ({ command, diagnostic }: DeliveryRecord): SmtpCommand | null =>
  command ?? (diagnostic === null ? null : (answersIn(diagnostic)[0]?.command ?? null));

/** The answer is about the sender, if it was given to MAIL FROM, or names the sender alone. */
function aboutWhom(best: Ruling, record: DeliveryRecord): Ruling {
  const isAboutSender = ABOUT_RECIPIENT.has(best.cause) && isBeforeRecipient(commandOf(record)) && commandOf(record) !== 'connect';
  return isAboutSender ? { ...best, cause: 'sender-identity', particulars: {} } : best;
}
