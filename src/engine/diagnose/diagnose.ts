/**
 * What was said about one recipient → its cause. Text beats enhanced code, enhanced code beats basic
 * code; where nothing is known the answer is `undetermined`.
 */
import type { CauseId, ProviderRecord, WordingRecord } from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { Finding } from '../report/finding';
import { providerOf, rules, type WordingRule } from './rules';

export { hasKnownWords } from './rules';

export interface Diagnosis {
  cause: CauseId;
  confidence: Confidence;
  /** The words, or the code, as they stand in the bounce. */
  evidence: string | null;
  /** Id of the row that decided, for tests and for the curious. */
  rule: string | null;
  provider: ProviderRecord | null;
}

interface Candidate {
  cause: CauseId;
  confidence: Confidence;
  evidence: string;
  rule: string;
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
  const provider = providerOf([finding.remoteMta, finding.diagnostic, reportingMta]);
  const candidates = [
    ...byWords(finding.diagnostic, 'diagnostic', finding, provider),
    ...byWords(finding.prose, 'prose', finding, provider),
    ...byCodes(finding, provider),
  ];
  const best = strongest(candidates);
  if (best && best.rank >= RANK.diagnosticHint * STEP) return answer(best, provider);
  const fromProse = strongest([...candidates, ...byWords(reportProse, 'prose', finding, provider)]);
  return fromProse
    ? answer(fromProse, provider)
    : { cause: 'undetermined', confidence: 'low', evidence: null, rule: null, provider };
}

const answer = (
  { cause, confidence, evidence, rule }: Candidate,
  provider: ProviderRecord | null,
): Diagnosis => ({
  cause,
  confidence: cause === 'undetermined' ? 'low' : confidence,
  evidence,
  rule,
  provider,
});

const strongest = (candidates: Candidate[]) =>
  candidates.reduce<Candidate | null>((best, one) => (best && best.rank >= one.rank ? best : one), null);

function byWords(
  text: string | null,
  where: 'diagnostic' | 'prose',
  finding: Finding,
  provider: ProviderRecord | null,
): Candidate[] {
  if (!text) return [];
  const found = rules().finder.find(text);
  const excluded = new Set(found.flatMap(({ value }) => (value.forbids ? value.rule : [])));
  return found.flatMap(({ value: { rule, forbids }, start, end }): Candidate[] => {
    if (forbids || excluded.has(rule) || !applies(rule, finding)) return [];
    // "Will be tried again", quoted in a report that says it has failed.
    if (rule.record.cause === 'not-a-failure' && finding.action === 'failed') return [];
    const { id, weight, cause } = rule.record;
    const conditional = rule.record.status || rule.record.reply ? BONUS.conditions : 0;
    const own = rule.provider !== 'any' && rule.provider === provider?.id ? BONUS.provider : 0;
    return [
      {
        cause,
        confidence: weight === 'hint' || where === 'prose' ? 'medium' : 'high',
        evidence: text.slice(start, end),
        rule: id,
        rank: RANK_OF_WORDING[where][weight] * STEP + conditional + own + Math.min(end - start, 999),
      },
    ];
  });
}

function applies({ record, statusTests }: WordingRule, { status, replyCode }: Finding): boolean {
  if (record.status && (status === null || !statusTests.some((test) => test(status)))) return false;
  return !record.reply || (replyCode !== null && record.reply.includes(replyCode));
}

function byCodes({ status, replyCode }: Finding, provider: ProviderRecord | null): Candidate[] {
  const { statusRules, replyRules } = rules();
  const ofSubject = statusRules.get(status?.split('.')[1] ?? '') ?? [];
  const byStatus = status === null ? [] : ofSubject.filter(({ test }) => test?.(status));
  const byReply = replyRules.get(replyCode ?? '') ?? [];
  return [...byStatus, ...byReply].flatMap((rule): Candidate[] => {
    const own = rule.provider === provider?.id;
    // Another provider's meaning of a code says nothing here, except where nobody else gives it one.
    if (!own && rule.provider !== 'rfc' && byStatus.some((other) => other.provider === 'rfc')) return [];
    const { confidence, cause, code } = rule.record;
    const rank =
      rule.test === null
        ? RANK.replyCode
        : confidence === 'high'
          ? own
            ? RANK.providerCode
            : RANK.certainCode
          : confidence === 'medium'
            ? RANK.likelyCode
            : RANK.generalCode;
    return [
      {
        cause,
        confidence,
        evidence: rule.test === null ? (replyCode ?? code) : (status ?? code),
        rule: `${rule.provider}:${code}`,
        rank: rank * STEP + (own ? BONUS.provider : 0) + (rule.provider === 'rfc' ? 1 : 0),
      },
    ];
  });
}
