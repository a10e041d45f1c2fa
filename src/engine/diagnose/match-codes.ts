/** The strongest of the rows for a record's two codes. */
import type { ProviderRecord } from '../../knowledge/records';
import type { Confidence } from '../explanation';
import type { DeliveryRecord } from '../record/record';
import { ANY, type Candidate, type Only } from './candidate';
import { rankOfCode } from './rank';
import { rules, type CodeRule } from './rules';

const NO_RULES: readonly CodeRule[] = [];

/** @param provider whose server speaks */
export function matchCodes(
  { status, replyCode, action }: DeliveryRecord,
  provider: ProviderRecord | null,
  only: Only = ANY,
): Candidate | null {
  const { statusRules, replyRules } = rules();
  const byStatus = status === null || isMisused(status, replyCode) ? NO_RULES : statusRules(status);
  const byReply = replyRules.get(replyCode ?? '') ?? NO_RULES;
  const isStandard = byStatus.some((rule) => rule.provider === 'rfc');
  // Rows that are asked for one cause are not weighed against those of another.
  const isWeighed = provider === null && only === ANY;
  let best: Candidate | null = null;
  for (const rows of [byStatus, byReply]) {
    for (const rule of rows) {
      const own = rule.provider === provider?.id;
      // Another provider's meaning of a code says nothing here, except where nobody else gives it one.
      if (!own && rule.provider !== 'rfc' && isStandard) continue;
      if (!only(rule.record)) continue;
      if (rule.record.cause === 'expired' && action === 'delayed') continue;
      if (rule.record.reply && !rule.record.reply.includes(replyCode ?? '')) continue;
      const rank = rankOfCode(rule, own);
      if (best && best.rank >= rank) continue;
      const { confidence, cause, code } = rule.record;
      best = {
        cause,
        confidence: isWeighed && hasOtherMeaning(rule, status) ? lowered(confidence) : confidence,
        evidence: rule.test === null ? (replyCode ?? code) : (status ?? code),
        rule: `${rule.provider}:${code}`,
        overrides: rule.record,
        provider: rule.provider,
        rank,
      };
    }
  }
  return best;
}

/**
 * `5.7.27`: a null MX in the standard, SPF with Google, and nothing in the bounce says who speaks. Where the standard has
 * no such code, `4.7.23`, it may still have its words in the other class.
 */
function hasOtherMeaning({ test, record, provider }: CodeRule, status: string | null): boolean {
  if (test === null || status === null) return false;
  const { statusRules } = rules();
  const ofStandard = statusRules(`${status.startsWith('4') ? 5 : 4}${status.slice(1)}`).filter(
    (row) => row.provider === 'rfc',
  );
  return [...statusRules(status), ...(provider === 'rfc' ? [] : ofStandard)].some(
    (row) => row.provider !== provider && row.record.cause !== record.cause,
  );
}
const lowered = (confidence: Confidence): Confidence => (confidence === 'high' ? 'medium' : confidence);

/** `421 4.2.1 Unable to connect`: a server that closes the connection (RFC 5321, 3.8) has not looked at a mailbox. */
const isMisused = (status: string, replyCode: string | null) =>
  replyCode === '421' && /^4\.[12]\./.test(status);
