/** Explanation → the line of JSON that other programs rely on (`docs/architecture.md`, "The command's contract"). */
import {
  recipientsLeftOut,
  say,
  withoutIsolates,
  type Explanation,
  type RecipientExplanation,
} from '../engine';
import type { Words } from '../engine';
import type { AnswerLine, RecipientLine } from './json-line';

/** @param lines of a page of a longer file: its first line and its last */
export function toJson(
  file: string,
  explanation: Explanation,
  words: Words,
  lines?: readonly [number, number],
): string {
  const { kind, trust, reportingMta, original } = explanation;
  const leftOut = recipientsLeftOut(explanation);
  const line: AnswerLine = {
    file,
    ...(lines ? { lines } : {}),
    kind,
    trust: { verdict: trust.verdict, signals: trust.signals.map(({ id }) => id) },
    reportingMta,
    original: { messageId: original.messageId, subject: original.subject, from: original.from },
    recipients: explanation.recipients.map((recipient) => toRow(recipient, words)),
    ...(leftOut > 0 ? { recipientsLeftOut: leftOut } : {}),
  };
  return oneLine(JSON.stringify(line));
}

/**
 * What a mail may put into a terminal or between two lines: control characters of both sets, line and paragraph
 * separators, marks that turn the direction, characters without a look. As `\u` they mean the same to a program.
 */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;
/** JSON in one line of plain characters, which means the same to a program. */
export const oneLine = (json: string): string => json.replace(UNSEEN, escaped);

const escaped = (character: string) =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');

const toRow = (recipient: RecipientExplanation, words: Words): RecipientLine => ({
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
