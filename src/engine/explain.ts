/** input → Explanation: the stages one after the other. */
import type { Context } from './context';
import { detect, type Detection } from './detect/detect';
import { isOrdinary, observeHeaders, type Observations } from './detect/observe';
import type { Explanation, Kind, Signal, Text } from './explanation';
import type { Input } from './input';
import type { Message } from './mail/message';
import { openQuoted } from './mail/quoted';
import { readMessage } from './mail/read';
import type { Role } from './phrases/vocabulary';
import { isoDate } from './report/dates';
import { readReport, type Report } from './report/read-report';
import { splitReport, type SplitReport } from './report/split';
import { judge } from './trust/judge';

/** A message with what the first stages saw in it. */
interface Reading {
  message: Message;
  /** Its text, divided. */
  text: SplitReport;
  report: Report;
  detection: Detection;
}

/** Kinds whose recipients are explained. */
const reported: ReadonlySet<Kind> = new Set(['failure', 'delay', 'success']);

const importAdvice = () => import(/* webpackChunkName: "diagnosis" */ './explain-recipients');
let advice: Awaited<ReturnType<typeof importAdvice>> | null = null;
/** The rules are large, and most mails are no bounces: they come with the first that is one. */
const loadAdvice = async () => (advice ??= await importAdvice());

/**
 * Explains one message: what kind it is, who did not get the mail, why, and what to do.
 *
 * @param input bytes of an .eml, .msg or text file; pasted text; or a mail in pieces
 * @param context what is known outside the message; equal input and context give equal answers
 * @throws InputError where the input holds no text; never for what a message says
 * @example
 * const { recipients } = await explain('550 5.1.1 <user@example.com>: User unknown');
 * recipients[0]?.cause; // 'recipient-unknown'
 */
export async function explain(input: Input, context: Context = {}): Promise<Explanation> {
  const read = readMessage(input);
  const message = read instanceof Promise ? await read : read;
  const seen = observeHeaders(message);
  if (isOrdinary(message, seen)) return ordinary(message, seen.signals());
  const { hasKnownWords } = message.form === 'text' ? await loadAdvice() : { hasKnownWords: () => false };
  const outer = readAll(message, seen, hasKnownWords);
  // A complaint, a receipt or a machine's answer may bring a bounce along; it is about something else.
  const inner = outer.detection.kind === 'not-a-report' ? reportsInside(outer) : [];
  const readings = inner.length > 0 ? inner : [outer];
  const [first = outer] = readings;
  const { kind, signals } = first.detection;
  const trust = judge({ ...first, kind, signals }, context);
  // Dressed as a bounce, but none: nobody failed to get a mail of ours.
  const isFake = trust.verdict === 'suspicious';
  const toExplain = isFake ? [] : readings.filter(isReported);
  const explainer = toExplain.length > 0 ? await loadAdvice() : null;
  return {
    kind: isFake ? 'not-a-report' : kind,
    detection: signals,
    trust,
    reportingMta: isReported(first) ? first.report.reportingMta : null,
    subject: first.message.headers.decoded('subject'),
    date: isoDate(first.message.headers.get('date')),
    original: first.report.original,
    recipients:
      explainer === null
        ? []
        : toExplain.flatMap((reading) =>
            explainer.explainRecipients({ ...forRecipients(reading), trust }, context),
          ),
    warnings: warningsOf(message),
  };
}

/** Of the message and of the mails in it, each once. */
function warningsOf(message: Message): Text[] {
  const all = [...message.warnings, ...message.attached.flatMap(warningsOf)];
  return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
}

/** Of mail that has nothing to do with bounces. */
const ordinary = ({ headers, warnings }: Message, detection: Signal[]): Explanation => ({
  kind: 'not-a-report',
  detection,
  trust: { verdict: 'unverified', signals: [] },
  reportingMta: null,
  subject: headers.decoded('subject'),
  date: isoDate(headers.get('date')),
  original: { messageId: null, subject: null, from: null, date: null },
  recipients: [],
  warnings,
});

function readAll(
  message: Message,
  seen: Observations,
  knowsWords: (text: string) => boolean = () => false,
): Reading {
  const text = splitReport(message);
  const report = readReport(text);
  const reading = { findings: () => report.recipients, knowsWords };
  return { message, text, report, detection: detect(message, seen, text, reading) };
}

const isReported = ({ detection }: Reading) => reported.has(detection.kind);

const forRecipients = ({ message, report, detection }: Reading) => ({
  kind: detection.kind,
  message,
  report,
  bouncedAt: isoDate(message.headers.get('date')),
});

/** Bounces in a mail that is none itself, at any depth that was opened. */
function reportsIn(message: Message): Reading[] {
  const reading = readAll(message, observeHeaders(message));
  return isReported(reading) ? [reading] : reportsInside(reading);
}

const BOUNCE_WORDS: ReadonlySet<Role> = new Set([
  'failure-subject',
  'delay-subject',
  'failure-phrase',
  'delay-phrase',
  'exchange-token',
]);

/** Among the attached mails; else the one that the text quotes, where it has the words of a bounce. */
function reportsInside({ message, text, detection }: Reading): Reading[] {
  if (message.attached.length > 0) return message.attached.flatMap(reportsIn);
  const speaksOfBounces =
    text.allWords.some(({ value }) => BOUNCE_WORDS.has(value)) ||
    detection.signals.some(({ id }) => id === 'smtp-answer');
  const quoted = speaksOfBounces ? openQuoted(message.text) : null;
  return quoted ? [readAll(quoted, observeHeaders(quoted))].filter(isReported) : [];
}
