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
import { answersIn, withoutJoints, type Answer } from '../answer/answers';
import { isBeforeRecipient, type SmtpCommand } from '../answer/command';
import { byCodes, byWords, stronger, type Candidate, type Ruling } from './candidates';
import { permanenceOf } from './permanence';
import { providerByMarks, providerOf } from './provider';
import { BEYOND_CATEGORY, BEYOND_GENERAL_WORDS, BEYOND_HINTS, BEYOND_PROSE } from './rank';
import { rules } from './rules';
import { variantOf } from './variant';
import { whoActsInstead } from './who-acts';

export { hasKnownWords } from './rules';

export interface Diagnosis {
  cause: CauseId;
  /** Its exact meaning; null where the cause has one meaning only, or nothing says which. */
  variant: VariantId | null;
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

/** What is known of the report around a record. */
export interface Surroundings {
  /** Who sent the mail that came back. */
  sender: string | null;
  /** The host or the domain that reports. */
  reporter: string | null;
}
const NOBODY: Surroundings = { sender: null, reporter: null };

/** @param reportProse the report's own text, read where the record itself says too little */
export function diagnose(
  record: DeliveryRecord,
  reportProse: string | null,
  reportingMta: string | null,
  around: Surroundings = NOBODY,
): Diagnosis {
  const provider =
    providerOf([record.remoteMta, record.diagnostic, reportingMta]) ??
    providerByMarks([record.diagnostic, reportProse]);
  const stated = stronger(bySaid(record, provider), byCodes(record, provider));
  // Above what prose can reach, prose is not read.
  if (stated && stated.rank >= BEYOND_PROSE)
    return answer(aboutWhom(stated, record, around), record, provider, reportProse);
  const best = stronger(stated, byWords(record.prose, 'prose', record, provider));
  if (best && best.rank >= BEYOND_HINTS)
    return answer(aboutWhom(best, record, around), record, provider, reportProse);
  const last = stronger(best, byWords(reportProse, 'prose', record, provider));
  const known = last && last.rank >= BEYOND_CATEGORY ? last : (byCategory(record) ?? last);
  return answer(aboutWhom(known ?? NOTHING_KNOWN, record, around), record, provider, reportProse);
}

/** A service's own category counts where the answer itself tells nothing. */
const byCategory = ({ category }: DeliveryRecord): Ruling | null =>
  category === null
    ? null
    : {
        cause: category,
        confidence: 'medium',
        evidence: null,
        rule: `category:${category}`,
        particulars: {},
        provider: 'any',
      };

const NOTHING_KNOWN = {
  cause: 'undetermined',
  confidence: 'low',
  evidence: null,
  rule: null,
  particulars: {},
  provider: 'any',
} as const;

function answer(
  ruling: Ruling,
  record: DeliveryRecord,
  provider: ProviderRecord | null,
  reportProse: string | null,
): Diagnosis {
  const { cause, confidence, evidence, rule, particulars, provider: ofRule } = ruling;
  const owner = provider ?? rules().providers.get(ofRule) ?? null;
  return {
    cause,
    variant: variantOf(ruling, record, reportProse, owner),
    confidence: cause === 'undetermined' ? 'low' : confidence,
    evidence,
    rule,
    provider,
    whoActs: whoActsInstead(cause, particulars, owner),
    permanence: permanenceOf(cause, record, particulars.permanence),
    steps: particulars.steps ?? [],
  };
}

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

/** The answer is about the sender, if it was given to a command before RCPT, or names the sender alone. */
function aboutWhom(best: Ruling, record: DeliveryRecord, { sender, reporter }: Surroundings): Ruling {
  if (best.rule === UNROUTEABLE) return unrouteable(best, record, reporter);
  if (!ABOUT_RECIPIENT.has(best.cause)) return best;
  const command = commandOf(record);
  const isEarly = isBeforeRecipient(command) && command !== 'connect';
  return isEarly || namesOnlySender(record, sender)
    ? { ...best, cause: 'sender-identity', particulars: {} }
    : best;
}

/** `553 b7741 out.example.org does not exist`: the name that was refused is the sender's. */
function namesOnlySender({ diagnostic, address }: DeliveryRecord, sender: string | null): boolean {
  const [own, other] = [domainOf(sender), domainOf(address)];
  if (own === null || other === null || own === other || diagnostic === null) return false;
  const text = (answersIn(diagnostic)[0]?.text ?? '').toLowerCase();
  return text.includes(own) && !text.includes(other) && REFUSED_NAME.test(text);
}
/** A refusal of one line: a longer text names the sender's server for other reasons. */
const REFUSED_NAME = /^\W{0,4}[45]\d\d[^\n]{0,200}$/;

const UNROUTEABLE = 'any-exim-unrouteable';
/** Exim's own word, no remote answer: for a domain of its own it means the user, for another one the domain. */
function unrouteable(best: Ruling, record: DeliveryRecord, reporter: string | null): Ruling {
  const domain = domainOf(record.address);
  const host = reporter?.toLowerCase() ?? null;
  const isElsewhere =
    record.replyCode === null &&
    record.remoteMta === null &&
    domain !== null &&
    host !== null &&
    !host.endsWith(domain) &&
    !domain.endsWith(host);
  return isElsewhere ? { ...best, cause: 'domain-not-found', particulars: {} } : best;
}

const domainOf = (address: string | null) =>
  address?.slice(address.lastIndexOf('@') + 1).toLowerCase() || null;
