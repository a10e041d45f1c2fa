/**
 * Rows as a table that Excel opens as it is: UTF-8 with its mark, CRLF, and no cell that a spreadsheet would take for a
 * formula. A mark `'` stands before such a cell; who reads the file takes it off again, as `plainCell` does.
 */
import Papa from 'papaparse';
import { listOf } from './root-cause';
import { hasArrived, type Row } from './row';

/** In this order; the names are a contract (docs/campaign.md). */
export const COLUMNS = [
  'address',
  'action',
  'cause',
  'variant',
  'permanence',
  'whoActs',
  'resend',
  'waitUntil',
  'removeAddress',
  'list',
  'times',
  'firstSeen',
  'lastSeen',
  'smtpReply',
  'status',
  'diagnostic',
  'evidence',
  'confidence',
  'provider',
  'trust',
  'campaign',
  'originalMessageId',
  'rootCause',
  'source',
] as const;

type Column = (typeof COLUMNS)[number];

export const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** Signs that begin a formula in one spreadsheet or another, also where blanks or a sign of wide script stand first. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]|^'/u;

export const csvCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
/** Undoes `csvCell`: what programs that read the table have to do. */
export const plainCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const csvHead = (): string => BYTE_ORDER_MARK + lineOf([...COLUMNS]);

const csvLine = (row: Row): string => lineOf(COLUMNS.map((column) => cellOf(row, column)));

/** A table, in parts. */
export function* csvOf(rows: Iterable<Row>): Generator<string> {
  yield csvHead();
  for (const row of rows) yield csvLine(row);
}

function cellOf(row: Row, column: Column): string {
  if (column === 'list') return hasArrived(row) ? '' : listOf(row);
  const value = row[column];
  return value === null ? '' : csvCell(String(value));
}

const lineOf = (cells: string[]) => Papa.unparse([cells], { quotes: true, newline: LINE_END }) + LINE_END;
