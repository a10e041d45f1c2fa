/** What became of a mail. It is decided here and nowhere else, so that no answer contradicts itself. */
import logs from '../../knowledge/logs.json';
import type { Action } from '../explanation';
import { wholeWords } from '../words/whole-words';
import type { DeliveryRecord } from './record';

/**
 * The kinds of words for what happened: RFC 3464's actions, and what only services report. `underway`: a record that
 * says nothing yet of what became of its mail (`accepted`, `processed`).
 */
export type EventKind = keyof typeof logs.outcomes | 'underway';

/**
 * In the order in which they are looked for: a "spam complaint" is no failure, "delivery failed" has failed,
 * "delivery delayed" is delayed.
 */
const EVENTS: readonly (readonly [EventKind, RegExp])[] = (
  ['complained', 'delayed', 'failed', 'engaged', 'delivered', 'expanded'] as const
).map((kind) => [kind, wholeWords(logs.outcomes[kind])]);
/** Characters of a state, which is a word or two. */
const MAX_STATE = 200;

/**
 * @param state a state or the name of an event, no sentence: `Bounced`, `email.bounced`, `HardBounce`
 * @returns null where it says nothing of what became of the mail (`accepted`, `processed`)
 */
export function eventOf(state: string): EventKind | null {
  const words = state.slice(0, MAX_STATE);
  return EVENTS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const STATES: ReadonlySet<string> = new Set(Object.values(logs.outcomes).flat());
/** Is a text a state and nothing else? `Email Sent` is; `delivery temporarily suspended` is part of an answer. */
export const isStateAlone = (text: string): boolean => STATES.has(text.trim().toLowerCase());

/** The action that an event stands for; a complaint or a click says nothing of the delivery. */
export const actionOfEvent = (event: EventKind | null): Action | null =>
  event === 'delayed' || event === 'failed' || event === 'delivered' || event === 'expanded' ? event : null;

const WAITING = wholeWords(logs.waiting);
const GIVEN_UP = wholeWords(logs.givenUp);
const DISCARDED = wholeWords(logs.discarded);

/** Characters of a text that are searched for words of waiting. */
const MAX_SEARCHED = 20_000;
/** A line up to the answer that it quotes. What the server said, "try again later", is not what became of the mail. */
const BEFORE_ANSWER = /^(?:(?!(?<![\w.])(?:[245]\d\d[ -][#\d\p{L}]|[245]\.\d{1,3}\.\d{1,3}\b)).)*/gmu;
/** Exchange's last error, class 4, stands in what it still tries. */
const LAST_ERROR_4 = /\bLED=4/;

/** Does a text say that a mail waits for another attempt? */
export const saysWaiting = (text: string) => {
  const searched = text.slice(0, MAX_SEARCHED);
  return LAST_ERROR_4.test(searched) || (searched.match(BEFORE_ANSWER) ?? []).some(isWaiting);
};

/** Does what stands before an answer say that the mail waits? `in the queue too long` says that it does no more. */
export const isWaiting = (text: string) => WAITING.test(text) && !GIVEN_UP.test(text);

/**
 * What became of the mail that a record is about: what the record states, else what the class of the answer
 * (RFC 5321, 4.2.1) says.
 * @param isWaiting does the text around it say that the mail is tried again?
 * @returns null where only the kind of the message can say it
 */
function outcomeOf(record: DeliveryRecord, isWaiting = false): Action | null {
  const answer = classOfAnswer(record);
  const isTaken = answer === '2' && !isDiscarded(record);
  // A server that took the mail has not refused it.
  if (record.action !== null) return record.action === 'failed' && isTaken ? 'delivered' : record.action;
  if (answer === '2') return isTaken ? 'delivered' : 'failed';
  const isDelayed = answer === '4' && isWaiting;
  return isDelayed ? 'delayed' : null;
}

/** A class that both codes agree on; `250 2.7.0` is class 2, `250 5.1.1` none. */
const classOfAnswer = ({ replyCode, status }: DeliveryRecord) => {
  const [ofReply, ofStatus] = [replyCode?.[0], status?.[0]];
  return ofReply === undefined || ofStatus === undefined || ofReply === ofStatus
    ? (ofReply ?? ofStatus)
    : null;
};

/** `250 2.7.0 Ok, discarded, id=38289-44 - spam`: taken, and thrown away. */
const isDiscarded = (record: DeliveryRecord) => DISCARDED.test(textOf(record));

const textOf = ({ diagnostic, prose }: DeliveryRecord) => `${diagnostic ?? ''}\n${prose ?? ''}`;

/** Does a text say that a mail was taken and then kept from its reader? */
export const saysDiscarded = (text: string) => DISCARDED.test(text.slice(0, MAX_SEARCHED));

/** A record with its outcome. A mail that was thrown away bears no code of success. */
export function judged(record: DeliveryRecord, isWaiting = false): DeliveryRecord {
  const action = outcomeOf(record, isWaiting);
  if (action === 'failed' && classOfAnswer(record) === '2')
    return { ...record, action, replyCode: null, status: null };
  return action === record.action ? record : { ...record, action };
}
