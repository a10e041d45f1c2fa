/** What one answer is shown with, for the components below it. */
import { createContext, useContext } from 'react';
import type { Explanation, Guide, Help, LinkUrl, Message, Step } from '../engine';
import type { Group } from './groups';
import type { Speech } from './speech';

export interface Answer {
  explanation: Explanation;
  /** It was a question, not a message. */
  asked: boolean;
  help: Help;
  links: LinkUrl;
  /** The address that the training is sent from, as the settings say. */
  sender: string | null;
  /** May commands that change settings be shown? */
  mayChange: boolean;
  /** Opens a message as a new mail; absent where no mailbox can. */
  onOpenMail?: (message: Message) => boolean;
  onNew(addresses: readonly string[], isNew: boolean): void;
}

const AnswerContext = createContext<Answer | null>(null);
export const AnswerProvider = AnswerContext.Provider;

export function useAnswer(): Answer {
  const answer = useContext(AnswerContext);
  if (!answer) throw new Error('A component of an answer must stand inside AnswerProvider');
  return answer;
}

/** How a step is done for this group. */
export const guidesOf = ({ help, sender, mayChange }: Answer, group: Group, step: Step): Guide[] =>
  help.guidesFor(step.how, { recipients: group.recipients, sender, mayChange });

/** The messages to those who must act for this group. One about a bare code would have nothing to tell. */
export const messagesOf = (answer: Answer, group: Group, { words }: Speech): Message[] =>
  answer.asked && group.addresses.length === 0
    ? []
    : answer.help.messagesFor({ ...answer, recipients: group.recipients, words });
