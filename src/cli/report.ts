/** Explanation → a report for people at a terminal. */
import { say, type Explanation, type RecipientExplanation } from '../engine';
import type { Words } from '../engine';

export function toReport(file: string, explanation: Explanation, words: Words): string {
  const word = (key: string, values: Record<string, string> = {}) => say(words, { key, values });
  const { kind, trust, subject, recipients } = explanation;
  const lines = [plain(file) + (subject === null ? '' : ` · ${plain(subject)}`), word(`engine.kind.${kind}`)];
  if (recipients.length === 0) lines.push(word(`engine.kindDetail.${kind}`));
  lines.push(word('cli.report.trust', { trust: word(`engine.trust.${trust.verdict}`) }));
  for (const recipient of recipients) lines.push('', ...recipientLines(recipient, words));
  return orderedByTerminal(lines.join('\n')) + '\n';
}

function recipientLines(
  { address, cause, confidence, evidence, advice }: RecipientExplanation,
  words: Words,
): string[] {
  const word = (key: string, values: Record<string, string> = {}) => say(words, { key, values });
  const label = (name: string, value: string) => `  ${word(`cli.report.${name}`, { [name]: value })}`;
  const time = advice.resend.notBefore;
  const verdict = advice.resend.verdict === 'wait' && time === null ? 'wait-no-time' : advice.resend.verdict;
  return [
    `${plain(address ?? word('engine.fallback.address'))}: ${word(`causes.${cause}.title`)}`,
    `  ${plain(say(words, advice.sentence))}`,
    label('who', word(`engine.who.${advice.whoActs}`)),
    `  ${word('cli.report.steps')}`,
    ...advice.steps.map(({ text }, index) => `    ${index + 1}. ${plain(say(words, text))}`),
    label(
      'resend',
      `${word(`engine.resend.${verdict}`, { time: time ?? '' })}. ${plain(say(words, advice.resend.text))}`,
    ),
    `  ${word('cli.report.address', { remove: plain(say(words, advice.removeAddress.text)) })}`,
    ...(evidence === null ? [] : [label('evidence', plain(evidence))]),
    label('confidence', word(`engine.confidence.${confidence}`)),
  ];
}

/** A mail's text, or a file's name, must not drive the terminal: control and direction characters are shown as a mark. */
export const plain = (text: string) =>
  orderedByTerminal(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');

/** Without the isolates that `say` sets in languages written from the right: few terminals know them. */
const orderedByTerminal = (text: string) => text.replace(/[\u2068\u2069]/g, '');
