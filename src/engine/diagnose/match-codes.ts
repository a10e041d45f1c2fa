/** The strongest of the rows for a record's two codes. */
import type { ProviderRecord } from '../../knowledge/records';
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
        confidence,
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

/** `421 4.2.1 Unable to connect`: a server that closes the connection (RFC 5321, 3.8) has not looked at a mailbox. */
const isMisused = (status: string, replyCode: string | null) =>
  replyCode === '421' && /^4\.[12]\./.test(status);
