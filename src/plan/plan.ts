/**
 * What an answer tells its reader, in the order in which it is read: what happened, to whom, who acts, whether to
 * resend, what to do today. The pane, the ticket and what is said aloud only render it; its texts are keys still.
 */
import type { Explanation, MessageId, RecipientExplanation, Signal, Step, Text, WhoActs } from '../engine';
import { factsOf, type Fact } from './facts';

/** What the title's icon says, too: colour and picture only repeat the words. */
export type Tone = 'failed' | 'waiting' | 'question' | 'danger' | 'done' | 'plain';

/** May it be resent? `until` is ISO 8601; null where nobody can name a time. */
export type Verdict =
  | { kind: 'after-fix' | 'do-not' | 'not-needed' }
  /** `once`: nothing was mended, only time has passed, so it is a try. */
  | { kind: 'now'; once: boolean }
  | { kind: 'wait'; until: string | null };

export interface PlanStep extends Step {
  /** A wait is a step of nobody's: the resend comes after it. */
  act: 'do' | 'wait' | 'resend';
  /** Of a wait: until when, ISO 8601; null where nobody can name a time. */
  until: string | null;
  /** Whom it is for, where that is not all of the plan's addresses. */
  onlyFor: readonly string[] | null;
  done: boolean;
}

export interface Plan {
  /** Stable for a message: ticks are remembered by it. */
  id: string;
  tone: Tone;
  title: Text;
  /** Why, in a few words: the title, unless that says something more urgent. */
  cause: Text;
  addresses: readonly string[];
  /** How many more it is for, where only some of the addresses are listed. */
  unlisted?: number;
  sentence: Text;
  /** How large the email was, and what was allowed; null where that is not why it bounced. */
  sizes: Text | null;
  /** Whose turn it is: the actor of the first step of today that is not done. Null where nobody is asked. */
  who: WhoActs | null;
  /** Null where nothing was to be sent. */
  verdict: Verdict | null;
  /** Asked before today's steps: is the bounce real? Null where that is known, or does not matter. */
  confirm: PlanStep | null;
  today: readonly PlanStep[];
  ifAgain: readonly PlanStep[];
  later: readonly PlanStep[];
  /** Steps that people would try in vain here, and why. */
  needless: readonly Text[];
  /** When to resend, in words; until when the server tries by itself, ISO 8601. */
  resend: { text: Text; tryingUntil: string | null } | null;
  /** Whether the address should leave the target users. */
  removal: Text | null;
  /** Why a message is not trusted. */
  reasons: readonly Signal[];
  facts: readonly Fact[];
  /** Those whom the plan is for; the first speaks for all. */
  recipients: readonly RecipientExplanation[];
  messages: readonly MessageId[];
}

/** What a message comes to: one plan, or one for each cause. */
export interface Answer {
  /** What is read first. With several causes it counts them, and has no steps of its own. */
  whole: Plan;
  /** One for each cause, in the order of the bounce; the whole itself where there is but one. */
  parts: readonly [Plan, ...Plan[]];
  /** Who got the mail. */
  arrived: readonly string[];
}

/** Is this step of this plan done? */
export type Done = (planId: string, stepId: string) => boolean;

export const plain = (key: string, values: Record<string, string> = {}): Text => ({ key, values });

/** The first step of today that is open; null where all are done. */
export const nextStep = ({ today }: Pick<Plan, 'today'>): PlanStep | null =>
  today.find(({ done }) => !done) ?? null;

/** The step to emphasize: the next one. None during a wait, since nobody has anything to do. */
export function highlighted(plan: Pick<Plan, 'today'>): PlanStep | null {
  const next = nextStep(plan);
  return next?.act === 'wait' ? null : next;
}

/** Has everything been ticked that was to be done today? */
export const isFinished = (plan: Pick<Plan, 'today'>): boolean =>
  plan.today.length > 0 && nextStep(plan) === null;

/** Whose turn it is. Where nothing is left to do, nobody's. */
export const whoActs = (today: readonly PlanStep[]): WhoActs => nextStep({ today })?.who ?? 'nobody';

/** A resend is due when it is the first step that is open; once it is done, none is needed. */
export function verdictNow(verdict: Verdict, today: readonly PlanStep[]): Verdict {
  const next = nextStep({ today });
  if (next?.act === 'resend') return verdict.kind === 'now' ? verdict : { kind: 'now', once: false };
  const isSent = next === null && today.some(({ act }) => act === 'resend');
  if (isSent) return { kind: 'not-needed' };
  return verdict.kind === 'now' ? { kind: 'after-fix' } : verdict;
}

/** The button that is offered first: the resend when its time has come, else the checklist for those who act. */
export function firstAct({ verdict, today }: Pick<Plan, 'verdict' | 'today'>): 'resend' | 'copy' | null {
  if (verdict?.kind === 'now') return 'resend';
  return today.length > 0 ? 'copy' : null;
}

/** Parts of a plan that most plans do not have. */
export const emptyPlan = (
  explanation: Explanation,
  id: string,
): Omit<Plan, 'tone' | 'title' | 'cause' | 'sentence'> => ({
  id,
  addresses: [],
  sizes: null,
  who: null,
  verdict: null,
  confirm: null,
  today: [],
  ifAgain: [],
  later: [],
  needless: [],
  resend: null,
  removal: null,
  reasons: [],
  facts: factsOf(explanation, null),
  recipients: [],
  messages: [],
});
