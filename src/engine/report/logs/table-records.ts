/**
 * Exports and tracking logs, a record a row, with names above the columns or without:
 *
 *     "Target User","Delivery Status","Error Message"
 *     "user@example.com","Error","550 5.1.1 The email account that you tried to reach does not exist."
 *
 *     #Fields: date-time,source,event-id,recipient-address,recipient-status         Exchange
 *     2026-11-23T09:12:00Z,ROUTING,FAIL,user@example.com,[{LED=550 5.7.1 RESOLVER.RST.AuthRequired; …}]
 */
import logs from '../../../knowledge/logs.json';
import { hasCode, readCodes, readStatus, type Codes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { timeAtStart } from '../../record/time';
import { recipientIn } from '../../roles/whose-address';
import { wholeWords } from '../../words/whole-words';
import type { Reader } from '../reader';
import { columnsOf, type Columns, type Table } from './columns';
import { categoryAtEnd, categoryOf, categoryOfCode, type Category } from '../../record/category';
import { actionOfEvent, eventOf, isStateAlone, type EventKind } from '../../record/outcome';
import { isKnown } from './fields';
import { isTrace, traceCategory } from './message-trace';
import { listedRecords } from './property-list';
import { recipientsIn } from './recipient-cell';
import { ruledTable } from './ruled-table';
import { markOf, rowsOf } from './table';

/** At least this share of the rows must have the shape of the header. */
const MOST = 0.6;

export const tableRecords: Reader = {
  id: 'table-records',
  naming: 'field',
  read({ form, lines }) {
    const table = form === 'text' ? (listedRecords(lines) ?? ruledTable(lines) ?? tableIn(lines)) : null;
    const columns = table && columnsOf(table);
    if (columns?.address === null && listedRecords(lines) === null) return [];
    const found = columns ? table.rows.flatMap((row) => readRow(row, columns, table.names)) : [];
    // Beside rows whose state says what happened, one that says nothing tells of no failure.
    const telling = found.filter(
      ({ event, ...codes }) => (event !== null && event !== 'underway') || hasCode(codes),
    );
    return telling.length > 0 && columns?.states.length !== 0 ? telling : found;
  },
};

/** The first row is a header if we know at least two of its names. A sentence with commas has no such names. */
const MIN_KNOWN = 2;
/** Lines above a table that name it. */
const MAX_TITLE = 4;

function tableIn(lines: readonly string[]): Table | null {
  const written = lines.filter((line) => line.trim() !== '');
  const named = written.find((line) => line.startsWith('#Fields:'));
  if (named) {
    const mark = markOf(named) ?? ' ';
    const rows = rowsOf(written.filter((line) => !line.startsWith('#')).join('\n'), mark);
    return { names: rowsOf(named.slice('#Fields:'.length).trim(), mark)[0] ?? [], rows };
  }
  // Of a page copied from a console, blanks are left between the columns.
  const apart = written.map((line) => line.trim().replace(/ {2,}/g, '\t'));
  for (let title = 0; title <= Math.min(MAX_TITLE, written.length - 2); title++) {
    const table = tableOf(written.slice(title)) ?? tableOf(apart.slice(title));
    if (table) return table;
  }
  return null;
}

function tableOf(lines: readonly string[]): Table | null {
  const mark = markOf(lines[0] ?? '');
  if (mark === null) return null;
  const [first = [], ...rows] = rowsOf(lines.join('\n'), mark);
  const isNamed = first.filter(isKnown).length >= MIN_KNOWN && !first.some((field) => field.includes('@'));
  // Below names, cells that nothing stands in are lost at a line's end, or where blanks part the columns.
  const alike = rows.filter(({ length }) => Math.abs(length - first.length) <= (isNamed ? 1 : 0));
  if (alike.length === 0 || alike.length < rows.length * (isNamed ? MOST : 1)) return null;
  return isNamed ? { names: first, rows: alike } : { names: [], rows: [first, ...alike] };
}

function readRow(row: string[], columns: Columns, names: readonly string[]): DeliveryRecord[] {
  const state = textOf(row, columns.states);
  const said = textOf(row, columns.answers);
  const beside = readCodes(textOf(row, columns.codes));
  const codesOf = (answer: string): Codes => {
    const { replyCode, status } = readCodes(answer);
    return {
      replyCode: replyCode ?? beside.replyCode,
      status: status ?? beside.status ?? readStatus(textOf(row, columns.codes)),
    };
  };
  if (columns.address === null) return readRecord(recipientIn(said), state, said, codesOf(said));
  const recipients = recipientsIn(row[columns.address] ?? '', names.length > 0);
  const answers = answersOf(said, recipients.length);
  const messageKey = textOf(row, columns.messages) || null;
  const time = timeAtStart(row[columns.times[0] ?? -1] ?? '');
  const code = textOf(row, columns.codes);
  const category = columns.categories.map((column) => categoryOf(row[column] ?? '')).find(Boolean);
  const ofTrace = isTrace(names);
  return recipients.flatMap(({ address, events, isMalformed }, n) => {
    const answer = answers[n] ?? said;
    const states = [events, state].filter((part) => part !== '').join(' ');
    const read = readRecord(address, states, answer, codesOf(answer));
    if (read.length === 0 && ofTrace && HANDED_ON.test(states))
      read.push(recordOf({ address, event: 'delivered', action: 'delivered', diagnostic: states }));
    // A list of bounces needs no words: `user@example.com,605,`
    if (read.length === 0 && columns.states.length === 0 && /^[4-9]\d\d$/.test(code))
      read.push(recordOf({ address, event: 'failed', action: 'failed', diagnostic: code }));
    const isOfMails = states !== '' || (columns.messages.length > 0 && !hasOtherWords(row, names));
    if (read.length === 0 && names.length > 0 && isOfMails)
      read.push(recordOf({ address, event: 'underway', prose: states }));
    // A row that names nobody is about a failure, or about no mail to anybody: `Campaign Created`.
    if (address === null && !read.some(hasFailed)) return [];
    return read.map((record) => ({
      ...record,
      category:
        record.category ??
        category ??
        categoryOfCode(code) ??
        (isMalformed ? MALFORMED : traceCategory(names, record.event)),
      messageKey,
      time,
    }));
  });
}

/** Exchange has handed the mail on to another server: `SEND`, `Receive, Send`. */
const HANDED_ON = wholeWords(logs.handedOn);

const hasFailed = ({ event, replyCode, status }: DeliveryRecord) =>
  event === 'failed' || event === 'delayed' || /^[45]/.test(replyCode ?? status ?? '');

const MALFORMED: Category = { cause: 'address-invalid' };

/** A sentence in a column with a name that nobody has written down may be the answer: `Anmerkung`. */
const hasOtherWords = (row: readonly string[], names: readonly string[]) =>
  row.some((cell, column) => !isKnown(names[column] ?? '') && /\p{L}{2} \p{L}{2}/u.test(cell));

const textOf = (row: readonly string[], columns: readonly number[]) =>
  columns
    .map((column) => row[column] ?? '')
    .filter((cell) => cell !== '')
    .join(' ');

/**
 * A list of answers, one for each recipient: `[{LED=550 5.7.1 …};{FQDN=…}], [{LED=550 5.1.1 …}]`,
 * `554 5.2.2 mailbox full;550 5.1.1 user unknown`
 */
function answersOf(said: string, count: number): string[] {
  const lists = count > 1 ? LISTS.map((mark) => said.split(mark)) : [[said]];
  return lists.find(({ length }) => length === count) ?? [];
}
const LISTS = [/\](?:,| ;|;) ?(?=\[)/, /; ?(?=[245]\d\d[ -])/];

/** @returns nothing where it does not say what became of the mail */
function readRecord(address: string | null, state: string, said: string, codes: Codes): DeliveryRecord[] {
  const event = unlessRefused(eventOf(state) ?? eventSaid(state, said, codes), codes);
  const action = actionOfEvent(event) ?? (event === 'engaged' ? 'delivered' : null);
  const category = categoryAtEnd(said) ?? categoryOf(state) ?? categoryAtEnd(state);
  // Where no word for what happened is known, or no column tells it, what was said may.
  if (event === null && category === null && !hasCode(codes) && said === '') return [];
  const diagnostic = [state, said].filter((part) => part !== '').join(': ');
  return [recordOf({ address, action, event, category, ...codes, diagnostic })];
}

/** What an answer tells of the outcome. Its words never say that the mail arrived: `Delivered to wrong person, rejected`. */
function eventSaid(state: string, said: string, codes: Codes): EventKind | null {
  // A state in a language that nobody has written down may be said again: `Bloqué`, `blocked : due to blacklist user`
  const before = BEFORE_COLON.exec(said)?.[1] ?? '';
  if (isStateAlone(before)) return eventOf(before);
  const event = state === '' && !hasCode(codes) ? eventOf(said) : null;
  return event === 'failed' || event === 'delayed' ? event : null;
}
const BEFORE_COLON = /^([^:]{1,40}?)\s?:/;

/** Whatever a word says: what was answered with a code that refuses has not arrived. */
const unlessRefused = (event: EventKind | null, { replyCode, status }: Codes): EventKind | null =>
  event === 'delivered' && /^[45]/.test(replyCode ?? status ?? '') ? null : event;
