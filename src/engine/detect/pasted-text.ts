/**
 * What a pasted text is. It is pasted because somebody thinks it a bounce, so the rules are milder than for a mail:
 * a record of what failed, of an answer to somebody, or one answer is enough, also inside a question. Where nobody is
 * named, several answers are what a text speaks about:
 *
 *     550 5.1.1 User unknown                                            a failure
 *     Hello, our users get "550 5.1.1 User unknown". Any idea?          a failure
 *     - 550 5.1.1 User unknown / - 552 5.2.2 Mailbox full               a list of codes
 *     first comes "450 4.2.0 Greylisted", then "550 5.1.1 unknown"      a discussion
 */
import type { Kind } from '../explanation';
import type { DeliveryRecord } from '../record/record';
import { saysDiscarded } from '../record/outcome';
import type { SplitReport } from '../report/split';
import type { FindingsAccess } from './detect';
import { kindOfActions, kindOfLog } from './kind-of-records';
import { isConversation, observeLog, type Observations } from './observe';
import {
  isConfiguration,
  isDiscussion,
  isError,
  isGreeting,
  isInProse,
  isLetter,
  isListOfCodes,
  isListOfPoints,
  isOfOneAnswer,
  isOfOtherServices,
  isProgram,
  isQuestionOfCodes,
  isRule,
  isStatistic,
} from './text-shapes';

export function kindOfPaste(report: SplitReport, seen: Observations, access: FindingsAccess): Kind {
  const found = access.findings();
  observeLog(found, seen);
  if (found.length > 0 && found.every((record) => isUnderway(record, access))) return 'not-a-report';
  const byActions = seen.has('status-fields') ? kindOfActions(found) : null;
  if (byActions) return byActions;
  return kindOfOthers(report, seen, found) ?? kindOfRecords(report, seen, found, access);
}

/** Rows and events that say nothing of what became of a mail, whatever its subject says. */
const isUnderway = ({ event, prose }: DeliveryRecord, { knowsWords }: FindingsAccess) =>
  event === 'underway' && !knowsWords(prose ?? '');

/** What a text is that tells of no delivery; null where it may tell of one. */
function kindOfOthers(
  { lines }: SplitReport,
  seen: Observations,
  found: readonly DeliveryRecord[],
): Kind | null {
  if (seen.has('feedback-fields') || (found.length > 0 && found.every(({ event }) => event === 'complained')))
    return 'feedback-report';
  const hasFailed = found.some(({ action }) => action === 'failed');
  const isAnswered = found.some(isRefusal);
  const isOfNobody = found.every(({ address, messageKey }) => address === null && messageKey === null);
  if (isOfNobody && !isAnswered && (isStatistic(lines) || isProgram(lines))) return 'not-a-report';
  if (isOfOtherServices(lines)) return 'not-a-report';
  if (hasFailed) return null;
  if (seen.has('receipt-phrase')) return 'read-receipt';
  const speaksOfDelivery = seen.has('failure-phrase') || seen.has('delay-phrase');
  if (seen.has('challenge-phrase') && !isAnswered && !speaksOfDelivery) return 'challenge';
  if (seen.has('auto-reply-subject') && !speaksOfDelivery && !found.some(hasPair) && lines.length > 1)
    return 'auto-reply';
  const showsDelivery = SHOWS_DELIVERY.some((id) => seen.has(id));
  if (
    !showsDelivery &&
    (isRule(lines) || isDiscussion(lines) || (!seen.has('failure-phrase-first') && isListOfCodes(lines)))
  )
    return 'not-a-report';
  // Without a name or a word for it, what became of the mail was only concluded from a code.
  const isStated = found.some(
    ({ action, address, event }) =>
      (action !== null && (address !== null || event !== null)) || (address !== null && isAnswered),
  );
  if (isStated) return null;
  if (isOfNobody && (isGreeting(lines) || isConfiguration(lines) || isQuestionOfCodes(lines)))
    return 'not-a-report';
  if (isOfNobody && !isAnswered && !speaksOfDelivery && isListOfPoints(lines)) return 'not-a-report';
  if (isOfNobody && isConversation(lines.find((line) => line.trim() !== '') ?? '')) return 'not-a-report';
  if (!isAnswered && (isStatistic(lines) || isConfiguration(lines))) return 'not-a-report';
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  return seen.has('newsletter-phrase') && length > MIN_NEWSLETTER && !seen.has('log-records')
    ? 'not-a-report'
    : null;
}

/** Signs that a text tells of one delivery, however many answers it quotes. */
const SHOWS_DELIVERY = [
  'failure-subject',
  'delay-subject',
  'session',
  'log-records',
  'machine-phrase',
  'status-fields',
];

/** Characters; shorter texts say `Unsubscribed` of an address. */
const MIN_NEWSLETTER = 150;

