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
import { isBeforeRecipient, type SmtpCommand } from '../answer/command';
import { categoryOf } from '../record/category';
import { higherRanked, type Candidate, type Ruling } from './candidate';
import { matchCodes } from './match-codes';
import { matchWordings } from './match-wordings';
import { permanenceOf } from './permanence';
import { providerByMarks, providerOf } from './provider';
import {
  MIN_RANK_ABOVE_CATEGORY,
  MIN_RANK_OF_EXACT_WORDS,
  MIN_RANK_OF_GENERAL_WORDS,
  MIN_RANK_WITHOUT_PROSE,
  MIN_RANK_WITHOUT_REPORT_TEXT,
} from './rank';
import { rules } from './rules';
import { variantOf } from './variant';
import { personalProviderOf } from './whose-mailbox';

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
  /** Is it a person's mailbox at a public provider, with no mail admin who could be asked? */
  isPersonal: boolean;
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
  const said = bySaid(record, provider);
  const stated = higherRanked(said, matchCodes(record, provider));
  if (stated && stated.rank >= MIN_RANK_WITHOUT_PROSE)
    return answer(aboutWhom(stated, record, around), record, provider, reportProse);
  const best = higherRanked(stated, matchWordings(record.prose, 'prose', record, provider));
  // A server that answered `550 message rejected` has spoken: other words of the report are about other things.
  const hasSpoken = said !== null && record.replyCode !== null;
  if (best && (hasSpoken || best.rank >= MIN_RANK_WITHOUT_REPORT_TEXT))
    return answer(aboutWhom(best, record, around), record, provider, reportProse);
  const last = higherRanked(best, matchWordings(reportProse, 'prose', record, provider));
  const known = last && last.rank >= MIN_RANK_ABOVE_CATEGORY ? last : (byCategory(record) ?? last);
  return answer(aboutWhom(known ?? NOTHING_KNOWN, record, around), record, provider, reportProse);
}

/** `dropped: NoMailbox`: a category stands last. */
const LAST_PART = /(?:^|[:|])\s*([^:|]{1,60})$/;

/** A service's own category counts where the answer itself tells nothing. */
function byCategory({ category, diagnostic }: DeliveryRecord): Ruling | null {
  const named = category ?? categoryOf(LAST_PART.exec(diagnostic?.trim() ?? '')?.[1] ?? '');
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

function answer(
  ruling: Ruling,
  record: DeliveryRecord,
  provider: ProviderRecord | null,
  reportProse: string | null,
): Diagnosis {
  const { cause, confidence, evidence, rule, overrides, provider: ofRule } = ruling;
  const speaker = provider ?? rules().providers.get(ofRule) ?? null;
  const atPublic = personalProviderOf(record.address);
  const isPersonal = atPublic !== null || (speaker?.personal ?? false);
  return {
    cause,
    variant: variantOf(ruling, { record, reportProse, provider: speaker, isPersonal }),
    confidence: cause === 'undetermined' ? 'low' : confidence,
    evidence,
    rule,
    provider: ofRecipient(provider, atPublic),
    isPersonal,
    whoActs: overrides.whoActs ?? null,
    permanence: permanenceOf(cause, record, overrides.permanence),
    steps: overrides.steps ?? [],
  };
}

/** Whoever speaks may be a relay between: the recipient's own domain says more, and a sending service has no mailboxes. */
const ofRecipient = (speaker: ProviderRecord | null, atPublic: ProviderRecord | null) =>
  atPublic ?? (speaker?.sendsOnly ? null : speaker);

/**
 * What the answers in a diagnostic say. Exact words beat words that name a subject, and these beat words that say only
 * that it failed; among equals the innermost answer speaks.
 */
function bySaid(record: DeliveryRecord, provider: ProviderRecord | null): Candidate | null {
  if (record.diagnostic === null) return null;
  let best: Candidate | null = null;
  for (const { text } of answersIn(record.diagnostic)) {
    const candidate = matchWordings(text, 'diagnostic', record, provider);
    if (!candidate) continue;
    if (candidate.rank >= MIN_RANK_OF_EXACT_WORDS) return candidate;
    if (!best || tierOf(candidate) > tierOf(best)) best = candidate;
  }
  return best;
}

/** 0 for words that say only that it failed, 1 for words that name a subject. */
const tierOf = ({ rank }: Candidate) => (rank >= MIN_RANK_OF_GENERAL_WORDS ? 1 : 0);

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
    ? { ...best, cause: 'sender-identity', overrides: {} }
    : best;
}

/** `553 b7741 out.example.org does not exist`: the name that was refused is the sender's. */
function namesOnlySender({ diagnostic, address, remoteMta }: DeliveryRecord, sender: string | null): boolean {
  const [own, other] = [domainOf(sender), domainOf(address)];
  if (other === null || own === other || diagnostic === null) return false;
  const text = (answersIn(diagnostic)[0]?.text ?? '').toLowerCase();
  if (text.includes(other) || !REFUSED_NAME.test(text)) return false;
  if (own !== null) return text.includes(own);
  // Who sent the mail is not known: a name that is neither the recipient's nor the server's own.
  const name = NAME_BEHIND_CODE.exec(text)?.[1];
  return (
    name !== undefined &&
    !isOfOneDomain(name, other) &&
    !isOfOneDomain(name, remoteMta?.toLowerCase() ?? other)
  );
}
/** A refusal of one line: a longer text names the sender's server for other reasons. */
const REFUSED_NAME = /^\W{0,4}[45]\d\d[^\n]{0,200}$/;
/** `553 out.example.org does`: a host name right behind the codes, then a word. */
const NAME_BEHIND_CODE =
  /^\W{0,4}[45]\d\d[ -](?:[45]\.\d\.\d{1,3} )?([a-z0-9-]+(?:\.[a-z0-9-]+){0,8}\.[a-z]{2,12}) [a-z]/;

const isOfOneDomain = (name: string, other: string) => name.endsWith(other) || other.endsWith(name);

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
    !isOfOneDomain(host, domain);
  return isElsewhere ? { ...best, cause: 'domain-not-found', overrides: {} } : best;
}

const domainOf = (address: string | null) =>
  address?.slice(address.lastIndexOf('@') + 1).toLowerCase() || null;
