/**
 * Asks the readers in their order, and makes one record per recipient of what they found. A log is read by the
 * first reader that knows its shape; a report by all that know a part of it.
 */
import { hasCode, isUnspecific, onlyCodes, onlyStatus, readBothCodes } from '../answer/codes';
import { lazy } from '../mail/lazy';
import { lastWords } from '../record/last-words';
import { mergeRecords } from '../record/merge';
import { judged } from '../record/outcome';
import { MAX_SAID, type DeliveryRecord } from '../record/record';
import {
  AddressRoles,
  oneSpelling,
  preferMailed,
  withoutHelpers,
  withoutMentioned,
  withoutOthers,
  withoutOurOwn,
} from '../roles/only-recipients';
import { addressesIn, cleanAddress } from './addresses';
import { clientErrors } from './logs/client-errors';
import { jsonEvents } from './logs/json-events';
import { isLog, logLines } from './logs/log-lines';
import { queueListings } from './logs/queue-listings';
import { serverLines } from './logs/server-lines';
import { tableRecords } from './logs/table-records';
import type { Reader, ReportText } from './reader';
import { addressBlocks } from './readers/address-blocks';
import { announced } from './readers/announced';
import { exchange } from './readers/exchange';
import { localUsers } from './readers/local-users';
import { onlyAddress } from './readers/only-address';
import { rfc3464 } from './readers/rfc3464';
import { sendmail } from './readers/sendmail';
import { sentences } from './readers/sentences';
import { quotedSession, wholeSession } from './readers/session';

/** What one reader found, or the error that stopped it. */
export interface Found {
  reader: string;
  records: readonly DeliveryRecord[];
  error?: string;
}

/** A listing of a queue and the log's lines about the same mails are often pasted together. */
const serverLogs: Reader = {
  id: serverLines.id,
  naming: serverLines.naming,
  read: (text) =>
    [queueListings, serverLines].flatMap(({ id, read }) =>
      read(text).map((record) => ({ ...record, reader: id })),
    ),
};
/** Records of a log, one a recipient; what they find is not mixed with anything else. */
const recordReaders: readonly Reader[] = [jsonEvents, serverLogs, wholeSession, clientErrors, tableRecords];
/** In order of precedence, behind rfc3464, which reads the machine's own fields. */
const proseReaders: readonly Reader[] = [
  exchange,
  quotedSession,
  sendmail,
  addressBlocks,
  announced,
  sentences,
];
/** They guess more than the others. */
const lastReaders: readonly Reader[] = [localUsers, onlyAddress];

export class Survey {
  private readonly roles = lazy(() => new AddressRoles(this.report.lines));

  constructor(
    private readonly report: ReportText,
    private readonly found: Found[],
  ) {}

  recipients(): DeliveryRecord[] {
    const { report } = this;
    if (report.statusParts.length === 0 && !hasStatusFields(report)) {
      const logged = this.recordsOf(recordReaders);
      if (logged.length > 0) return logged;
      const lines = report.form === 'mail' || isPlain(report) ? this.recordsOf([logLines]) : [];
      if (lines.length > 0) return lines;
    }
    const stated = this.ask(rfc3464);
    // Where the machine's own fields say all there is to know, nothing is read out of the words around them.
    if (stated.length > 0 && stated.every(isWhole)) return mergeRecords([stated], () => []);
    const byReader = [stated, ...proseReaders.map((reader) => this.ask(reader))];
    // In the order of trust, each only where all before it have found nobody.
    for (const reader of lastReaders) {
      if (byReader.some(namesAnybody)) break;
      byReader.push(this.ask(reader));
    }
    const merged = mergeRecords(withoutOurOwn(withoutMentioned(byReader), report), () =>
      failedRecipients(report),
    );
    const ordered = stated.length > 0 ? merged : this.roles().inOrder(merged);
    const found = withLoneStatus(oneSpelling(withoutHelpers(ordered)), report);
    const all = stated.length === 0 || report.statusParts.length > 0 ? found : withFurther(found, byReader);
    if (report.form === 'mail') return preferMailed(all, report);
    const lines = this.recordsOf([logLines]);
    return isBetter(lines, found, report) ? lines : all;
  }

