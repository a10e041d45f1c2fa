/** input → Explanation: the stages one after the other. */
import { advise } from './advise/advise';
import { isUnmanned } from './advise/unmanned';
import type { Context } from './context';
import { detect, type Detection } from './detect/detect';
import { diagnose, type Diagnosis } from './diagnose/diagnose';
import type { Action, Explanation, Kind, RecipientExplanation, Trust } from './explanation';
import type { Input } from './input';
import type { Message } from './mail/message';
import { readMessage } from './mail/read';
import { isoDate } from './report/dates';
import { finding, type Finding } from './report/finding';
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
  const outer = readAll(await readMessage(input));
  const inner = isReported(outer) ? [] : outer.message.attached.flatMap(reportsIn);
  const [first = outer] = inner;
  const { headers } = first.message;
  const trust = judge(
    first.message,
    { kind: first.detection.kind, detection: first.detection.signals, original: first.report.original },
    context,
  );
  const readings = inner.length > 0 ? inner : [outer];
  // Dressed as a bounce, but none: nobody failed to get a mail of ours.
  const isFake = trust.verdict === 'suspicious';
  return {
    kind: isFake ? 'not-a-report' : first.detection.kind,
    detection: first.detection.signals,
    trust,
    reportingMta: first.report.reportingMta,
    subject: headers.decoded('subject'),
    date: isoDate(headers.get('date')),
    original: first.report.original,
    recipients: isFake ? [] : readings.flatMap((reading) => recipientsOf(reading, trust, context)),
    warnings: outer.message.warnings,
  };
}

function readAll(message: Message): Reading {
  const report = readReport(message);
  return { message, report, detection: detect(message, report.recipients) };
}

const isReported = ({ detection }: Reading) => reported.has(detection.kind);

/** Bounces attached to a mail, at any depth that was opened. */
function reportsIn(message: Message): Reading[] {
  const reading = readAll(message);
  return isReported(reading) ? [reading] : message.attached.flatMap(reportsIn);
}

function recipientsOf(reading: Reading, trust: Trust, context: Context): RecipientExplanation[] {
  const { report, detection, message } = reading;
  if (!reported.has(detection.kind)) return [];
  const alone = report.recipients.length === 1;
  const bouncedAt = isoDate(message.headers.get('date'));
  // A bounce that names nobody still says why.
  const findings =
    report.recipients.length > 0 ? report.recipients : [finding({ prose: report.prose.slice(0, 4000) })];
  return findings.map((one) => {
    const action = one.action ?? actionOf(detection.kind);
    const diagnosis = diagnosisOf(one, action, alone ? report.prose : null, report.reportingMta);
    return {
      address: one.address,
      action,
      replyCode: one.replyCode,
      status: one.status,
      cause: diagnosis.cause,
      confidence: diagnosis.confidence,
      diagnostic: one.diagnostic ?? one.prose,
      evidence: diagnosis.evidence,
      remoteMta: one.remoteMta,
      advice: advise({ address: one.address, kind: detection.kind, diagnosis, trust, bouncedAt }, context),
    };
  });
}

const actionOf = (kind: Kind): Action =>
  kind === 'delay' ? 'delayed' : kind === 'success' ? 'delivered' : 'failed';

function diagnosisOf(
  finding: Finding,
  action: Action,
  prose: string | null,
  reportingMta: string | null,
): Diagnosis {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return { cause: 'not-a-failure', confidence: 'high', evidence: action, rule: 'action', provider: null };
  }
  const diagnosis = diagnose(finding, prose, reportingMta);
  // An address by itself says nothing about a bounce, unless it is one that nobody reads.
  const said = finding.diagnostic?.trim().toLowerCase();
  if (
    diagnosis.cause === 'undetermined' &&
    finding.address !== null &&
    said === finding.address &&
    isUnmanned(said)
  ) {
    return { ...diagnosis, cause: 'recipient-unknown', evidence: said, rule: 'unmanned-address' };
  }
  return diagnosis;
}
