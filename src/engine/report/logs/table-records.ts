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
import { hasCode, readCodes, readStatus, type Codes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import type { Reader } from '../reader';
import { columnsOf, type Columns, type Table } from './columns';
import { categoryOf } from '../../record/category';
import { actionOfEvent, eventOf } from '../../record/outcome';
import { isKnown } from './fields';
import { listedRecords } from './property-list';
import { ruledTable } from './ruled-table';
import { markOf, rowsOf } from './table';

/** Of the rows, so many must have the shape of a table's. */
const MOST = 0.6;

export const tableRecords: Reader = {
  id: 'table-records',
  read({ form, lines }) {
    const table = form === 'text' ? (listedRecords(lines) ?? ruledTable(lines) ?? tableIn(lines)) : null;
    const columns = table && columnsOf(table);
    if (columns?.address === null && listedRecords(lines) === null) return [];
    const found = columns ? table.rows.flatMap((row) => readRow(row, columns)) : [];
    // Beside rows that say what happened, one that says nothing tells of no failure.
    const telling = found.filter(({ event, ...codes }) => event !== null || hasCode(codes));
    return telling.length > 0 ? telling : found;
  },
};

/** Names of columns, of which so many are known, are names; of sentences with commas, none is. */
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

function readRow(row: string[], columns: Columns): DeliveryRecord[] {
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
  if (columns.address === null) return readRecord(null, text(columns.states), said, codes);
  // Microsoft's export of a trace writes several recipients in one field, each with what became of it.
  return (row[columns.address] ?? '').split(';').flatMap((field) => {
    const [address = '', events = ''] = field.split('##');
    const [recipient] = addressesIn(address);
    const state = [events, text(columns.states)].filter((part) => part !== '').join(' ');
    const messageKey = text(columns.messages) || null;
    if (recipient === undefined) return [];
    return readRecord(recipient, state, said, codes).map((record) => ({ ...record, messageKey }));
  });
}

/** @returns nothing where it does not say what became of the mail */
function readRecord(address: string | null, state: string, said: string, codes: Codes): DeliveryRecord[] {
  const event = eventOf(state);
  const action = actionOfEvent(event) ?? (event === 'engaged' ? 'delivered' : null);
  const category = categoryOf(said) ?? categoryOf(state);
  // Where no word for what happened is known, or no column tells it, what was said may.
  if (event === null && category === null && !hasCode(codes) && said === '') return [];
  const diagnostic = [state, said].filter((part) => part !== '').join(': ');
  return [recordOf({ address, action, event, category, ...codes, diagnostic })];
}
