/**
 * What `explain` answers. Texts are named by key with their values, never written out here:
 * `advise/words.ts` puts them into the language asked for.
 */
import type {
  CauseId,
  HandlingStepId,
  LinkId,
  MessageId,
  Permanence,
  RemoveAddress,
  Resend,
  TaskId,
  VariantId,
  WhoActs,
} from '../knowledge/records';

/** What kind of message was read. Only `failure` and `delay` carry recipients that need help. */
export type Kind =
  | 'failure'
  | 'delay'
  | 'success'
  | 'auto-reply'
  | 'read-receipt'
  | 'feedback-report'
  | 'challenge'
  | 'not-a-report';

/** RFC 3464, section 2.3.3. */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/**
 * How sure the engine is of the cause.
 * `high`: the bounce says it in words or by a code that has one meaning.
 * `medium`: a code or wording that nearly always means this.
 * `low`: the best that a general code allows; `undetermined` is always low.
 */
export type Confidence = 'high' | 'medium' | 'low';

export type TrustVerdict = 'genuine' | 'unverified' | 'backscatter' | 'suspicious';

/** A text by key (`src/knowledge/words`), with the values that fill its {placeholders}. */
export interface Text {
  key: string;
  values: Record<string, string>;
  /** Does it speak of several addresses, where it names none? */
  several?: boolean;
}

/** One observation that a verdict rests on; `quote` is taken from the message as it stands there. */
export interface Signal {
  id: string;
  quote: string | null;
}

export interface Trust {
  verdict: TrustVerdict;
  signals: Signal[];
}

/** The mail that came back, as far as the bounce tells. */
export interface OriginalMail {
  messageId: string | null;
  subject: string | null;
  /** Address only. */
  from: string | null;
  /** Address only; null where it was sent to several. */
  to: string | null;
  /** ISO 8601, UTC. */
  date: string | null;
}

/** The step that asks whether the bounce is real; there only where that matters and is not known. */
export const CONFIRM_STEP = 'confirm-real';

export interface Step {
  /** Stable within a cause; ticks are remembered by it. */
  id: string;
  /** Set where the step is one of the platform's own handling steps. */
  platformStep: HandlingStepId | null;
  who: WhoActs;
  /** Cures this bounce; helps where it bounces again, or for who looks into it; keeps the next bounce from happening. */
  when: 'today' | 'again' | 'later';
  /** Does it send the training again? */
  resend: boolean;
  text: Text;
  link: LinkId | null;
  /** How it is done, the likeliest first: `guidesFor` tells where, in which product. */
  how: readonly TaskId[];
}

export interface Advice {
  whoActs: WhoActs;
  /** Two to five words. */
  title: Text;
  /** What happened, in one sentence. */
  sentence: Text;
  /** In the order in which they are to be done. */
  steps: Step[];
  /** Handling steps of the platform that do not help here, with the reason. */
  needless: { platformStep: HandlingStepId; text: Text }[];
  /** Who can be written to, the likeliest first: `messageFor` writes it. */
  messages: readonly MessageId[];
  resend: {
    verdict: Resend;
    /** Earliest sensible moment, ISO 8601 UTC; null where none can be computed. */
    notBefore: string | null;
    /** Until when the server keeps trying by itself, ISO 8601 UTC; null where it has given up or does not say. */
    tryingUntil: string | null;
    text: Text;
  };
  removeAddress: { verdict: RemoveAddress; text: Text };
}

export interface RecipientExplanation {
  address: string | null;
  /** Whose mailbox the steps are about, where it is not that of the address, which is a forward's target. */
  learner?: string | null;
  action: Action;
  /** RFC 5321 reply code, three digits, only where the bounce states it. */
  replyCode: string | null;
  /** RFC 3463 enhanced status code, only where the bounce states it. */
  status: string | null;
  cause: CauseId;
  /** The exact meaning of the cause, where it has several and the bounce says which: a name within the cause. */
  variant: VariantId | null;
  /** What the same bounce would mean if the account were new, or were not: only the admin knows. */
  couldAlsoBe: CauseId | null;
  /** Id of the mail system that refused, where it was recognised. */
  provider: string | null;
  confidence: Confidence;
  /** Will it pass without anybody mending anything? null where nothing failed. */
  permanence: Permanence | null;
  /** The server's answer, as the bounce quotes it. */
  diagnostic: string | null;
  /** The very words that the cause was concluded from. */
  evidence: string | null;
  remoteMta: string | null;
  /** `smtp.example.net:587`, where a client program names the server that it failed at; a lookup names no port. */
  smtpServer: string | null;
  /** How large the email was, and what was allowed, in bytes; null where that is not why it bounced, or not said. */
  sizes: { email: number | null; limit: number | null } | null;
  advice: Advice;
}

export interface Explanation {
  kind: Kind;
  /** Why it is of that kind. */
  detection: Signal[];
  trust: Trust;
  reportingMta: string | null;
  /** The bounce's own subject and time (ISO 8601 UTC), so that a reader sees what is explained. */
  subject: string | null;
  date: string | null;
  original: OriginalMail;
  /** The server that handed the mail to the one that refused it, `mail.example.com (192.0.2.1)`; only of a genuine bounce. */
  sendingServer: string | null;
  /** Id of the mail system that took the message in for its reader; null where nothing tells. */
  readerSystem: string | null;
  recipients: RecipientExplanation[];
  /** What could not be read, for people: keys below `engine.warnings`. */
  warnings: Text[];
}
