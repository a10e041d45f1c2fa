/**
 * Tables as PowerShell's Format-Table prints them: a row of dashes below the names says where the columns are, since
 * one blank alone may part them.
 *
 *     RecipientAddress           Status    MessageTraceId
 *     ----------------           ------    --------------
 *     user@example.com           Failed    1f2e3d4c-…
 */
import { MAX_RECIPIENTS } from '../../mail/limits';
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
  const cut = (line: string) =>
    starts.map((start, n) =>
      line.slice(startOf(line, start), startOf(line, starts[n + 1] ?? line.length)).trim(),
    );
  const rows = lines
    .slice(at + 1, at + 1 + MAX_RECIPIENTS)
    .filter((line) => line.trim() !== '' && line.length < MAX_LINE)
    .map(cut);
  return rows.length === 0 ? null : { names: cut(names), rows };
}

/** A cell may begin earlier than its dashes, where it is aligned to the right. */
function startOf(line: string, at: number): number {
  let start = Math.min(at, line.length);
  while (start > 0 && line[start - 1] !== ' ' && start < line.length) start--;
  return start;
}
