/** What one answer is shown with, for the components below it. */
import { createContext, useContext } from 'react';
import { type Explanation, type Guide, type Help, type LinkUrl, type Message, directionOf } from '../engine';
import type { Answer, Plan, PlanStep } from '../plan/plan';
import type { Speech } from '../plan/speech';
import { ticketOf } from '../plan/ticket';
import { asHtml, asMarkdown, asText } from '../plan/ticket-formats';
import type { Copied } from '../parts/copy';

export interface ShownAnswer {
  answer: Answer;
  explanation: Explanation;
  /** What was typed, where it was a question and no message. */
  asked: string | null;
  /** Absent for what is no bounce: it has neither guides nor messages. */
  help: Help | null;
  links: LinkUrl;
  /** The addresses that the training is sent from, as the settings say. */
  senders: readonly string[];
  /** The servers that it is sent from, as the settings say. */
  servers: readonly string[];
  /** The organisation's own mail system, as the settings say. */
  mailSystem: string | null;
  /** Has the admin named own domains, or are they guessed from the mailbox? */
  knowsDomains: boolean;
  /** Has the admin said that the message is real? */
  saidReal: boolean;
  onReal(isReal: boolean): void;
  onTick(plan: Plan, step: PlanStep, done: boolean): void;
  onNew(addresses: readonly string[], isNew: boolean): void;
  onOurs(domain: string): void;
  /** Opens a message as a new mail; absent where no mailbox can. */
  onOpenMail?: (message: Message) => boolean;
}

const AnswerContext = createContext<ShownAnswer | null>(null);
export const AnswerProvider = AnswerContext.Provider;

export function useAnswer(): ShownAnswer {
  const shown = useContext(AnswerContext);
  if (!shown) throw new Error('A component of an answer must stand inside AnswerProvider');
  return shown;
}

/** How a step is done for those whom the plan is for. */
export function guidesOf(
  { help, senders, mailSystem, explanation, saidReal }: ShownAnswer,
  plan: Plan,
  step: PlanStep,
): Guide[] {
  if (help === null) return [];
  const mayChange = help.mayChange(explanation.trust, saidReal);
  return help.guidesFor(step.how, {
    recipients: plan.recipients,
    who: step.who,
    sender: senders[0] ?? null,
    mailSystem,
    readerSystem: explanation.readerSystem,
    mayChange,
  });
}

/** The messages to those who must act for a plan. One about a bare code would have nothing to tell. */
export function messagesOf(shown: ShownAnswer, plan: Plan, { words }: Speech): Message[] {
  if (shown.help === null || (shown.asked !== null && plan.addresses.length === 0)) return [];
  return plan.messages.length === 0
    ? []
    : shown.help.messagesFor({ ...shown, recipients: plan.recipients, words });
}

const ticket = (shown: ShownAnswer, plans: readonly Plan[], speech: Speech) =>
  ticketOf({ ...shown, plans, trust: shown.explanation.trust }, speech);

/** Some plans as a ticket: plain text, and HTML for what understands it. */
export function ticketFor(shown: ShownAnswer, plans: readonly Plan[], speech: Speech): Copied {
  const parts = ticket(shown, plans, speech);
  return { text: asText(parts), html: asHtml(parts, directionOf(speech.words.language)) };
}

export const markdownFor = (shown: ShownAnswer, plans: readonly Plan[], speech: Speech): Copied => ({
  text: asMarkdown(ticket(shown, plans, speech)),
});
