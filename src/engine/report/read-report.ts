/** message → who failed, and what the servers said about it. */
import type { OriginalMail } from '../explanation';
import type { Headers } from '../mail/headers';
import { MAX_RECIPIENTS } from '../mail/limits';
import { addressesIn, cleanAddress } from './addresses';
import { hasCode, isGeneral, lonePair, loneStatus, readPair } from './codes';
import type { Finding, Reader, ReportText } from './finding';
import { mergeFindings } from './merge';
import { addressBlocks } from './readers/address-blocks';
import { exchange } from './readers/exchange';
import { announced } from './readers/announced';
import { clientErrors } from './logs/client-errors';
import { jsonEvents } from './logs/json-events';
import { lastWords } from './logs/last-words';
import { isLog, logLines } from './logs/log-lines';
import { serverLines } from './logs/server-lines';
import { tableRecords } from './logs/table-records';
import { rfc3464 } from './readers/rfc3464';
import { hostOf } from './hosts';
import { localUsers } from './readers/local-users';
import { onlyAddress } from './readers/only-address';
import { sentences } from './readers/sentences';
import { transcript } from './readers/transcript';
import type { SplitReport } from './split';
import { isoDate } from './dates';

export interface Report {
  readonly reportingMta: string | null;
  readonly original: OriginalMail;
  readonly recipients: Finding[];
  /** The readable text of the report, for causes that only the prose names. */
  readonly prose: string;
}

/** In order of precedence, behind rfc3464, which reads the machine's own fields. */
const proseReaders: readonly Reader[] = [exchange, transcript, addressBlocks, announced, sentences];
/** They guess more than the others. */
const lastReaders: readonly Reader[] = [localUsers, onlyAddress];
/** Records of a log, one a recipient; what they find is not mixed with anything else. */
const recordReaders: readonly Reader[] = [jsonEvents, serverLines, clientErrors, tableRecords];
/** Lines of no known shape: in a text of another kind, they may be anything. */
const lineReaders: readonly Reader[] = [logLines];

/** Each answer is worked out when it is asked for: most messages are no reports. */
export const readReport = (report: SplitReport): Report => new LazyReport(report);

class LazyReport implements Report {
  private mta: string | null | undefined;
  private returned: OriginalMail | null = null;
  private findings: Finding[] | null = null;
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

  get recipients(): Finding[] {
    return (this.findings ??= recipientsIn(this.report).slice(0, MAX_RECIPIENTS));
  }
}

function recipientsIn(report: ReportText): Finding[] {
  if (report.statusParts.length === 0) {
    const logged = recordsOf(recordReaders, report);
    if (logged.length > 0) return logged;
    const lines = report.form === 'mail' || isPlain(report) ? recordsOf(lineReaders, report) : [];
    if (lines.length > 0) return lines;
  }
  const stated = safely(rfc3464, report);
  // Where the machine's own fields say all there is to know, nothing is read out of the words around them.
  if (stated.length > 0 && stated.every(isWhole)) return mergeFindings([stated], () => []);
  const byReader = [stated, ...proseReaders.map((reader) => safely(reader, report))];
  // In the order of trust, each only where all before it have found nobody.
  for (const reader of lastReaders) {
    if (byReader.some(namesAnybody)) break;
    byReader.push(safely(reader, report));
  }
  const found = withLoneStatus(
    mergeFindings(withoutOurOwn(byReader, report), () => failedRecipients(report)),
    report,
  );
  if (report.form === 'mail') return found;
  // Pasted lines of several programs are no log as a whole; each says what became of its own recipient.
  // A report that returns a mail is read as a report.
  const lines = recordsOf(lineReaders, report);
  const isBetter =
    countNamed(lines) > countNamed(found) &&
    (!namesAnybody(found) || (!report.original.hasFields(1) && lines.every(saysWhatBecame)));
  return found.length === 0 || isBetter ? lines : found;
}

/** What the first of the readers finds that finds anything. */
function recordsOf(readers: readonly Reader[], report: ReportText): Finding[] {
  for (const reader of readers) {
    const found = safely(reader, report);
    if (found.length > 0) return lastWords(found);
  }
  return [];
}

const isWhole = (one: Finding) =>
  one.address?.includes('@') === true &&
  one.action !== null &&
  one.diagnostic !== null &&
  one.replyCode !== null &&
  one.remoteMta !== null &&
  !isGeneral(one.status);

/**
 * One recipient without a code, and one answer in all the text, or one status: "type 5.4.4 delivery errors". What is
 * pasted is about that recipient altogether.
 */
function withLoneStatus(found: Finding[], { form, lines }: ReportText): Finding[] {
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

/** A reader that stumbles over a mail has read nothing; the others go on. */
function safely(reader: Reader, report: ReportText): Finding[] {
  try {
    return reader.read(report);
  } catch {
    return [];
  }
}

/** The reporter and the sender are named in every report; they are its recipients only when no reader found another. */
function withoutOurOwn([status = [], ...prose]: Finding[][], { headers, original }: ReportText): Finding[][] {
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

const saysWhatBecame = (one: Finding) => one.action !== null || hasCode(one);

const countNamed = (found: readonly Finding[]) => found.filter(({ address }) => address !== null).length;

const namesAnybody = (found: readonly Finding[]) => found.some(({ address }) => address !== null);

/** Exim, Gmail and others list the failed addresses in a header field; else the returned mail says whom it was for. */
function failedRecipients({ headers, original }: ReportText): string[] {
  const field = headers.all('x-failed-recipients').join(', ');
  if (field !== '')
    return addressesIn(field.replaceAll(',', '\n')).concat(
      field.includes('@') ? [] : (cleanAddress(field) ?? []),
    );
  return addressesIn((original.get('to') ?? '').replaceAll(',', '\n'));
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
