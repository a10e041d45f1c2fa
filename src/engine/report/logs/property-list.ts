/**
 * Records as PowerShell's Format-List and consoles print them, one property a line:
 *
 *     RecipientAddress : user@example.com
 *     Status           : Failed
 *                                           <- an empty line, or a name that comes again, begins the next record
 *     RecipientAddress : other@example.com
 *     Status           : Delivered
 */
import { isField, isKnown } from './fields';
import type { Table } from './columns';

const PROPERTY =
  /^\s{0,8}([\p{L}][\p{L}\d _-]{0,40}?)\s{0,40} ?: {1,3}(.{0,4000})$|^\s{0,8}([\p{L}][\p{L}\d _-]{0,40}?)\s{1,40}:$/u;
/** Lines of one record; `Format-List *` prints some forty. */
const MAX_PROPERTIES = 120;
/** A list that names nobody is at least this share of its text: a report has lines with colons, too. */
const MOST = 0.8;
/** Properties with a known name that a list must have. */
const MIN_KNOWN = 2;

/** @returns a table with a row per record; null where the text is no such list */
export function listedRecords(lines: readonly string[]): Table | null {
  const records: Map<string, string>[] = [];
  let current = new Map<string, string>();
  let last: string | null = null;
  const end = () => {
    if (current.size > 1) records.push(current);
    current = new Map();
    last = null;
  };
  for (const line of lines) {
    const property = line.length < 4200 ? PROPERTY.exec(line) : null;
    const name = (property?.[1] ?? property?.[3])?.trim();
    if (line.trim() === '') end();
    else if (name !== undefined) {
      if (current.has(name) || current.size >= MAX_PROPERTIES) end();
      current.set(name, unwrapped(property?.[2] ?? ''));
      last = name;
    } else if (last !== null && /^\s{8,}/.test(line))
      current.set(last, `${current.get(last) ?? ''} ${line.trim()}`);
  }
  end();
  const names = [...new Set(records.flatMap((record) => [...record.keys()]))];
  // A queue names nobody, and says what it waits for.
  const isTelling =
    names.some((name) => isField(name, 'recipient') || isField(name, 'answer')) &&
    names.some((name) => isField(name, 'state'));
  const written = lines.filter((line) => line.trim() !== '').length;
  const listed = records.reduce((sum, { size }) => sum + size, 0);
  if (!names.some((name) => isField(name, 'recipient')) && listed < written * MOST) return null;
  if (!isTelling || names.filter(isKnown).length < MIN_KNOWN || names.length < 3) return null;
  return { names, rows: records.map((record) => names.map((name) => record.get(name) ?? '')) };
}

/** `{user@example.com}`: PowerShell's list. */
const unwrapped = (value: string) => /^\s*\{(.*)\}\s*$/.exec(value)?.[1] ?? value.trim();
