/** What a file holds, told from its beginning. */
import { isMsg } from '../../engine/mail/bytes';
import { decodeText, latin1, utf16Of } from '../../engine/mail/charset';
import { looksLikeMail } from '../../engine/mail/read';
import { isKnown } from '../../engine/report/logs/fields';
import { isLog } from '../../engine/report/logs/log-lines';
import { listedRecords } from '../../engine/report/logs/property-list';
import { ruledTable } from '../../engine/report/logs/ruled-table';
import { markOf, rowsOf } from '../../engine/report/logs/table';
import { beginsWithDay } from './date-order';
import { eventsOf } from './json-answer';
import type { TableShape } from './table-stream';
import { decodeLines } from './text-stream';

/**
 * - `zip`, `mail` (one, also .msg), `mbox`
 * - `log`: a record a line; `json-lines` are read so, too
 * - `blocks`: records with empty lines between them
 * - `json-list`, `json-object`: a list of events, or an object that holds one
 * - `json-values`: objects one behind the other, in one line or in many
 * - `text`: one text altogether, such as a pasted bounce
 */
export type Shape =
  | TableShape
  | {
      kind:
        | 'zip'
        | 'mail'
        | 'mbox'
        | 'log'
        | 'blocks'
        | 'json-list'
        | 'json-object'
        | 'json-values'
        | 'text'
        | 'empty';
    };

/** Of an archive with files in it, and of an empty one. */
const ZIP_MARKS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** Bytes from which a shape is told. */
export const HEAD_BYTES = 64 * 1024;
/** Characters of names above columns; a table of a million columns is still one. */
const MAX_HEADER = 8 * 1024 * 1024;
/** Lines above a table that name it. */
const MAX_TITLE = 4;
/** Names that are known; a sentence with commas has none. */
const MIN_KNOWN = 2;
/** An entry of `mailq` or `exim -bp`. */
const QUEUE_ENTRY =
  /^(?:[0-9A-Za-z]{6,20}[*!]?\s+\d+\s+[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{5,8}\s+\S+|\s{0,4}\d{1,4}[smhdw]\s+[\d.]+[KMG]?\s+[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4} <)/m;

/**
 * @param head the first bytes of the file
 * @param isWhole is that all of it?
 * @param name a name that ends in `.mbox` is a mailbox's; one that ends in `.eml` is one mail's, whatever stands in it
 */
export function shapeOf(head: Uint8Array, isWhole: boolean, name = ''): Shape {
  if (isMsg(head)) return { kind: 'mail' };
  const start = latin1(head.subarray(0, HEAD_BYTES));
  if (ZIP_MARKS.some((mark) => start.startsWith(mark))) return { kind: 'zip' };
  const isMbox = /\.mbox$/i.test(name);
  const isMail = /\.eml$/i.test(name);
  if (isMbox || (!isMail && start.startsWith('From '))) return { kind: 'mbox' };
  if (looksLikeMail(start)) return { kind: 'mail' };
  // As the rows are decoded: one odd byte, or a character that is cut at the end, must not garble the names above columns.
  const text = (utf16Of(head) === null ? decodeLines(head) : decodeText(head))
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  // The last line may be cut off.
  const end = isWhole ? text.length : text.lastIndexOf('\n') + 1;
  const lines = (end > 0 ? text.slice(0, end) : text).split('\n');
  if (text.trim() === '') return { kind: isWhole ? 'empty' : 'log' };
  const table = jsonShape(text, lines) ?? tableShape(lines);
  if (table?.kind === 'table') return { ...table, isDayFirst: beginsWithDay(text) };
  return table ?? textShape(lines, isWhole);
}

function jsonShape(text: string, lines: readonly string[]): Shape | null {
  const written = lines.filter((line) => line.trim() !== '');
  const begin = text.trimStart()[0];
  const first = begin === '{' ? objectIn(written[0] ?? '') : null;
  // In one line stands an answer, however many events that holds; of many lines, each is one.
  if (first) return { kind: written.length === 1 && eventsOf(first) ? 'json-object' : 'log' };
  if (begin === '[' && /^\[\s*(?:\{|$)/.test(text.trimStart().slice(0, 200))) return { kind: 'json-list' };
  if (begin !== '{') return null;
  const whole = objectIn(text);
  if (whole && eventsOf(whole)) return { kind: 'json-object' };
  if (areGlued(text.trimStart())) return { kind: 'json-values' };
  return holdsList(text, !whole && text.length >= HEAD_BYTES) ? { kind: 'json-object' } : null;
}

/** `{"notificationType":…}{"notificationType":…}`: does another object follow the first? */
function areGlued(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0)
      return (
        objectIn(text.slice(0, at + 1)) !== null &&
        text
          .slice(at + 1, at + MAX_BLANKS)
          .trimStart()
          .startsWith('{')
      );
  }
  return false;
}

/**
 * `{"@odata.context":"…","value":[{…`: an answer that holds a list of objects, not an event, which has other objects or
 * fields of its own before any list.
 * @param isLong does it go on behind the text? No event is as long, so objects before the list are passed over
 */
function holdsList(text: string, isLong: boolean): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '{' && ++depth > 1 && !isLong) return false;
    else if (sign === '}' && --depth < 1) return false;
    else if (sign === '[' && depth === 1) {
      const isOfObjects = text
        .slice(at + 1, at + MAX_BLANKS)
        .trimStart()
        .startsWith('{');
      if (isOfObjects || !isLong) return isOfObjects;
    }
  }
  return false;
}
const MAX_BLANKS = 200;

function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.trim().replace(/,$/, ''));
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function tableShape(lines: readonly string[]): TableShape | null {
  const fields = lines.findIndex((line) => line.startsWith('#Fields:'));
  if (fields >= 0) {
    const named = (lines[fields] ?? '').slice('#Fields:'.length).trim();
    const mark = markOf(named) ?? ' ';
    return { kind: 'table', mark, names: rowsOf(named, mark)[0] ?? [], above: fields + 1, hasComments: true };
  }
  let titles = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const mark = line.length <= MAX_HEADER ? markOf(line) : null;
    const names = mark === null ? [] : (rowsOf(line, mark)[0] ?? []);
    const isNamed = names.filter(isKnown).length >= MIN_KNOWN && !names.some((name) => name.includes('@'));
    if (mark !== null && isNamed) return { kind: 'table', mark, names, above: at + 1, hasComments: false };
    if (++titles > MAX_TITLE) return null;
  }
  return null;
}

function textShape(lines: readonly string[], isWhole: boolean): Shape {
  const written = lines.filter((line) => line.trim() !== '');
  if (written.some((line) => QUEUE_ENTRY.test(line)) || listedRecords(lines) !== null)
    return { kind: 'blocks' };
  // A table as PowerShell prints it: its rows say nothing without the names above them.
  if (isWhole && ruledTable(lines) !== null) return { kind: 'text' };
  // Of a text that goes on and on, each line is a record of its own, or it tells of nothing.
  return !isWhole || (written.length > 2 && isLog(written)) ? { kind: 'log' } : { kind: 'text' };
}
