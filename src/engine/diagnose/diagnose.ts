/**
 * What was said about one recipient → its cause. Text beats enhanced code, enhanced code beats basic
 * code; where nothing is known the answer is `undetermined`.
 */
import type {
  CauseId,
  HandlingStepId,
  Particulars,
  Permanence,
  ProviderRecord,
  WhoActs,
  WordingRecord,
} from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { Finding } from '../report/finding';
import { permanenceOf } from './permanence';
import { providerByMarks, providerOf, rules, type CodeRule, type WordingRule } from './rules';
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

/** What a row says, and whose row it is. */
interface Answer {
  cause: CauseId;
  confidence: Confidence;
  evidence: string | null;
  rule: string | null;
  particulars: Particulars;
  /** Id of the provider whose row it is. */
  provider: string;
}

interface Candidate extends Answer {
  rank: number;
}

/**
 * What beats what. Within a rank a row with conditions, then one of the recognised provider, then
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
  replyCode: 1,
  /** Words that say no more than that it failed. */
  failedOnly: 0,
} as const;
const STEP = 10_000;
const BONUS = { conditions: 3000, provider: 2000 };

const RANK_OF_WORDING: Record<'diagnostic' | 'prose', Record<WordingRecord['weight'], number>> = {
  diagnostic: { token: RANK.diagnosticToken, phrase: RANK.diagnosticPhrase, hint: RANK.diagnosticHint },
  prose: { token: RANK.proseToken, phrase: RANK.prosePhrase, hint: RANK.proseHint },
};

/** @param reportProse the report's own text, read where the finding itself says too little */
export function diagnose(
  finding: Finding,
  reportProse: string | null,
  reportingMta: string | null,
): Diagnosis {
  const provider =
    providerOf([finding.remoteMta, finding.diagnostic, reportingMta]) ??
    providerByMarks([finding.diagnostic, reportProse]);
  const stated = stronger(bySaid(finding, provider), byCodes(finding, provider));
  // Above what prose can reach, prose is not read.
  if (stated && stated.rank >= RANK.certainCode * STEP) return answer(stated, finding, provider);
  const best = stronger(stated, byWords(finding.prose, 'prose', finding, provider));
  if (best && best.rank >= RANK.diagnosticHint * STEP) return answer(best, finding, provider);
  const last = stronger(best, byWords(reportProse, 'prose', finding, provider));
  return answer(last ?? NOTHING_KNOWN, finding, provider);
}

const NOTHING_KNOWN = {
  cause: 'undetermined',
  confidence: 'low',
  evidence: null,
  rule: null,
  particulars: {},
  provider: 'any',
} as const;

const answer = (
  { cause, confidence, evidence, rule, particulars, provider: ofRule }: Answer,
  finding: Finding,
  provider: ProviderRecord | null,
): Diagnosis => ({
  cause,
  confidence: cause === 'undetermined' ? 'low' : confidence,
  evidence,
  rule,
  provider,
  whoActs: whoActsInstead(cause, particulars, provider ?? rules().providers.get(ofRule) ?? null),
  permanence: permanenceOf(cause, finding, particulars.permanence),
  steps: particulars.steps ?? [],
});

/** Of two that are as strong, the first. */
const stronger = (a: Candidate | null, b: Candidate | null) =>
  a && b ? (a.rank >= b.rank ? a : b) : (a ?? b);

/** `550 5.1.351 Remote server returned unknown recipient -> 550 5.7.1 …`: Exchange's own guess, then what was said. */
const PASSED_ON = /\bremote server returned [^>]{0,300}->\s{0,3}(?=[45]\d\d[ -])/i;

/** The answer that is passed on knows better than the words in front of it. */
function bySaid(finding: Finding, provider: ProviderRecord | null): Candidate | null {
  const { diagnostic } = finding;
  const passedOn = PASSED_ON.exec(diagnostic?.slice(0, 4000) ?? '');
  const inner = passedOn && diagnostic ? diagnostic.slice(passedOn.index + passedOn[0].length) : null;
  return (
    byWords(inner, 'diagnostic', finding, provider) ?? byWords(diagnostic, 'diagnostic', finding, provider)
  );
}

