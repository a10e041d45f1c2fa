/** message → what kind of message is this, and by what it is known. */
import type { Kind, Signal } from '../explanation';
import type { Message } from '../mail/message';
import type { DeliveryRecord } from '../record/record';
import type { SplitReport } from '../report/split';
import { kindOfPaste } from './pasted-text';
import { kindOfActions, kindOfLog } from './kind-of-records';
import { observeLog, observeReason, observeText, type Observations } from './observe';

export interface Detection {
  kind: Kind;
  signals: Signal[];
}

/** How much an observation speaks for a bounce without a machine-readable part. */
const WEIGHTS: readonly (readonly [signal: string, weight: number])[] = [
  ['exchange-ndr-field', 4],
  ['failed-recipients-field', 4],
  ['status-fields', 4],
  ['failure-phrase-early', 3],
  ['daemon-sender', 3],
  ['failure-subject', 2],
  ['delay-subject', 2],
  ['exchange-token', 2],
  ['smtp-answer', 2],
  ['delay-phrase', 2],
  ['null-return-path', 1],
  ['reason-for-address', 1],
  ['machine-phrase', 2],
  ['failure-phrase', 1],
  ['returned-mail', 1],
  ['auto-generated', 1],
  ['report-type-delivery-status', 2],
  // Spoken by people about bounces, by lists, and by machines that answer.
  ['conversation-subject', -3],
  ['list-fields', -2],
  ['list-post', -3],
  ['tagged-subject', -3],
  ['auto-reply-field', -2],
  ['auto-reply-subject', -4],
];
/** The sum of WEIGHTS that makes a bounce: `daemon-sender` 3 and `failure-subject` 2. Ordinary mail reaches 4. */
const ENOUGH = 5;
/** The same where only signs of ANY_MACHINE speak. */
const ENOUGH_OF_ANY_MACHINE = 6;
/** With less there is no need to ask for an address. */
const WORTH_READING = 3;

/** What is read of a message only where its kind depends on it. */
export interface FindingsAccess {
  /** Who failed, and what was said of them. */
  findings(): readonly DeliveryRecord[];
  /** Do known wordings stand in the text? Without `hintsCount`, only those that tell a cause by themselves. */
  knowsWords(text: string, hintsCount?: boolean): boolean;
}

/** @param seen what the header block says; what the text says is added to it */
export function detect(
  message: Message,
  seen: Observations,
  report: SplitReport,
  reading: FindingsAccess,
): Detection {
  observeText(report, seen);
  const kind =
    message.form === 'text' ? kindOfPaste(report, seen, reading) : kindOf(message, report, seen, reading);
  return { kind, signals: seen.signals() };
}

/** Something that only a mail system does; people write about failed parcels, too. */
const MACHINE = [
  'daemon-sender',
  'unmanned-sender',
  'failed-recipients-field',
  'exchange-ndr-field',
  'exchange-token',
  'report-type-delivery-status',
  'machine-phrase',
];
/** What machines of every kind do: newsletters, shops, answering machines. */
const ANY_MACHINE = ['null-return-path', 'auto-generated', 'auto-replied', 'headers-missing'];
/** Signs that it is about a mail. Where the sender is no mail system, there must be one. */
const ABOUT_A_MAIL = [
  'reason-for-address',
  'smtp-answer',
  'failed-recipients-field',
  'exchange-ndr-field',
  'exchange-token',
  'status-fields',
  'returned-mail',
];
/** What a bounce says in words or codes; a sender and a subject alone prove nothing. */
const SAYS_WHAT_HAPPENED = [
  'failure-phrase',
  'smtp-answer',
  'delay-phrase',
  'failed-recipients-field',
  'exchange-ndr-field',
  'reason-for-address',
];

