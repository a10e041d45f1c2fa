/** message → who failed, and what the servers said about it. */
import type { OriginalMail, Text } from '../explanation';
import type { Headers } from '../mail/headers';
import { MAX_RECIPIENTS } from '../mail/limits';
import { judged, saysWaiting } from '../record/outcome';
import type { DeliveryRecord } from '../record/record';
import { aliasesIn } from '../roles/aliases';
import { isoDate } from './dates';
import { reporterIn } from './hosts';
import type { SplitReport } from './split';
import { Survey, type Found } from './survey';

export interface Report {
  readonly reportingMta: string | null;
  readonly original: OriginalMail;
  readonly recipients: DeliveryRecord[];
  /** The alias that the mail was sent to, by the failed address that it led to. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The readable text of the report, for causes that only the prose names. */
  readonly prose: string;
  /** What was left out, or could not be read. */
  readonly warnings: Text[];
  /** What each reader found, in the order in which they were asked. */
  readonly found: readonly Found[];
}

/** Each answer is worked out when it is asked for: most messages are no reports. */
export const readReport = (report: SplitReport): Report => new LazyReport(report);

class LazyReport implements Report {
  private mta: string | null | undefined;
  private led: ReadonlyMap<string, string> | null = null;
  private returned: OriginalMail | null = null;
  private records: DeliveryRecord[] | null = null;
  readonly found: Found[] = [];
  readonly warnings: Text[] = [];
  readonly prose: string;

  constructor(private readonly report: SplitReport) {
    this.prose = report.text.trim();
  }

  get reportingMta(): string | null {
    return this.mta === undefined ? (this.mta = reporterIn(this.report)) : this.mta;
  }

  get original(): OriginalMail {
    return (this.returned ??= originalOf(this.report.original, this.report.headers));
  }

  get aliases(): ReadonlyMap<string, string> {
    return (this.led ??= aliasesIn(this.report.lines));
  }

  get recipients(): DeliveryRecord[] {
    return (this.records ??= this.read());
  }

  private read(): DeliveryRecord[] {
    const all = new Survey(this.report, this.found).recipients();
    for (const { reader, error } of this.found)
      if (error !== undefined)
        this.warnings.push({ key: 'engine.warnings.reader-failed', values: { reader } });
    if (all.length > MAX_RECIPIENTS)
      this.warnings.push({
        key: 'engine.warnings.recipients-left-out',
        values: { count: String(all.length - MAX_RECIPIENTS) },
      });
    // A mail says by its kind whether it is tried again.
    const isWaiting = this.report.form === 'text' && saysWaiting(this.prose);
    return all.slice(0, MAX_RECIPIENTS).map((record) => judged(record, isWaiting));
  }
}

function originalOf(original: Headers, headers: Headers): OriginalMail {
  return {
    messageId: original.get('message-id') ?? headers.get('in-reply-to') ?? null,
    subject: original.decoded('subject'),
    from: original.address('from'),
    to: (original.get('to') ?? '').includes(',') ? null : original.address('to'),
    date: isoDate(original.get('date')),
  };
}
