/** message → what kind of message is this, and by what it is known. */
import roles from '../../knowledge/roles.json';
import type { Kind, Signal } from '../explanation';
import type { Message } from '../mail/message';
import type { DeliveryRecord } from '../record/record';
import type { SplitReport } from '../report/split';
import { saysDiscarded } from '../record/outcome';
import { alternatives } from '../words/whole-words';
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
/** Sender and subject, or a field of the server and one more; ordinary mail stays at four and below. */
const ENOUGH = 5;
/** Where only signs speak that any machine may leave, one sign more. */
const ENOUGH_OF_ANY_MACHINE = 6;
/** With less there is no need to ask for an address. */
const WORTH_READING = 3;

/** What is read of a message only where its kind depends on it. */
interface Reading {
  /** Who failed, and what was said of them. */
  findings(): readonly DeliveryRecord[];
  /** Do words of the knowledge stand in a text, or such as tell a cause by themselves? Asked for text that is no mail. */
  knowsWords(text: string, hintsCount?: boolean): boolean;
}

/** @param seen what the header block says; what the text says is added to it */
export function detect(
  message: Message,
  seen: Observations,
  report: SplitReport,
  reading: Reading,
): Detection {
  observeText(report, seen);
  const kind =
    message.form === 'text' ? kindOfText(report, seen, reading) : kindOf(message, report, seen, reading);
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
const SAYS = [
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
  { findings, knowsWords }: Reading,
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
  if (seen.has('report-type-delivery-status') && seen.has('null-return-path')) seen.note('lost-report');
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

/** Without a status part: enough signs, one that a machine leaves, one that says what failed, and of a mail. */
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
    any(SAYS) ||
    (seen.has('daemon-sender') &&
      ((seen.has('known-words') && seen.has('reason-for-address')) || seen.has('lost-report')));
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

/** A record that does not say what became of its mail is there because it failed. */
const kindOfLog = (findings: readonly DeliveryRecord[]): Kind =>
  findings.every(({ action }) => action !== null) ? (kindOfActions(findings) ?? 'failure') : 'failure';

/** The actions of a status part decide: one failed recipient makes it a failure. */
export function kindOfActions(findings: readonly DeliveryRecord[]): Kind | null {
  const actions = new Set(findings.flatMap(({ action, status }) => action ?? actionOf(status) ?? []));
  if (actions.has('failed')) return 'failure';
  if (actions.has('delayed')) return 'delay';
  if (actions.size > 0) return 'success';
  // An action that is no word of RFC 3464: what is reported with a server's answer has failed.
  return findings.some(({ diagnostic }) => diagnostic !== null) ? 'failure' : null;
}

const actionOf = (status: string | null) =>
  status === null ? null : status[0] === '5' ? 'failed' : status[0] === '4' ? 'delayed' : 'delivered';

const isDelay = (seen: Observations) =>
  seen.has('delay-phrase') || (seen.has('delay-subject') && !seen.has('failure-phrase-early'));

/**
 * Pasted text is pasted because it is thought to be a bounce, so the rules are milder than for a mail: one record, one
 * code, or words that bounces use are enough. What reads like a list of codes, or says nothing of a mail, is none.
 */
function kindOfText({ lines }: SplitReport, seen: Observations, { findings, knowsWords }: Reading): Kind {
  const found = findings();
  observeLog(found, seen);
  const byActions = seen.has('status-fields') ? kindOfActions(found) : null;
  if (byActions) return byActions;
  if (found.length > 0 && found.every(({ event }) => event === 'complained')) return 'feedback-report';
  const hasFailed = found.some(({ action }) => action === 'failed');
  const isAnswered = found.some((one) => isRefusal(one));
  if (seen.has('auto-reply-subject') && !isAnswered && lines.length > 1) return 'auto-reply';
  if (isListOfCodes(lines, found) || (!isAnswered && !hasFailed && isStatistic(lines))) return 'not-a-report';
  const isStated = found.some(({ action, address }) => action !== null || address !== null);
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (seen.has('newsletter-phrase') && !isStated && length > MIN_NEWSLETTER) return 'not-a-report';
  if (seen.has('passed-phrase') && !hasFailed && !isAnswered) return 'not-a-report';
  if (
    seen.has('success-phrase') &&
    !hasFailed &&
    !isAnswered &&
    !seen.has('failure-phrase') &&
    !saysDiscarded(lines.join('\n'))
  )
    return 'success';
  if (
    !hasFailed &&
    (seen.has('delay-phrase') || (seen.has('delay-subject') && !seen.has('failure-phrase-early')))
  )
    return 'delay';
  if (found.length > 0 && found.every(({ action }) => action !== null)) return kindOfLog(found);
  if (hasFailed) return 'failure';
  const isShort = lines.filter((line) => line.trim() !== '').length <= MAX_ANSWER_LINES;
  const namesAnybody = found.some(({ address }) => address !== null);
  const isSaid =
    (seen.has('smtp-answer') && (namesAnybody || !isInProse(lines))) ||
    seen.has('log-records') ||
    seen.has('exchange-token') ||
    ((seen.has('failure-phrase') || seen.has('failure-subject')) &&
      (namesAnybody || isAnswered || seen.has('failure-phrase-first') || seen.has('failure-subject')));
  if (isSaid) return 'failure';
  // In a letter, words such as "forged sender" are what it is about: they tell no failure by themselves.
  const isAboutSomebody = found.some((one) => one.address !== null && isRefusal(one));
  if (isLetter(lines) && !isAboutSomebody) return 'not-a-report';
  const tells = (one: DeliveryRecord) =>
    isTelling(one, knowsWords) &&
    (one.address !== null || !isInProse(lines)) &&
    (isShort || one.address !== null || hasPair(one) || isError(lines) || isShortAnswer(one, knowsWords));
  if (found.some(tells)) return 'failure';
  // In a language or a layout that no reader knows, the reason stands apart from the address.
  return namesAnybody && knowsWords(lines.join('\n'), false) ? 'failure' : 'not-a-report';
}

/** `Hello Maria,` alone on the first line: people write so, and machines that say what failed in a sentence. */
const GREETING = new RegExp(
  `^\\s{0,4}(?:${alternatives(roles.greetings)})(?:[ \\t][^@<>]{0,60})?[,!，、]\\s*$`,
  'iu',
);
const isLetter = (lines: readonly string[]) => GREETING.test(lines.find((line) => line.trim() !== '') ?? '');

/** A short answer of its own inside a long text, in words that tell a cause by themselves. */
const isShortAnswer = ({ diagnostic, prose }: DeliveryRecord, knowsWords: Reading['knowsWords']) =>
  diagnostic !== null &&
  prose !== null &&
  diagnostic.length < MAX_SHORT_ANSWER &&
  knowsWords(diagnostic, false);
const MAX_SHORT_ANSWER = 400;

/** Does an answer refuse? A code of class 2 or 3 tells of no failure. */
const isRefusal = ({ replyCode, status }: DeliveryRecord) => /^[45]/.test(replyCode ?? status ?? '');

/** `javax.mail.MessagingException: Could not connect`: a line that begins with the name of an error. */
const isError = (lines: readonly string[]) => lines.some((line) => ERROR_NAME.test(line.slice(0, 300)));
const ERROR_NAME = /^\W{0,4}(?:[\w.$-]{1,200}[.:])?[A-Za-z_]{0,80}(?:Exception|Error|ERROR|Refused)\b\s?[:(]/;

/** Characters; shorter texts say `Unsubscribed` of an address. */
const MIN_NEWSLETTER = 150;
/** Answers of a page about codes; a bounce has few, and somebody's. */
const MANY_ANSWERS = 3;
const LISTED_CODE =
  /^[\s*|•·-]{0,12}(?:\d{1,2}[.)] )?#?((?:[45]\d\d[ -]{1,2}#?)?[245X]\.\d{1,3}\.\d{1,3}|[45]\d\d)(?![\w.])/;

/** `     10   rejected (18%)`: counts of many mails tell of none. */
const COUNT = /^\s{0,12}\d{1,9}\s{1,6}\p{L}{4,}/u;
const MIN_COUNTS = 4;
const isStatistic = (lines: readonly string[]) =>
  lines.filter((line) => COUNT.test(line.slice(0, 200))).length >= MIN_COUNTS &&
  !lines.some((line) => line.includes('to=<'));

/** A paragraph that speaks of codes in the middle of its sentences, as an article does. */
const PARAGRAPH = 200;
const MID_SENTENCE = /\p{Ll}{2}[ ,「“"(]{1,3}[45]\d\d[ -]\d\.\d/u;
const isInProse = (lines: readonly string[]) =>
  lines.some(
    (line) =>
      line.length > PARAGRAPH &&
      MID_SENTENCE.test(line) &&
      (line.match(/[.!?。] ?\S/g)?.length ?? 0) > 2 &&
      !line.includes('@') &&
      !/: ?[45]\d\d[ -]/.test(line),
  );

/** Three different answers, and nobody to whom they were given: a help page, a table of codes. */
function isListOfCodes(lines: readonly string[], found: readonly DeliveryRecord[]): boolean {
  if (found.some(({ action, address }) => action !== null || address !== null)) return false;
  const codes = new Set(lines.flatMap((line) => LISTED_CODE.exec(line.slice(0, 400))?.[1] ?? []));
  return codes.size >= MANY_ANSWERS;
}

/** Lines of one answer, pasted with a word about it. Longer texts hold numbers of every kind. */
const MAX_ANSWER_LINES = 6;

/** Both codes, as only servers write them. */
const hasPair = ({ replyCode, status }: DeliveryRecord) => replyCode !== null && status !== null;

const isTelling = (
  { replyCode, status, diagnostic, prose, address, category }: DeliveryRecord,
  knowsWords: Reading['knowsWords'],
) =>
  /^[45]/.test(replyCode ?? status ?? '') ||
  category !== null ||
  knowsWords(`${diagnostic ?? ''}\n${prose ?? ''}`) ||
  (address !== null && diagnostic?.trim().toLowerCase() === address);