function kindOf(
  { parts }: Message,
  report: SplitReport,
  seen: Observations,
  { findings, knowsWords }: FindingsAccess,
): Kind {
  const isReceipt = seen.has('disposition-part') || seen.has('report-type-disposition-notification');
  // Dovecot refuses a mail by a receipt that says so.
  if (isReceipt)
    return seen.has('failure-phrase-early') && seen.has('daemon-sender') ? 'failure' : 'read-receipt';
  if (seen.has('feedback-part') || seen.has('report-type-feedback-report')) return 'feedback-report';
  const isStated = seen.has('status-part') || (seen.has('status-fields') && mayBeReport(seen));
  const byActions = isStated ? kindOfActions(findings()) : null;
  if (byActions) return byActions;
  if (weightOf(seen) >= WORTH_READING) observeReason(findings(), seen);
  if (seen.has('daemon-sender') && seen.has('failure-subject') && knowsWords(report.text, false))
    seen.note('known-words');
  // Announced as a report of a delivery, by a mail system, and its status part is gone.
  if (seen.has('report-type-delivery-status') && seen.has('null-return-path'))
    seen.note('report-without-status');
  if (isBounce(seen)) return isDelay(seen) ? 'delay' : 'failure';
  if (parts.length === 0 && mayBeLog(seen, report) && isLog(seen, findings())) return kindOfLog(findings());
  if (seen.has('approval-request') || (seen.has('approval-phrase') && !seen.has('failure-subject')))
    return 'not-a-report';
  if (seen.has('challenge-phrase') && !seen.has('list-fields')) return 'challenge';
  if (
    seen.has('auto-reply-field') ||
    seen.has('auto-reply-subject') ||
    (seen.has('auto-replied') && !(seen.has('failure-subject') && seen.has('daemon-sender')))
  )
    return 'auto-reply';
  return 'not-a-report';
}

/** A challenge, too, may come as a failure; only with one of these it is one. */
const SAYS_FAILED = [
  'failure-phrase',
  'failure-subject',
  'smtp-answer',
  'failed-recipients-field',
  'exchange-ndr-field',
];

/** Status fields in the readable text: people, newsletters and test programs show them, too. */
const mayBeReport = (seen: Observations) =>
  !seen.has('list-fields') &&
  !seen.has('conversation-subject') &&
  [
    'daemon-sender',
    'failure-subject',
    'delay-subject',
    'failure-phrase-early',
    'machine-phrase',
    'delay-phrase',
    'returned-mail',
  ].some((id) => seen.has(id));

/** Fields of a list speak against a bounce only where the sender is no mail system: bounces go to lists, too. */
const weightOf = (seen: Observations) =>
  WEIGHTS.reduce(
    (sum, [id, weight]) =>
      sum + (seen.has(id) && !(id === 'list-fields' && seen.has('daemon-sender')) ? weight : 0),
    0,
  );

/**
 * Is it a bounce without a status part? It needs enough weight, a sign of a machine, words or a code of a failure, and,
 * unless a mail system sent it, a sign that it is about a mail.
 */
function isBounce(seen: Observations): boolean {
  const any = (ids: readonly string[]) => ids.some((id) => seen.has(id));
  // A moderator is asked whether a mail may go on; who has to be let in has not failed.
  if (
    seen.has('approval-request') ||
    (seen.has('approval-phrase') && !seen.has('failure-subject')) ||
    (seen.has('challenge-phrase') && !any(SAYS_FAILED))
  )
    return false;
  const speaksAnyMachine = any(ANY_MACHINE) && any(['smtp-answer', 'returned-mail']);
  const weight = weightOf(seen);
  // A gateway or an administrator sends under any name; what the text shows is a machine's all the same.
  const showsMachine =
    seen.has('session') ||
    (seen.has('failure-subject') &&
      (seen.has('failure-phrase-early') || seen.has('delay-phrase')) &&
      seen.has('reason-in-block') &&
      !seen.has('conversation-subject') &&
      !seen.has('list-fields'));
  const isEnough =
    any(MACHINE) || showsMachine ? weight >= ENOUGH : speaksAnyMachine && weight >= ENOUGH_OF_ANY_MACHINE;
  const isSaid =
    any(SAYS_WHAT_HAPPENED) ||
    (seen.has('daemon-sender') &&
      ((seen.has('known-words') && any(['reason-for-address', 'address-in-block'])) ||
        seen.has('report-without-status')));
  return isEnough && isSaid && (seen.has('daemon-sender') || any(ABOUT_A_MAIL));
}

/** A sending report or an event, sent by a machine. */
const mayBeLog = (seen: Observations, { text }: SplitReport) =>
  (seen.has('auto-generated') || /^\s*[{[]/.test(text)) &&
  !seen.has('conversation-subject') &&
  !seen.has('auto-reply-subject');

function isLog(seen: Observations, findings: readonly DeliveryRecord[]): boolean {
  observeLog(findings, seen);
  return seen.has('log-records');
}

const isDelay = (seen: Observations) =>
  seen.has('delay-phrase') || (seen.has('delay-subject') && !seen.has('failure-phrase-early'));
