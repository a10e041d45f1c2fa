/** What the knowledge's rows say about a finding: of all that fit, the strongest. */
import type { CauseId, Particulars, ProviderRecord } from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { Finding } from '../report/finding';
import { rankOfCode, rankOfWords, type Place } from './rank';
import { rules, type CodeRule, type WordingRule } from './rules';

/** What a row says, and whose row it is. */
export interface Answer {
  cause: CauseId;
  confidence: Confidence;
  evidence: string | null;
  rule: string | null;
  particulars: Particulars;
  /** Id of the provider whose row it is. */
  provider: string;
}

export interface Candidate extends Answer {
  rank: number;
}

/** Of two that are as strong, the first. */
export const stronger = (a: Candidate | null, b: Candidate | null) =>
  a && b ? (a.rank >= b.rank ? a : b) : (a ?? b);

/** The strongest of the rows whose words stand in a text. */
export function byWords(
  text: string | null,
  where: Place,
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
    if (cause === 'not-a-failure' && weight === 'hint' && finding.action === 'failed') continue;
    if (weight === 'token' && isInsideWord(text, start)) continue;
    const rank = rankOfWords(rule, where, end - start, provider);
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

/** `IB508` in `mx-AIB5081`: a piece of a name or a number, not a machine's own word. */
const isInsideWord = (text: string, start: number) =>
  /[a-z0-9]/i.test(text.charAt(start - 1)) && /[a-z0-9]/i.test(text.charAt(start));

function applies({ record, statusTests }: WordingRule, { status, replyCode }: Finding): boolean {
  if (record.status && (status === null || !statusTests.some((test) => test(status)))) return false;
  return !record.reply || (replyCode !== null && record.reply.includes(replyCode));
}

/** The strongest of the rows for the two codes. */
export function byCodes({ status, replyCode }: Finding, provider: ProviderRecord | null): Candidate | null {
  const { statusRules, replyRules } = rules();
  const byStatus = status === null ? NO_RULES : statusRules(status);
  const byReply = replyRules.get(replyCode ?? '') ?? NO_RULES;
  const isStandard = byStatus.some((rule) => rule.provider === 'rfc');
  let best: Candidate | null = null;
  for (const rows of [byStatus, byReply]) {
    for (const rule of rows) {
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
