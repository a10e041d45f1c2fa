/** What the columns of a table say: by their names, else by what stands in them. */
import { hasCode, readCodes } from '../../answer/codes';
import { eventOf, isStateAlone } from '../../record/outcome';
import { timeAtStart } from '../../record/time';
import { isField, isSaid, type FieldKind } from './fields';

export interface Table {
  /** Names of its columns; empty where it names none. */
  names: string[];
  rows: string[][];
}

/** A column is one of addresses, codes or times if at least this share of its cells are. */
const MOST = 0.6;
/** Columns of a table that people made; the widest export seen has some forty. */
const MAX_COLUMNS = 200;

/** Which columns say what, by their numbers. */
export interface Columns {
  /** null in a list of a queue, which names nobody. */
  address: number | null;
  states: readonly number[];
  answers: readonly number[];
  /** Columns of nothing but codes. */
  codes: readonly number[];
  /** Columns of words by which a service sorts its failures. */
  categories: readonly number[];
  /** Columns that name the message: its id, its subject, its campaign. */
  messages: readonly number[];
  times: readonly number[];
}

export function columnsOf({ names, rows }: Table): Columns | null {
  const width = Math.min(MAX_COLUMNS, Math.max(...rows.map(({ length }) => length), 0));
  const all = Array.from({ length: width }, (_, n) => n);
  const isNamed = (column: number, kind: FieldKind) => isField(names[column] ?? '', kind);
  const share = (column: number, is: (field: string) => boolean) => {
    const written = rows.flatMap((row) => row[column] || []);
    return written.length === 0 ? 0 : written.filter(is).length / written.length;
  };
  const possible = all.filter(
    (column) => !isNamed(column, 'sender') && !isNamed(column, 'number') && !isNamed(column, 'message'),
  );
  const messages = all.filter((column) => isNamed(column, 'message'));
  const addresses = possible.filter((column) => share(column, isAddress) >= MOST);
  // A sender is the same in every row; whom it went to is not, and stands behind it.
  const named = possible.filter((column) => isNamed(column, 'recipient'));
  const address =
    addresses.find((column) => named.includes(column)) ??
    addresses.sort((a, b) => different(rows, b) - different(rows, a) || b - a)[0] ??
    // Of a table that names its recipients, what stands there is the address, however it is written.
    named.find((column) => share(column, isMeantAsAddress) >= MOST) ??
    (names.some((name) => isField(name, 'sender')) ? named[0] : undefined);
  // Without names, a table without addresses may be about anything.
  if (address === undefined && names.length === 0) return null;
  const others = possible.filter((column) => column !== address);
  const isState = (field: string) => field.length < MAX_STATE && eventOf(field) !== null;
  const codes = others.filter(
    (column) =>
      share(column, isCode) >= MOST || (isNamed(column, 'replyCode') && share(column, isNumber) >= MOST),
  );
  const states = others.filter(
    (column) =>
      !codes.includes(column) &&
      // A column called `message` holds answers, unless most of its cells are states: `Email Sent`, `Email Opened`.
      (isNamed(column, 'answer') ? share(column, isStateAlone) >= MOST_STATES : share(column, isState) > 0),
  );
  const namedStates = states.filter((column) => isNamed(column, 'state'));
  const chosen =
    states.length === 0
      ? others.filter((column) => isNamed(column, 'state') && share(column, isWord) >= MOST)
      : namedStates.length > 0
        ? namedStates
        : states.slice(0, 1);
  const rest = others.filter((column) => !codes.includes(column) && !chosen.includes(column));
  const times = all.filter((column) => share(column, isTime) >= MOST);
  return {
    address: address ?? null,
    states: chosen,
    answers: firstThat(rest, [
      (column) => isNamed(column, 'answer'),
      (column) => share(column, (field) => hasCode(readCodes(field))) > 0,
      // Without names, what is neither a state nor a time is what was said.
      (column) => names.length === 0 && !times.includes(column) && share(column, isWords) >= MOST,
    ]),
    codes,
    categories: all.filter((column) => isNamed(column, 'category') && isSaid(names[column] ?? '')),
    messages,
    times,
  };
}

/** The columns that pass the first of the tests that any passes. */
const firstThat = (columns: readonly number[], tests: readonly ((column: number) => boolean)[]) =>
  tests.map((passes) => columns.filter(passes)).find((found) => found.length > 0) ?? [];

/** A column named as one of answers is read as states if at least this share of its cells are states. */
const MOST_STATES = 0.5;
/** A state that nobody has written down: `Accepted`. */
const isWord = (field: string) => /^\p{L}[\p{L} _-]{1,30}$/u.test(field);
/** A state is a word or two. */
const MAX_STATE = 40;

/** A field that is an address, with its name or without, or with what became of it: `user@example.com##Receive, Fail`. */
const isAddress = (field: string) =>
  /^(?:[^@<>#\d]{0,80}<)?[^\s@<>#]{1,64}@[^\s@<>#]{1,255}>?(?:$|[;,]|##| \S{1,64}@)/.test(field) &&
  !field.startsWith('<');

/** `eve@@example.com`, `eve.example.com`, `jane doe@example.com` */
const isMeantAsAddress = (field: string) => /@|^[^\s.]{1,64}(?:\.[\w-]{1,63})+$/.test(field);

/** `mailbox inactive`, `x509: certificate signed by`, `Invalid`; an id is one word with digits. */
const isWords = (field: string) =>
  /\p{L}{3}/u.test(field) && (/\p{L}{2} \p{L}{2}/u.test(field) || !/\d/.test(field));

const isTime = (field: string) => timeAtStart(field) !== null;

const isCode = (field: string) => /^(?:[245]\d\d)?[ -]?(?:[245]\.\d{1,3}\.\d{1,3})?$/.test(field);

/** A service's own code stands where others write a server's: Mailgun's `605`. */
const isNumber = (field: string) => /^\d{3}$/.test(field);

const different = (rows: readonly string[][], column: number) => new Set(rows.map((row) => row[column])).size;
