/** What each reader found in a message, how it was merged, and which row decided: for whoever mends the engine. */
import type { Context } from './context';
import { observeHeaders } from './detect/observe';
import { analyze } from './explain-message';
import { explainRecipients } from './explain-recipients';
import type { RecipientExplanation } from './explanation';
import type { Input } from './input';
import { readMessage } from './mail/read';
import type { DeliveryRecord } from './record/record';
import { judge } from './trust/judge';

export interface Trace {
  kind: string;
  signals: { id: string; quote: string | null }[];
  /** In the order in which the readers were asked; `error` where one stumbled. */
  readers: { reader: string; records: Partial<DeliveryRecord>[]; error?: string }[];
  /** Merged and judged. */
  records: Partial<DeliveryRecord>[];
  recipients: (Pick<RecipientExplanation, 'address' | 'action' | 'cause' | 'confidence' | 'evidence'> & {
    rule: string | null;
  })[];
}

/** @throws InputError as `explain` does */
export async function trace(input: Input, context: Context = {}): Promise<Trace[]> {
  const message = await readMessage(input);
  return analyze(message, observeHeaders(message)).map((analysis) => ({
    kind: analysis.detection.kind,
    signals: analysis.detection.signals,
    readers: analysis.report.found.map(({ reader, records, error }) => ({
      reader,
      records: records.map(stated),
      ...(error === undefined ? {} : { error }),
    })),
    records: analysis.report.recipients.map(stated),
    recipients: explainRecipients(analysis, judge(analysis, context), context).map(
      ({ address, action, cause, confidence, evidence, rule }) => ({
        address,
        action,
        cause,
        confidence,
        evidence,
        rule,
      }),
    ),
  }));
}

/** Without the fields that the reader left open. */
const stated = (record: DeliveryRecord): Partial<DeliveryRecord> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
