/** message → who failed, and what the servers said about it. */
import type { OriginalMail } from '../explanation';
import type { Headers } from '../mail/headers';
import { MAX_RECIPIENTS } from '../mail/limits';
import { addressesIn, cleanAddress } from './addresses';
import { hasCode, isGeneral, lonePair, loneStatus, readPair } from '../answer/codes';
import type { DeliveryRecord } from '../record/record';
import type { Reader, ReportText } from './reader';
import { mergeRecords } from '../record/merge';
import { addressBlocks } from './readers/address-blocks';
import { exchange } from './readers/exchange';
import { announced } from './readers/announced';
import { clientErrors } from './logs/client-errors';
import { jsonEvents } from './logs/json-events';
import { lastWords } from '../record/last-words';
import { isLog, logLines } from './logs/log-lines';
import { queueListings } from './logs/queue-listings';
import { serverLines } from './logs/server-lines';
import { tableRecords } from './logs/table-records';
import { rfc3464 } from './readers/rfc3464';
import { hostOf } from './hosts';
import { localUsers } from './readers/local-users';
import { onlyAddress } from './readers/only-address';
import { sentences } from './readers/sentences';
import { session } from './readers/session';
import { transcript } from './readers/transcript';
import { judged, saysWaiting } from '../record/outcome';
import { isDaemon } from '../roles/whose-address';
import type { Text } from '../explanation';
import type { SplitReport } from './split';
import { isoDate } from './dates';

export interface Report {
  readonly reportingMta: string | null;
  readonly original: OriginalMail;
  readonly recipients: DeliveryRecord[];
  /** The readable text of the report, for causes that only the prose names. */
  readonly prose: string;
  /** What was left out, or could not be read. */
  readonly warnings: Text[];
  /** What each reader found, in the order in which they were asked. */
  readonly found: readonly Found[];
}

/** What one reader found, or the error that stopped it. */
export interface Found {
  reader: string;
  records: readonly DeliveryRecord[];
  error?: string;
}

/** In order of precedence, behind rfc3464, which reads the machine's own fields. */
const proseReaders: readonly Reader[] = [exchange, transcript, session, addressBlocks, announced, sentences];
/** They guess more than the others. */
const lastReaders: readonly Reader[] = [localUsers, onlyAddress];
/** In a mail, a session is one of several accounts of what happened. */
const sessionOfText: Reader = {
  id: session.id,
  read: (report) => (report.form === 'text' ? session.read(report) : []),
};
/** Records of a log, one a recipient; what they find is not mixed with anything else. */
const recordReaders: readonly Reader[] = [
  jsonEvents,
  queueListings,
  serverLines,
  sessionOfText,
  clientErrors,
  tableRecords,
];
/** Lines of no known shape: in a text of another kind, they may be anything. */
const lineReaders: readonly Reader[] = [logLines];

/** Each answer is worked out when it is asked for: most messages are no reports. */
export const readReport = (report: SplitReport): Report => new LazyReport(report);

class LazyReport implements Report {
  private mta: string | null | undefined;
  private returned: OriginalMail | null = null;
  private records: DeliveryRecord[] | null = null;
  readonly found: Found[] = [];
  readonly warnings: Text[] = [];
  readonly prose: string;

  constructor(private readonly report: SplitReport) {
    this.prose = report.text.trim();
  }

  get reportingMta(): string | null {
    return this.mta === undefined ? (this.mta = reportingMta(this.report)) : this.mta;
  }

