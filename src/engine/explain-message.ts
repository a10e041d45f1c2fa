/** Explains each message that `explain.ts` did not dismiss as ordinary: its kind, whether it is honest, and what became of the recipients. */
import type { Context } from './context';
import { cleanText } from './door/clean-text';
import { detect } from './detect/detect';
import { observeHeaders, type Observations } from './detect/observe';
import { hasKnownWords } from './diagnose/diagnose';
import { readerSystemOf } from './diagnose/reader-system';
import { explainRecipients } from './explain-recipients';
import type { Explanation, Kind, RecipientExplanation, Text, Trust } from './explanation';
import { MAX_RECIPIENTS } from './mail/limits';
import type { Message } from './mail/message';
import { openQuoted, quotedLines } from './mail/quoted';
import { wordsIn, type Role } from './phrases/vocabulary';
import type { Reading } from './reading';
import { hasCode } from './answer/codes';
import { isoDate } from './report/dates';
import { readReport } from './report/read-report';
import { splitReport } from './report/split';
import { borderOf } from './trust/border';
import { judge } from './trust/judge';
import { oursOf } from './trust/ours';
import { sendingServerOf } from './trust/sending-server';

/** Kinds whose recipients are explained. */
const reported: ReadonlySet<Kind> = new Set(['failure', 'delay', 'success']);

/** @param seen what the message's header block says */
export function explainMessage(message: Message, seen: Observations, context: Context): Explanation {
  const readings = analyze(message, seen);
  const [first] = readings;
  const { kind, signals } = first.detection;
  const border = borderOf(message.headers, oursOf(context));
  const isOuter = first.message.headers === message.headers;
  const trust = judge(first, context, isOuter ? { border } : { carrier: message });
  // Dressed as a bounce, but none: nobody failed to get a mail of ours.
  const isFake = trust.verdict === 'suspicious';
  const toExplain = isFake ? [] : readings.filter(isReported);
  const recipients = explainAll(toExplain, trust, context);
  return {
    kind: isFake ? 'not-a-report' : kindThatFits(kind, recipients),
    detection: signals,
    trust,
    reportingMta: isReported(first) ? first.report.reportingMta : null,
    subject: first.message.headers.decoded('subject'),
    date: first.date,
    original: first.report.original,
    sendingServer: trust.verdict === 'genuine' ? sendingServerOf(first, context) : null,
    readerSystem: readerSystemOf(border),
    recipients: recipients.slice(0, MAX_RECIPIENTS),
    warnings: [
      ...warningsOf(message),
      ...readings.flatMap(({ report }) => report.warnings),
      ...leftOut(recipients),
    ],
  };
}

/** The message, or the reports that it carries. */
export function analyze(message: Message, seen: Observations): [Reading, ...Reading[]] {
  const cleaned = message.form === 'text' ? { ...message, text: cleanText(message.text) } : message;
  const outer = readAll(cleaned, seen);
  // A complaint, a receipt or an auto-reply is explained itself, even where a bounce is attached.
  const looksInside = outer.detection.kind === 'not-a-report' || isCarrier(outer);
  const [first, ...others] = looksInside ? reportsInside(outer) : [];
  return first ? [first, ...others] : [outer];
}

/** A failure in which nobody failed becomes a delay or a success, as its recipients say. */
function kindThatFits(kind: Kind, recipients: readonly RecipientExplanation[]): Kind {
  if (kind !== 'failure' || recipients.length === 0) return kind;
  if (recipients.some(({ action, cause }) => action === 'failed' && cause !== 'not-a-failure')) return kind;
  if (recipients.some(({ action }) => action === 'delayed')) return 'delay';
  return recipients.some(({ action }) => action === 'failed') ? kind : 'success';
}

const leftOut = ({ length }: readonly RecipientExplanation[]): Text[] =>
  length <= MAX_RECIPIENTS
    ? []
    : [{ key: 'engine.warnings.recipients-left-out', values: { count: String(length - MAX_RECIPIENTS) } }];

function explainAll(readings: readonly Reading[], trust: Trust, context: Context): RecipientExplanation[] {
  const all: RecipientExplanation[] = [];
  for (const reading of readings)
    for (const recipient of explainRecipients(reading, trust, context)) all.push(recipient);
  return all;
}

/** Of the message and of the mails in it, each once. */
function warningsOf(message: Message): Text[] {
  const all = [...message.warnings, ...message.attached.flatMap(warningsOf)];
  return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
}

function readAll(message: Message, seen: Observations): Reading {
  const text = splitReport(message);
  const report = readReport(text);
  const reading = { findings: () => report.recipients, knowsWords: hasKnownWords };
  const date = isoDate(message.headers.get('date'));
  return { message, seen, text, date, report, detection: detect(message, seen, text, reading) };
}

const isReported = ({ detection }: Reading) => reported.has(detection.kind);

/** Bounces in a mail that is none itself, at any depth that was opened. */
function reportsIn(message: Message): Reading[] {
  const reading = readAll(message, observeHeaders(message));
  return isReported(reading) ? [reading] : reportsInside(reading);
}

/** Enough of them: a mail may bring a day's worth of bounces along, and one made to be slow many thousands. */
function reportsAmong(mails: readonly Message[]): Reading[] {
  const found: Reading[] = [];
  let recipients = 0;
  for (const mail of mails) {
    if (recipients >= MAX_RECIPIENTS) break;
    const reports = reportsIn(mail);
    found.push(...reports);
    for (const { report } of reports) recipients += report.recipients.length;
  }
  return found;
}

/** Words that only the report itself says, not who passes it on. */
const OF_REPORT: ReadonlySet<Role> = new Set(['machine-phrase', 'exchange-token', 'status-field']);
const saysReport = (text: string) => wordsIn(text).some(({ value }) => OF_REPORT.has(value));

/**
 * A covering note ("this could not be delivered", in any language) or a certified mail is no report itself, though it
 * reads like one: below it, or attached, stands what a mail system sent.
 */
function isCarrier({ seen, message, report }: Reading): boolean {
  if (seen.has('status-part')) return false;
  if (message.attached.some((mail) => observeHeaders(mail).has('status-part'))) return true;
  const quoted = openQuoted(message.text);
  if (quoted === null || !observeHeaders(quoted).has('daemon-sender')) return false;
  if (!seen.has('daemon-sender') && !saysReport(quoted.above)) return true;
  return report.recipients.every((record) => !hasCode(record) && record.action === null);
}

const BOUNCE_WORDS: ReadonlySet<Role> = new Set([
  'failure-subject',
  'delay-subject',
  'failure-phrase',
  'delay-phrase',
  'exchange-token',
]);

/** Among the attached mails; else the one that the text quotes, where it has the words of a bounce. */
function reportsInside({ message, text, detection, seen }: Reading): Reading[] {
  if (message.attached.length > 0) return reportsAmong(message.attached);
  // Members of a list discuss the bounces that they quote.
  if (seen.has('list-post') && seen.has('conversation-subject')) return [];
  const speaksOfBounces =
    text.allWords.some(({ value }) => BOUNCE_WORDS.has(value)) ||
    detection.signals.some(({ id }) => id === 'smtp-answer');
  const quoted = speaksOfBounces ? openQuoted(message.text) : null;
  const found = quoted ? [readAll(quoted, observeHeaders(quoted))].filter(isReported) : [];
  if (found.length > 0 || message.form === 'text' || !speaksOfBounces) return found;
  // A ticket quotes the report without the header block of its mail.
  const lines = quotedLines(message.text);
  return lines && saysReport(lines.text) ? [readAll(lines, observeHeaders(lines))].filter(isReported) : [];
}
