/** What the bounce states, for whoever traces it; labels stand below `help.facts`. */
import type { Confidence, Explanation, RecipientExplanation } from '../engine';

type FactName =
  | 'code'
  | 'diagnostic'
  | 'remoteMta'
  | 'reportingMta'
  | 'saidSender'
  | 'servers'
  | 'subject'
  | 'messageId'
  | 'time'
  | 'bounce';

export interface Fact {
  name: FactName;
  /** As the message has it; of `time`, ISO 8601 in UTC. */
  value: string;
}

/** `550 5.1.1`, or empty. */
export const codeOf = ({ replyCode, status }: Pick<RecipientExplanation, 'replyCode' | 'status'>): string =>
  [replyCode, status].filter(Boolean).join(' ');

/** @param recipient the one that speaks for a plan; null where the message names nobody */
export function factsOf(explanation: Explanation, recipient: RecipientExplanation | null): Fact[] {
  const { original, sendingServer, reportingMta, date, subject } = explanation;
  const all: [FactName, string | null][] = [
    ['code', recipient && codeOf(recipient)],
    ['diagnostic', recipient && (recipient.diagnostic ?? recipient.evidence)],
    ['remoteMta', recipient?.remoteMta ?? null],
    ['reportingMta', reportingMta === recipient?.remoteMta ? null : reportingMta],
    ['saidSender', original.from],
    ['servers', sendingServer],
    ['subject', original.subject],
    ['messageId', original.messageId],
    ['time', date],
    ['bounce', subject],
  ];
  return all.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** How sure the engine is of a plan: as sure as of the one that speaks for all. */
export const confidenceOf = (recipients: readonly RecipientExplanation[]): Confidence | null =>
  recipients[0]?.confidence ?? null;
