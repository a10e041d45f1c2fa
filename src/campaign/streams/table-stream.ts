/** A table of any length → its rows, each with the names above the columns. */
import Papa from 'papaparse';
import { isKnown } from '../../engine/report/logs/fields';
import { leftOut, type Found, type LeftOut, type Piece } from './piece';
import { wholeRows } from './whole-rows';

/** What a table looks like, known from its first lines. */
export interface TableShape {
  kind: 'table';
  mark: string;
  names: readonly string[];
  /** Lines above the first row: titles, and the names themselves. */
  above: number;
  /** Are lines that begin with `#` no rows? So it is in logs with a line `#Fields:`. */
  hasComments: boolean;
  isDayFirst?: boolean;
}

/** Characters of one row. A quote that never closes makes one row of all that follows it. */
const MAX_ROW = 1024 * 1024;
/** Characters kept of a cell; no server says as much. */
const MAX_CELL = 4000;
/** Columns that are read of a table; the widest export seen has some forty. */
const MAX_COLUMNS = 200;

/** @param texts of the whole file, the lines above the first row included */
export async function* rowsOf(
  texts: AsyncIterable<string> | Iterable<string>,
  shape: TableShape,
): AsyncGenerator<Found[]> {
  const { mark, names, above, isDayFirst = false } = shape;
  const columns = chosenColumns(names);
  const chosen = columns.map((column) => names[column] ?? '');
  if (columns.length < names.length) yield [leftOut('columns', above, names.length - columns.length)];
  const reader = new RowReader(shape);
  for await (const text of texts) yield reader.read(text).flatMap(fitted);
  yield reader.end().flatMap(fitted);

  function fitted(row: RawRow | LeftOut): Found[] {
    if (!('fields' in row)) return [row];
    const cells = columns.map((column) => row.fields[column] ?? '');
    // A mark that nobody quoted makes too many cells of the last one.
    const last = names.length - 1;
    if (row.fields.length > names.length && columns.at(-1) === last)
      cells[cells.length - 1] = row.fields.slice(last).join(mark);
    const piece: Piece = {
      form: 'row',
      place: row.place,
      records: 1,
      input: null,
      names: chosen,
      cells: cells.map((cell) => cell.slice(0, MAX_CELL)),
      isDayFirst,
    };
    const cut = cells.filter((cell) => cell.length > MAX_CELL).length;
    return cut > 0 ? [piece, leftOut('cell-cut', row.place, cut)] : [piece];
  }
}

/** All columns; of too many, those whose names are known. */
function chosenColumns(names: readonly string[]): number[] {
  const all = [...names.keys()];
  if (all.length <= MAX_COLUMNS) return all;
  return all.filter((column) => isKnown(names[column] ?? '')).slice(0, MAX_COLUMNS);
}

interface RawRow {
  fields: string[];
  place: number;
}

/** Papa Parse on the rows that have come whole; what follows them waits for the rest. */
class RowReader {
  private waiting = '';
  private nextLook = 0;
  private line = 1;
  private isSkipping = false;

  constructor(private readonly shape: TableShape) {}

  read(text: string): (RawRow | LeftOut)[] {
    this.waiting += text;
    const found: (RawRow | LeftOut)[] = [];
    if (this.isSkipping) this.skipLine();
    if (this.isSkipping || this.waiting.length < this.nextLook) return found;
    found.push(...this.wholeRows());
    while (this.waiting.length > MAX_ROW && !this.isSkipping)
      found.push(...this.lineByItself(), ...this.wholeRows());
    // A long row is looked at again when there is twice as much of it.
    this.nextLook = Math.min(this.waiting.length * 2, MAX_ROW + 1);
    return found;
  }

  end(): (RawRow | LeftOut)[] {
    // What is skipped was told when it began.
    if (this.isSkipping || this.waiting === '') return [];
    if (!this.waiting.endsWith('\n')) this.waiting += '\n';
    const found = this.wholeRows();
    while (this.waiting !== '') found.push(...this.lineByItself(), ...this.wholeRows());
    return found;
  }

  /** Rows up to the last that has ended. */
  private wholeRows(): (RawRow | LeftOut)[] {
    const found: (RawRow | LeftOut)[] = [];
    for (;;) {
      const { end, isBroken } = wholeRows(this.waiting, this.shape.mark);
      if (end > 0) {
        const { data, meta } = this.parse(this.waiting.slice(0, end));
        found.push(...this.taken(data, meta.cursor));
      }
      if (!isBroken) return found;
      found.push(...this.lineByItself());
    }
  }

  /** The first line, read as a row whose quotes end with it: a row that does not end costs one line, not the file. */
  private lineByItself(): (RawRow | LeftOut)[] {
    const place = this.line;
    const end = this.waiting.indexOf('\n') + 1;
    if (end > MAX_ROW || end === 0) {
      this.isSkipping = true;
      this.skipLine();
      return [leftOut('row-too-long', place)];
    }
    const rows = this.taken(this.parse(this.waiting.slice(0, end), false).data.slice(0, 1), end);
    // The cell whose quote is open took the line end as its own.
    this.line = place + 1;
    return [...rows, leftOut('quote-not-closed', place)];
  }

  /** Rows with their places; the text that they were read from is dropped. */
  private taken(data: readonly string[][], length: number): RawRow[] {
    // Only a quoted cell holds line ends: without quotes, each line is a row.
    const isPlain = !this.waiting.slice(0, length).includes('"');
    this.waiting = this.waiting.slice(length);
    const { above, hasComments } = this.shape;
    return data.flatMap((fields) => {
      const place = this.line;
      this.line += isPlain ? 1 : 1 + fields.reduce((sum, field) => sum + lineEnds(field), 0);
      const isRow = place > above && fields.some((field) => field.trim() !== '');
      return isRow && !(hasComments && fields[0]?.startsWith('#')) ? [{ fields, place }] : [];
    });
  }

  private skipLine(): void {
    const end = this.waiting.indexOf('\n');
    this.waiting = end < 0 ? '' : this.waiting.slice(end + 1);
    if (end < 0) return;
    this.line++;
    this.isSkipping = false;
    this.nextLook = 0;
  }

  private parse(text: string, isMore = true) {
    const parser = new Papa.Parser({ delimiter: this.shape.mark, newline: '\n' });
    // The declared type knows the text only; readers of streams pass where it begins, and whether more will come.
    const parse = parser.parse as unknown as (
      text: string,
      base: number,
      isMore: boolean,
    ) => Papa.ParseResult<string[]>;
    return parse.call(parser, text, 0, isMore);
  }
}

const lineEnds = (text: string) => text.split('\n').length - 1;
