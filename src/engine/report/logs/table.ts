/** Rows and fields of a table written as text (RFC 4180), with any of the usual marks between its fields. */
import { MAX_RECORDS } from '../../mail/limits';

const MARKS = [',', ';', '\t', '|'];
const QUOTE = '"';

/**
 * A field may stand in quotes, and then hold marks, line ends, and quotes written twice.
 * @param mark what stands between two fields
 * @returns a row a recipient at most
 */
export function rowsOf(text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length && rows.length < MAX_RECORDS;) {
    const [field, end] = fieldAt(text, at, mark);
    row.push(field);
    if (text[end] !== mark) {
      if (row.length > 1 || field !== '') rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

/** @returns the field that begins here, and the place of what ends it: a mark, a line end, or the text's end */
function fieldAt(text: string, from: number, mark: string): [field: string, end: number] {
  let field = '';
  let at = from;
  if (text[at] === QUOTE) {
    at++;
    for (;;) {
      const quote = text.indexOf(QUOTE, at);
      if (quote < 0) break;
      field += text.slice(at, quote);
      at = quote + 1;
      if (text[at] !== QUOTE) break;
      field += QUOTE;
      at++;
    }
  }
  let end = at;
  while (end < text.length && text[end] !== mark && text[end] !== '\n') end++;
  return [(field + text.slice(at, end)).trim(), end];
}

/** The mark that parts the first line into most fields; null where there is no table. */
export function markOf(line: string): string | null {
  const [first] = MARKS.map((mark) => [mark, rowsOf(line, mark)[0]?.length ?? 0] as const).sort(
    ([, a], [, b]) => b - a,
  );
  return first && first[1] >= MIN_FIELDS ? first[0] : null;
}

/** A sentence has a comma or two. */
const MIN_FIELDS = 3;
