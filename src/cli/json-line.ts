/**
 * What `ndr-explain --json` prints: one line an email. These types are published with the command; fields may be added,
 * none changes its meaning (`docs/architecture.md`, "The command's contract").
 */
import type {
  Action,
  Advice,
  Confidence,
  Kind,
  RecipientExplanation,
  TrustVerdict,
} from '../engine/explanation';

/** One email, or a page of a longer file. */
export interface AnswerLine {
  /** The path, as it was named or found; of `--ask`, the text. */
  file: string;
  /** Of a page of a longer file: its first line and its last. */
  lines?: readonly [number, number];
  kind: Kind;
  trust: { verdict: TrustVerdict; signals: readonly string[] };
  reportingMta: string | null;
  /** The mail that came back, as far as the bounce tells. */
  original: { messageId: string | null; subject: string | null; from: string | null };
  recipients: readonly RecipientLine[];
  /** How many recipients stand in the report beyond those above; there only where some do. */
  recipientsLeftOut?: number;
}

/** What became of the mail for one recipient, and what to do. */
export interface RecipientLine {
  address: string | null;
  action: Action;
  /** RFC 5321, three digits; null where the bounce says none. */
  replyCode: string | null;
  /** RFC 3463, such as `5.1.1`; null where the bounce says none. */
  status: string | null;
  cause: RecipientExplanation['cause'];
  confidence: Confidence;
  /** The server's answer, as the bounce quotes it. */
  diagnostic: string | null;
  /** The very words that the cause was concluded from. */
  evidence: string | null;
  remoteMta: string | null;
  whoActs: Advice['whoActs'];
  resend: Advice['resend']['verdict'];
  /** In the language asked for, in the order in which they are to be done. */
  steps: readonly string[];
  /** The exact meaning of the cause; null where it has one, or the bounce does not say which. */
  variant: string | null;
}
