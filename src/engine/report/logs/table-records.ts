/**
 * Exports and tracking logs, a record a row, with names above the columns or without:
 *
 *     "Target User","Delivery Status","Error Message"
 *     "user@example.com","Error","550 5.1.1 The email account that you tried to reach does not exist."
 *
 *     #Fields: date-time,source,event-id,recipient-address,recipient-status         Exchange
 *     2026-11-23T09:12:00Z,ROUTING,FAIL,user@example.com,[{LED=550 5.7.1 RESOLVER.RST.AuthRequired; …}]
 */
import { addressesIn } from '../addresses';
import { readCodes, readStatus, type Codes } from '../codes';
import { finding, type Finding, type Reader } from '../finding';
import { isField, isKnown, outcomeOf, type FieldKind } from './outcome';
import { markOf, rowsOf } from './table';

/** Of the rows, so many must have the shape of a table's. */
const MOST = 0.6;

export const tableRecords: Reader = {
  id: 'table-records',
  read({ form, lines }) {
    const table = form === 'text' ? tableIn(lines) : null;
    const columns = table && columnsOf(table);
    return columns ? table.rows.flatMap((row) => readRow(row, columns)) : [];
  },
};

interface Table {
  /** Names of its columns; empty where it names none. */
  names: string[];
  rows: string[][];
}

/** Names of columns, of which so many are known, are names; of sentences with commas, none is. */
const MIN_KNOWN = 2;
/** Columns of a table that people made; the widest export seen has some forty. */
const MAX_COLUMNS = 200;
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
  if (first.length > MAX_COLUMNS) return null;
  const isNamed = first.filter(isKnown).length >= MIN_KNOWN && !first.some((field) => field.includes('@'));
  // Below names, cells that nothing stands in are lost at a line's end, or where blanks part the columns.
  const alike = rows.filter(({ length }) => Math.abs(length - first.length) <= (isNamed ? 1 : 0));
  if (alike.length === 0 || alike.length < rows.length * (isNamed ? MOST : 1)) return null;
  return isNamed ? { names: first, rows: alike } : { names: [], rows: [first, ...alike] };
}

/** Which columns say what, by their numbers. */
interface Columns {
  address: number;
  states: readonly number[];
  answers: readonly number[];
  /** Columns of nothing but codes. */
  codes: readonly number[];
}

function columnsOf({ names, rows }: Table): Columns | null {
  const all = Array.from({ length: Math.max(...rows.map(({ length }) => length), 0) }, (_, n) => n);
  const isNamed = (column: number, kind: FieldKind) => isField(names[column] ?? '', kind);
  const share = (column: number, is: (field: string) => boolean) => {
    const written = rows.flatMap((row) => row[column] || []);
    return written.length === 0 ? 0 : written.filter(is).length / written.length;
  };
  const possible = all.filter((column) => !isNamed(column, 'sender') && !isNamed(column, 'number'));
  const addresses = possible.filter((column) => share(column, isAddress) >= MOST);
  // A sender is the same in every row; whom it went to is not, and stands behind it.
  const address =
    addresses.find((column) => isNamed(column, 'recipient')) ??
    addresses.sort((a, b) => different(rows, b) - different(rows, a) || b - a)[0];
  if (address === undefined) return null;
  const others = possible.filter((column) => column !== address);
  const isState = (field: string) => field.length < MAX_STATE && outcomeOf(field) !== null;
  const codes = others.filter((column) => share(column, isCode) >= MOST);
  const states = others.filter(
    (column) => !codes.includes(column) && !isNamed(column, 'answer') && share(column, isState) > 0,
  );
  const named = states.filter((column) => isNamed(column, 'state'));
  const rest = others.filter((column) => !codes.includes(column) && !named.includes(column));
  const answers = rest.filter((column) => isNamed(column, 'answer'));
  return {
    address,
    states: named.length > 0 ? named : states.slice(0, 1),
    answers: answers.length > 0 ? answers : rest.filter((column) => share(column, hasCode) > 0),
    codes,
  };
}

/** A state is a word or two. */
const MAX_STATE = 40;

/** A field that is an address, with its name or without, or with what became of it: `user@example.com##Receive, Fail`. */
const isAddress = (field: string) =>
  /^(?:[^@<>#]{0,80}<)?[^\s@<>#]{1,64}@[^\s@<>#]{1,255}>?(?:##[^@]{0,200})?/.test(field) &&
  !field.startsWith('<');

const isCode = (field: string) => /^(?:[245]\d\d)?[ -]?(?:[245]\.\d{1,3}\.\d{1,3})?$/.test(field);

const different = (rows: readonly string[][], column: number) => new Set(rows.map((row) => row[column])).size;

function hasCode(field: string): boolean {
  const { replyCode, status } = readCodes(field);
  return replyCode !== null || status !== null;
}

function readRow(row: string[], columns: Columns): Finding[] {
  const text = (numbers: readonly number[]) =>
    numbers
      .map((column) => row[column] ?? '')
      .filter((field) => field !== '')
      .join(' ');
  const said = text(columns.answers);
  const inAnswer = readCodes(said);
  const beside = readCodes(text(columns.codes));
  const codes = {
    replyCode: inAnswer.replyCode ?? beside.replyCode,
    status: inAnswer.status ?? beside.status ?? readStatus(text(columns.codes)),
  };
  // Microsoft's export of a trace writes several recipients in one field, each with what became of it.
  return (row[columns.address] ?? '').split(';').flatMap((field) => {
    const [address = '', events = ''] = field.split('##');
    const [recipient] = addressesIn(address);
    const state = [events, text(columns.states)].filter((part) => part !== '').join(' ');
    return recipient === undefined ? [] : readRecord(recipient, state, said, codes);
  });
}

/** @returns nothing where it does not say what became of the mail */
function readRecord(address: string, state: string, said: string, codes: Codes): Finding[] {
  const stated = outcomeOf(state);
  const action = stated ?? (codes.replyCode?.startsWith('2') ? 'delivered' : null);
  const isSilent = action === null && codes.replyCode === null && codes.status === null;
  // Where no word for what happened is known, or no column tells it, what was said may.
  if (isSilent && said === '') return [];
  const diagnostic = [state, said].filter((part) => part !== '').join(': ');
  return [finding({ address, action, ...codes, diagnostic })];
}
