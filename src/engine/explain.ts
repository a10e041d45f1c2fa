/** input → Explanation: the stages one after the other. */
import type { Context } from './context';
import { detect, type Detection } from './detect/detect';
import type { Explanation, Kind, Text } from './explanation';
import { explainRecipients } from './explain-recipients';
import type { Input } from './input';
import type { Message } from './mail/message';
import { readMessage } from './mail/read';
import { isoDate } from './report/dates';
import { readReport, type Report } from './report/read-report';
import { judge } from './trust/judge';

/** A message with what the first stages saw in it. */
interface Reading {
  message: Message;
  report: Report;
  detection: Detection;
}

/** Kinds whose recipients are explained. */
const reported: ReadonlySet<Kind> = new Set(['failure', 'delay', 'success']);

/** The rules are large, and most mails are no bounces: they come with the first that is one. */
const loadDiagnosis = () => import(/* webpackChunkName: "diagnosis" */ './diagnose/diagnose');

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
  const message = await readMessage(input);
  const { hasKnownWords } = message.form === 'text' ? await loadDiagnosis() : { hasKnownWords: () => false };
  const outer = readAll(message, hasKnownWords);
  // A complaint, a receipt or a machine's answer may bring a bounce along; it is about something else.
  const inner = outer.detection.kind === 'not-a-report' ? message.attached.flatMap(reportsIn) : [];
  const readings = inner.length > 0 ? inner : [outer];
  const [first = outer] = readings;
  const { kind, signals } = first.detection;
  const trust = judge(first.message, { kind, detection: signals, original: first.report.original }, context);
  // Dressed as a bounce, but none: nobody failed to get a mail of ours.
  const isFake = trust.verdict === 'suspicious';
  const toExplain = isFake ? [] : readings.filter(isReported);
  const diagnosis = toExplain.length > 0 ? await loadDiagnosis() : null;
  return {
    kind: isFake ? 'not-a-report' : kind,
    detection: signals,
    trust,
    reportingMta: first.report.reportingMta,
    subject: first.message.headers.decoded('subject'),
    date: isoDate(first.message.headers.get('date')),
    original: first.report.original,
    recipients:
      diagnosis === null
        ? []
        : toExplain.flatMap((reading) =>
            explainRecipients({ ...forRecipients(reading), trust }, diagnosis.diagnose, context),
          ),
    warnings: warningsOf(message),
  };
}

/** Of the message and of the mails in it, each once. */
function warningsOf(message: Message): Text[] {
  const all = [...message.warnings, ...message.attached.flatMap(warningsOf)];
  return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
}

function readAll(message: Message, knowsWords: (text: string) => boolean = () => false): Reading {
  const report = readReport(message);
  return { message, report, detection: detect(message, report.recipients, knowsWords) };
}

const isReported = ({ detection }: Reading) => reported.has(detection.kind);

const forRecipients = ({ message, report, detection }: Reading) => ({
  kind: detection.kind,
  report,
  bouncedAt: isoDate(message.headers.get('date')),
});

/** Bounces attached to a mail, at any depth that was opened. */
function reportsIn(message: Message): Reading[] {
  const reading = readAll(message);
  return isReported(reading) ? [reading] : message.attached.flatMap(reportsIn);
}