  get original(): OriginalMail {
    return (this.returned ??= originalOf(this.report.original, this.report.headers));
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

/** Asks the readers, and keeps what each has found. */
class Survey {
  constructor(
    private readonly report: SplitReport,
    private readonly found: Found[],
  ) {}

  recipients(): DeliveryRecord[] {
    const { report } = this;
    if (report.statusParts.length === 0 && !this.hasStatusFields()) {
      const logged = this.recordsOf(recordReaders);
      if (logged.length > 0) return logged;
      const lines = report.form === 'mail' || isPlain(report) ? this.recordsOf(lineReaders) : [];
      if (lines.length > 0) return lines;
    }
    const stated = this.ask(rfc3464);
    // Where the machine's own fields say all there is to know, nothing is read out of the words around them.
    if (stated.length > 0 && stated.every(isWhole)) return mergeRecords([stated], () => []);
    const byReader = [stated, ...proseReaders.map((reader) => this.ask(reader))].map(withoutDaemons);
    // In the order of trust, each only where all before it have found nobody.
    for (const reader of lastReaders) {
      if (byReader.some(namesAnybody)) break;
      byReader.push(this.ask(reader));
    }
    const found = withLoneStatus(
      mergeRecords(withoutOurOwn(withoutMentioned(byReader), report), () => failedRecipients(report)),
      report,
    );
    if (report.form === 'mail') return preferMailed(withoutNamesakes(found), report);
    // Pasted lines of several programs are no log as a whole; each says what became of its own recipient.
    // A report that returns a mail is read as a report.
    const lines = this.recordsOf(lineReaders);
    const isBetter =
      countNamed(lines) > countNamed(found) &&
      (!namesAnybody(found) || (!report.original.hasFields(1) && lines.every(saysWhatBecame)));
    const [only] = found;
    const [line] = lines;
    const saysCode =
      found.length === 1 &&
      lines.length === 1 &&
      only?.address === line?.address &&
      only !== undefined &&
      line !== undefined &&
      !hasCode(only) &&
      hasCode(line);
    if (found.length === 0 || isBetter || saysCode) return lines;
    return withFurther(found, byReader);
  }

  /** A pasted status part, as mail programs show it. */
  private hasStatusFields(): boolean {
    const { form, statusBlocks } = this.report;
    return (
      form === 'text' && statusBlocks.some((block) => block.has('final-recipient') && block.has('action'))
    );
  }

  /** What the first of the readers finds that finds anything. */
  private recordsOf(readers: readonly Reader[]): DeliveryRecord[] {
    for (const reader of readers) {
      const found = this.ask(reader);
      if (found.length > 0) return lastWords(found);
    }
    return [];
  }

  /** A reader that stumbles over a mail has read nothing; the others go on, and a warning names it. */
  private ask(reader: Reader): DeliveryRecord[] {
    try {
      const records = reader
        .read(this.report)
        .map((record) => ({ ...record, reader: record.reader ?? reader.id }));
      this.found.push({ reader: reader.id, records });
      return records;
    } catch (error) {
      this.found.push({ reader: reader.id, records: [], error: String(error) });
      return [];
    }
  }
}

/** A pasted status part may name fewer recipients than the words above it. */
function withFurther(found: DeliveryRecord[], byReader: DeliveryRecord[][]): DeliveryRecord[] {
  const known = new Set(found.map(({ address }) => address));
  const further = byReader
    .flat()
    .filter(
      ({ reader, address, diagnostic }) =>
        reader === addressBlocks.id && address?.includes('@') && diagnostic !== null && !known.has(address),
    );
  return [...found, ...new Map(further.map((record) => [record.address, record])).values()];
}

/** `nora` and `nora@example.com` of the same report are one. */
function withoutNamesakes(found: DeliveryRecord[]): DeliveryRecord[] {
  const isNamesake = ({ address }: DeliveryRecord) =>
    address !== null &&
    !address.includes('@') &&
    found.some((other) => other.address?.startsWith(`${address}@`));
  return found.filter((record) => !isNamesake(record));
}

/** The field names the address that was mailed; a path, a host's own user, or the reader's own address is none. */
function preferMailed(found: DeliveryRecord[], report: ReportText): DeliveryRecord[] {
  const field = report.headers.all('x-failed-recipients').join('\n').replaceAll(',', '\n');
  const [mailed, ...more] = addressesIn(field);
  const [only, ...others] = found;
  if (mailed === undefined || more.length > 0 || !only?.address || others.length > 0) return found;
  const isForeign = !only.address.includes('@') || only.address === report.headers.address('to');
  return isForeign ? [{ ...only, address: mailed, reader: 'x-failed-recipients' }] : found;
}

/** Whom an answer mentions, `contact unblock@example.com`, did not fail: the answer is about somebody else. */
function withoutMentioned(byReader: DeliveryRecord[][]): DeliveryRecord[][] {
  const answered = byReader
    .flat()
    .filter(({ address, diagnostic }) => address !== null && diagnostic !== null);
  const isMentioned = ({ address, reader }: DeliveryRecord) =>
    reader === sentences.id &&
    address !== null &&
    !answered.some((record) => record.address === address) &&
    answered.some(({ diagnostic }) => diagnostic?.toLowerCase().includes(address));
  return byReader.map((records) => records.filter((record) => !isMentioned(record)));
}

/** A mail system's own mailbox is nobody's whose mail failed. */
const withoutDaemons = (records: DeliveryRecord[]) =>
  records.filter(({ address }) => address === null || !isDaemon(address));

const isWhole = (one: DeliveryRecord) =>
  one.address?.includes('@') === true &&
  one.action !== null &&
  one.diagnostic !== null &&
  one.replyCode !== null &&
  one.remoteMta !== null &&
  // `550-first`: the answer goes on elsewhere.
  !/^\d{3}-(?![\s\S]*\b\d{3} )/.test(one.diagnostic) &&
  !isGeneral(one.status);

/**
 * One recipient without a code, and one answer in all the text, or one status: "type 5.4.4 delivery errors". What is
 * pasted is about that recipient altogether.
 */
function withLoneStatus(found: DeliveryRecord[], { form, lines }: ReportText): DeliveryRecord[] {
  const [one, ...others] = found;
  if (!one || others.length > 0 || hasCode(one)) return found;
  const codes = form === 'text' ? readPair(lines.join('\n')) : lonePair(lines);
  return [{ ...one, status: loneStatus(lines), ...codes }];
}

/** A log, or JSON, is no report with a layout. */
function isPlain({ form, lines, original }: ReportText): boolean {
  if (original.hasFields(1)) return false;
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return form === 'text' && (isLog(lines) || /^\s*(?:\{|\[\s*(?:\{|$))/.test(first));
}

/** The reporter and the sender are named in every report; they are its recipients only when no reader found another. */
function withoutOurOwn(
  [status = [], ...prose]: DeliveryRecord[][],
  { headers, original }: ReportText,
): DeliveryRecord[][] {
  const own = new Set([
    headers.address('from'),
    headers.address('to'),
    headers.address('delivered-to'),
    original.address('from'),
    original.address('return-path'),
  ]);
  const others = prose.map((found) => found.filter(({ address }) => address === null || !own.has(address)));
  return [status, ...(others.some(namesAnybody) ? others : prose)];
}

const saysWhatBecame = (one: DeliveryRecord) => one.action !== null || hasCode(one);

const countNamed = (found: readonly DeliveryRecord[]) =>
  found.filter(({ address }) => address !== null).length;

const namesAnybody = (found: readonly DeliveryRecord[]) => found.some(({ address }) => address !== null);

/** Exim, Gmail and others list the failed addresses in a header field; else the returned mail says whom it was for. */
function failedRecipients({ headers, original }: ReportText): string[] {
  const field = headers.all('x-failed-recipients').join(', ');
  if (field !== '')
    return addressesIn(field.replaceAll(',', '\n')).concat(
      field.includes('@') ? [] : (cleanAddress(field) ?? []),
    );
  // A report goes to the sender: where the returned mail went there, too, it names nobody else.
  const own = new Set([headers.address('to'), original.address('from')]);
  return addressesIn((original.get('to') ?? '').replaceAll(',', '\n')).filter((address) => !own.has(address));
}

function reportingMta(report: ReportText): string | null {
  for (const block of report.statusBlocks) {
    const host = hostOf(block.get('reporting-mta'));
    if (host) return host;
  }
  for (const line of report.lines) {
    const host = /^\s{0,8}Generating server: ?([a-z0-9.-]{1,255})/i.exec(line)?.[1];
    if (host) return host.toLowerCase();
  }
  return null;
}

function originalOf(original: Headers, headers: Headers): OriginalMail {
  return {
    messageId: original.get('message-id') ?? headers.get('in-reply-to') ?? null,
    subject: original.decoded('subject'),
    from: original.address('from'),
    date: isoDate(original.get('date')),
  };
}