function kindOfRecords(
  { lines }: SplitReport,
  seen: Observations,
  found: readonly DeliveryRecord[],
  { knowsWords }: FindingsAccess,
): Kind {
  const hasFailed = found.some(({ action }) => action === 'failed');
  const isAnswered = found.some(isRefusal);
  if (!hasFailed && !isAnswered) {
    if (seen.has('passed-phrase')) return 'not-a-report';
    if (seen.has('success-phrase') && !seen.has('failure-phrase') && !saysDiscarded(lines.join('\n')))
      return 'success';
  }
  if (
    !hasFailed &&
    (seen.has('delay-phrase') || (seen.has('delay-subject') && !seen.has('failure-phrase-early')))
  )
    return 'delay';
  if (found.length > 0 && found.every(({ action }) => action !== null)) return kindOfLog(found);
  if (hasFailed || seen.has('program-error')) return 'failure';
  const namesAnybody = found.some(({ address }) => address !== null);
  const isQuestion = isOfOneAnswer(lines);
  // Who quotes several answers in sentences speaks of them, whatever stands in them.
  if (isInProse(lines) && !isQuestion && !namesAnybody && !seen.has('failure-subject')) return 'not-a-report';
  const isSaid =
    seen.has('smtp-answer') ||
    seen.has('log-records') ||
    found.some((record) => record.reader === 'session' && isRefusal(record)) ||
    seen.has('exchange-token') ||
    seen.has('failure-subject') ||
    (seen.has('failure-phrase') && (namesAnybody || isAnswered || seen.has('failure-phrase-first')));
  if (isSaid) return 'failure';
  // In a letter, words such as "forged sender" are what it is about: they tell no failure by themselves.
  const isAboutSomebody = found.some((record) => record.address !== null && isRefusal(record));
  if (isLetter(lines) && !isAboutSomebody && !(isQuestion && found.some(hasPair))) return 'not-a-report';
  // Words without a code are an answer in a paragraph or two; more are a notice about something.
  const isShort =
    lines.filter((line) => line.trim() !== '').length <= MAX_ANSWER_LINES &&
    (isAnswered || paragraphsOf(lines) <= MAX_PARAGRAPHS);
  const tells = (record: DeliveryRecord) =>
    isTelling(record, knowsWords) &&
    (isShort ||
      record.address !== null ||
      hasPair(record) ||
      isError(lines) ||
      isShortAnswer(record, knowsWords));
  if (found.some(tells)) return 'failure';
  // In a language or a layout that no reader knows, the reason stands beside the address.
  return isReasonBesideAddress(found, lines, knowsWords) ? 'failure' : 'not-a-report';
}

const paragraphsOf = (lines: readonly string[]) =>
  lines.filter((line, n) => line.trim() !== '' && (lines[n - 1] ?? '').trim() === '').length;
const MAX_PARAGRAPHS = 2;

/** Lines of one answer, pasted with a word about it. Longer texts hold numbers of every kind. */
const MAX_ANSWER_LINES = 6;

/** A short answer of its own inside a long text, in words that tell a cause by themselves. */
const isShortAnswer = ({ diagnostic, prose }: DeliveryRecord, knowsWords: FindingsAccess['knowsWords']) =>
  diagnostic !== null &&
  prose !== null &&
  diagnostic.length < MAX_SHORT_ANSWER &&
  knowsWords(diagnostic, false);
const MAX_SHORT_ANSWER = 400;

/** Does an answer refuse? A code of class 2 or 3 tells of no failure. */
const isRefusal = ({ replyCode, status }: DeliveryRecord) => /^[45]/.test(replyCode ?? status ?? '');

/** Both codes, as only servers write them. */
const hasPair = ({ replyCode, status }: DeliveryRecord) => replyCode !== null && status !== null;

const isTelling = (
  { replyCode, status, diagnostic, prose, address, category }: DeliveryRecord,
  knowsWords: FindingsAccess['knowsWords'],
) =>
  /^[45]/.test(replyCode ?? status ?? '') ||
  category !== null ||
  knowsWords(`${diagnostic ?? ''}\n${prose ?? ''}`) ||
  (address !== null && diagnostic?.trim().toLowerCase() === address);

/** Lines around an address in which its reason stands. */
const BESIDE = 2;

/** One walk over the lines, however many addresses there are. */
function isReasonBesideAddress(
  found: readonly DeliveryRecord[],
  lines: readonly string[],
  knowsWords: FindingsAccess['knowsWords'],
): boolean {
  const wanted = new Set(found.map(({ address }) => address));
  const written = lines.filter((line) => line.trim() !== '');
  return written.some((line, at) => {
    // Each address where it stands first.
    const named = wordsOf(line).filter((word) => wanted.delete(word));
    return (
      named.length > 0 &&
      knowsWords(written.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).join('\n'), false)
    );
  });
}

/** `<Maria@Example.org>,` → `maria@example.org` */
const wordsOf = (line: string) =>
  line
    .toLowerCase()
    .split(/[\s<>()[\]"',;:|]+/)
    .map((word) => word.replace(/\.$/, ''));
