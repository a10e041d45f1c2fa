/** Explanation → the line of JSON that other programs rely on (`docs/architecture.md`, "The command's contract"). */
import { say, withoutIsolates, type Explanation, type RecipientExplanation } from '../engine';
import type { Words } from '../engine';

export function toJson(file: string, explanation: Explanation, words: Words): string {
  const { kind, trust, reportingMta, original } = explanation;
  return JSON.stringify({
    file,
    kind,
    trust: { verdict: trust.verdict, signals: trust.signals.map(({ id }) => id) },
    reportingMta,
    original: { messageId: original.messageId, subject: original.subject, from: original.from },
    recipients: explanation.recipients.map((recipient) => toRow(recipient, words)),
  });
}

const toRow = (recipient: RecipientExplanation, words: Words) => ({
  address: recipient.address,
  action: recipient.action,
  replyCode: recipient.replyCode,
  status: recipient.status,
  cause: recipient.cause,
  confidence: recipient.confidence,
  diagnostic: recipient.diagnostic,
  evidence: recipient.evidence,
  remoteMta: recipient.remoteMta,
  whoActs: recipient.advice.whoActs,
  resend: recipient.advice.resend.verdict,
  // A program reads them: it has no use for marks that steer the direction of writing.
  steps: recipient.advice.steps.map(({ text }) => withoutIsolates(say(words, text))),
});
