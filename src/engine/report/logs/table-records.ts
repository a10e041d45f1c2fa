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
import { readCodes } from '../codes';
import { finding, type Finding, type Reader } from '../finding';
import { isField, outcomeOf } from './outcome';
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

function tableIn(lines: readonly string[]): Table | null {
  const written = lines.filter((line) => line.trim() !== '');
  const named = written.find((line) => line.startsWith('#Fields:'));
  if (named) {
    const mark = markOf(named) ?? ' ';
    const rows = rowsOf(written.filter((line) => !line.startsWith('#')).join('\n'), mark);
    return { names: rowsOf(named.slice('#Fields:'.length).trim(), mark)[0] ?? [], rows };
  }
  return tableOf(written) ?? tableOf(written.map((line) => line.trim().replace(/ {2,}/g, '\t')));
}

function tableOf(lines: readonly string[]): Table | null {
  const mark = markOf(lines[0] ?? '');
  if (mark === null) return null;
  const [first = [], ...rows] = rowsOf(lines.join('\n'), mark);
  const alike = rows.filter(({ length }) => length === first.length);
  if (alike.length === 0 || alike.length < rows.length * MOST) return null;
  const hasNames = !first.some((field) => field.includes('@'));
  return hasNames ? { names: first, rows: alike } : { names: [], rows: [first, ...alike] };
}

/** Which columns say what, by their numbers. */
interface Columns {
  address: number;
  state: number;
  answers: readonly number[];
}

function columnsOf({ names, rows }: Table): Columns | null {
  const all = Array.from({ length: Math.max(...rows.map(({ length }) => length), 0) }, (_, n) => n);
  const isNamed = (column: number, kind: Parameters<typeof isField>[1]) => isField(names[column] ?? '', kind);
  const share = (column: number, is: (field: string) => boolean) =>
    rows.filter((row) => is(row[column] ?? '')).length / rows.length;
  const addresses = all.filter(
    (column) => !isNamed(column, 'sender') && share(column, isAddress) >= MOST / 2,
  );
  // A sender is the same in every row; whom it went to is not, and stands behind it.
  const address =
    addresses.find((column) => isNamed(column, 'recipient')) ??
    addresses.sort((a, b) => different(rows, b) - different(rows, a) || b - a)[0];
  if (address === undefined) return null;
  const isState = (field: string) => field.length < 40 && outcomeOf(field) !== null;
  const others = all.filter((column) => column !== address && !isNamed(column, 'sender'));
  const states = others.filter((column) => share(column, isState) > 0);
  const state = states.find((column) => isNamed(column, 'state')) ?? states[0] ?? -1;
  const rest = others.filter((column) => column !== state);
  const named = rest.filter((column) => isNamed(column, 'answer'));
  const coded = rest.filter((column) => share(column, hasCode) > 0);
  return { address, state, answers: named.length > 0 ? named : coded };
}

/** A field that is an address, with its name or without. */
const isAddress = (field: string) => /^(?:[^@<>]{0,80}<)?[^\s@<>]{1,64}@[^\s@<>]{1,255}>?$/.test(field);

const different = (rows: readonly string[][], column: number) => new Set(rows.map((row) => row[column])).size;

function hasCode(field: string): boolean {
  const { replyCode, status } = readCodes(field);
  return replyCode !== null || status !== null;
}

/** @returns nothing where the row does not say what became of the mail */
function readRow(row: string[], { address, state, answers }: Columns): Finding[] {
  const [recipient] = addressesIn(row[address] ?? '');
  const said = answers.map((column) => row[column] ?? '').filter((field) => field !== '');
  const action = outcomeOf(row[state] ?? '');
  const codes = readCodes(said.join('\n'));
  if (!recipient || (action === null && codes.replyCode === null && codes.status === null)) return [];
  return [
    finding({
      address: recipient,
      action: action ?? (codes.replyCode?.startsWith('2') ? 'delivered' : null),
      ...codes,
      diagnostic: [row[state] ?? '', said.join('\n')].filter((part) => part !== '').join(': '),
    }),
  ];
}