/** The strongest of the rows whose words stand in a text. */
function byWords(
  text: string | null,
  where: 'diagnostic' | 'prose',
  finding: Finding,
  provider: ProviderRecord | null,
): Candidate | null {
  if (!text) return null;
  const found = rules().finder.find(text);
  const excluded = new Set<WordingRule>();
  for (const { value } of found) if (value.forbids) excluded.add(value.rule);
  let best: Candidate | null = null;
  for (const { value, start, end } of found) {
    const { rule, forbids } = value;
    if (forbids || excluded.has(rule) || !applies(rule, finding)) continue;
    const { id, weight, cause } = rule.record;
    // "Will be tried again", quoted in a report that says it has failed.
    if (cause === 'not-a-failure' && finding.action === 'failed') continue;
    if (weight === 'token' && isInsideWord(text, start)) continue;
    const rank = rankOf(rule, where, end - start, provider);
    if (best && best.rank >= rank) continue;
    best = {
      cause,
      confidence: weight === 'hint' || where === 'prose' ? 'medium' : 'high',
      evidence: text.slice(start, end),
      rule: id,
      particulars: rule.record,
      provider: rule.provider,
      rank,
    };
  }
  return best;
}

function rankOf(
  { record, provider: owner }: WordingRule,
  where: 'diagnostic' | 'prose',
  length: number,
  provider: ProviderRecord | null,
): number {
  const conditional = record.status || record.reply ? BONUS.conditions : 0;
  // At a tie, another provider's row gives way to one that belongs to nobody.
  const own = owner === 'any' ? 1 : owner === provider?.id ? BONUS.provider : 0;
  const base = record.cause === 'undetermined' ? RANK.failedOnly : RANK_OF_WORDING[where][record.weight];
  return base * STEP + conditional + own + Math.min(length, 999);
}

/** `IB508` in `mx-AIB5081`: a piece of a name or a number, not a machine's own word. */
const isInsideWord = (text: string, start: number) =>
  /[a-z0-9]/i.test(text.charAt(start - 1)) && /[a-z0-9]/i.test(text.charAt(start));

function applies({ record, statusTests }: WordingRule, { status, replyCode }: Finding): boolean {
  if (record.status && (status === null || !statusTests.some((test) => test(status)))) return false;
  return !record.reply || (replyCode !== null && record.reply.includes(replyCode));
}

/** The strongest of the rows for the two codes. */
function byCodes({ status, replyCode }: Finding, provider: ProviderRecord | null): Candidate | null {
  const { statusRules, replyRules } = rules();
  const byStatus = status === null ? NO_RULES : statusRules(status);
  const byReply = replyRules.get(replyCode ?? '') ?? NO_RULES;
  const isStandard = byStatus.some((rule) => rule.provider === 'rfc');
  let best: Candidate | null = null;
  for (const rules of [byStatus, byReply]) {
    for (const rule of rules) {
      const own = rule.provider === provider?.id;
      // Another provider's meaning of a code says nothing here, except where nobody else gives it one.
      if (!own && rule.provider !== 'rfc' && isStandard) continue;
      const rank = rankOfCode(rule, own);
      if (best && best.rank >= rank) continue;
      const { confidence, cause, code } = rule.record;
      best = {
        cause,
        confidence,
        evidence: rule.test === null ? (replyCode ?? code) : (status ?? code),
        rule: `${rule.provider}:${code}`,
        particulars: rule.record,
        provider: rule.provider,
        rank,
      };
    }
  }
  return best;
}

const NO_RULES: readonly CodeRule[] = [];

function rankOfCode({ test, provider, record: { confidence } }: CodeRule, own: boolean): number {
  const certain = own ? RANK.providerCode : RANK.certainCode;
  const stated =
    confidence === 'high' ? certain : confidence === 'medium' ? RANK.likelyCode : RANK.generalCode;
  const base = test === null ? RANK.replyCode : stated;
  return base * STEP + (own ? BONUS.provider : 0) + (provider === 'rfc' ? 1 : 0);
}
