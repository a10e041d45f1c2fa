/** Explanation → the line of JSON that other programs rely on (`docs/architecture.md`, "The command's contract"). */
import { say, withoutIsolates, type Explanation, type RecipientExplanation } from '../engine';
import type { Words } from '../engine';

export function toJson(file: string, explanation: Explanation, words: Words): string {
  const { kind, trust, reportingMta, original } = explanation;
  const line = JSON.stringify({
    file,
    kind,
    trust: { verdict: trust.verdict, signals: trust.signals.map(({ id }) => id) },
    reportingMta,
    original: { messageId: original.messageId, subject: original.subject, from: original.from },
    recipients: explanation.recipients.map((recipient) => toRow(recipient, words)),
  });
  return line.replace(UNSEEN, escaped);
}

/**
 * What a mail may put into a terminal or between two lines: control characters of both sets, line and paragraph
 * separators, marks that turn the direction, characters without a look. As `\u` they mean the same to a program.
 */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;
const escaped = (character: string) =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');

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
  variant: recipient.variant,
});