  /** What the first of the readers finds that finds anything. */
  private recordsOf(readers: readonly Reader[]): DeliveryRecord[] {
    for (const reader of readers) {
      const found = this.ask(reader);
      const telling = found.filter(({ event }) => event !== 'underway');
      if (telling.length > 0) return lastWords(telling.map((record) => judged(record)));
      // The text is this reader's: its other words, a subject or a campaign, are no report.
      if (found.length > 0) return found.slice(0, 1);
    }
    return [];
  }

  /** A reader that stumbles over a mail has read nothing; the others go on, and a warning names it. */
  private ask(reader: Reader): DeliveryRecord[] {
    try {
      const read = reader
        .read(this.report)
        .map((record) => ({ ...record, reader: record.reader ?? reader.id }));
      const records = read.length === 0 ? read : withoutOthers(read, reader.naming, this.roles);
      this.found.push({ reader: reader.id, records });
      return records;
    } catch (error) {
      this.found.push({ reader: reader.id, records: [], error: String(error) });
      return [];
    }
  }
}

/** A pasted status part, as mail programs show it. */
const hasStatusFields = ({ form, statusBlocks }: ReportText) =>
  form === 'text' &&
  statusBlocks.some(
    (block) => block.has('action') && (block.has('final-recipient') || block.has('diagnostic-code')),
  );

/**
 * Pasted lines of several programs are no log as a whole; each says what became of its own recipient. A report that
 * returns a mail is read as a report.
 */
function isBetter(lines: DeliveryRecord[], found: DeliveryRecord[], { original }: ReportText): boolean {
  if (found.length === 0) return true;
  if (
    countNamed(lines) > countNamed(found) &&
    (!namesAnybody(found) || (!original.hasFields(1) && lines.every(saysWhatBecame)))
  )
    return true;
  const [only, ...others] = found;
  const [line, ...further] = lines;
  return (
    only !== undefined &&
    line !== undefined &&
    others.length + further.length === 0 &&
    only.address === line.address &&
    only.replyCode === null &&
    (hasCode(only) ? line.replyCode !== null && line.status === only.status : saysWhatBecame(line)) &&
    (hasCode(line) || only.diagnostic === null)
  );
}

/** Status fields that stand in the text may be cut off: the words above them name more recipients. */
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

const isWhole = (record: DeliveryRecord) =>
  record.address?.includes('@') === true &&
  record.action !== null &&
  record.diagnostic !== null &&
  record.replyCode !== null &&
  record.remoteMta !== null &&
  // `550-first`: the answer goes on elsewhere.
  !/^\d{3}-(?![\s\S]*\b\d{3} )/.test(record.diagnostic) &&
  !isUnspecific(record.status);

/**
 * One recipient without a code, and one answer in all the text, or one status: "type 5.4.4 delivery errors". What is
 * pasted is about that recipient altogether.
 */
function withLoneStatus(found: DeliveryRecord[], { form, lines }: ReportText): DeliveryRecord[] {
  const [only, ...others] = found;
  if (!only || others.length > 0 || hasCode(only)) return found;
  const own = lines.find((line) => isAbout(line, only) && readBothCodes(line) !== null);
  const pair = form === 'text' ? readBothCodes(lines.join('\n')) : onlyCodes(lines);
  const codes = own === undefined ? pair : readBothCodes(own);
  const answer = own ?? (codes && lines.find((line) => readBothCodes(line) !== null));
  const diagnostic = only.diagnostic ?? answer?.slice(0, MAX_SAID) ?? null;
  return [{ ...only, status: onlyStatus(lines), ...codes, diagnostic }];
}

const isAbout = (line: string, { address }: DeliveryRecord) =>
  address !== null && line.toLowerCase().includes(address);

/** A log, or JSON, is no report with a layout. */
function isPlain({ form, lines, original }: ReportText): boolean {
  if (original.hasFields(1)) return false;
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return form === 'text' && (isLog(lines) || /^\s*(?:\{|\[\s*(?:\{|$))/.test(first));
}

const saysWhatBecame = (record: DeliveryRecord) => record.action !== null || hasCode(record);

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
