/**
 * Tables as PowerShell's Format-Table prints them: a row of dashes below the names says where the columns are, since
 * one blank alone may part them.
 *
 *     RecipientAddress           Status    MessageTraceId
 *     ----------------           ------    --------------
 *     user@example.com           Failed    1f2e3d4c-…
 */
import { MAX_RECORDS } from '../../mail/limits';
import type { Table } from './columns';

const DASHES = /^\s{0,20}-{2,}(?:\s{1,80}-{2,}){1,60}\s*$/;
const MAX_LINE = 4000;

/** @returns null where no row of dashes stands below names */
export function ruledTable(lines: readonly string[]): Table | null {
  const at = lines.findIndex((line) => line.length < MAX_LINE && DASHES.test(line));
  const names = lines[at - 1];
  const rule = lines[at];
  if (at < 1 || names === undefined || rule === undefined) return null;
  const starts = [...rule.matchAll(/-+/g)].map((dashes) => dashes.index);
  const cut = (line: string) => {
    let before = -1;
    const own = starts.map((start) => (before = startOf(line, start, before)));
    return own.map((start, n) => line.slice(start, own[n + 1]).trim());
  };
  const rows = lines
    .slice(at + 1, at + 1 + MAX_RECORDS)
    .filter((line) => line.trim() !== '' && line.length < MAX_LINE)
    .map(cut);
  return rows.length === 0 ? null : { names: cut(names), rows };
}

/**
 * A cell may begin earlier than its dashes, where it is aligned to the right; later, where the cell before it is wider
 * than its column.
 * @param before where the cell before it begins
 */
function startOf(line: string, at: number, before: number): number {
  if (at >= line.length) return line.length;
  const start = line.lastIndexOf(' ', at - 1) + 1;
  if (start > before) return start;
  const end = line.indexOf(' ', at);
  return end < 0 ? line.length : end + 1;
}
