/** The rows of a message trace as a file, in the form in which Graph answers them: what reads an export reads it. */
import { newSourceId, type Source } from './door';
import type { TraceLeftOut } from './graph/trace-run';

export interface TraceExport extends Source {
  file: File;
  rows: number;
  leftOut: TraceLeftOut;
}

/** Rows that are written down in one task: the pane answers in between. */
const SLICE = 1_000;

/** @param now milliseconds since 1970 */
export async function exportOf(
  rows: readonly unknown[],
  leftOut: TraceLeftOut,
  now: number,
): Promise<TraceExport> {
  const name = `message-trace-${new Date(now).toISOString().slice(0, 10)}.json`;
  const parts: Blob[] = [];
  for (let at = 0; at < rows.length; at += SLICE) {
    const lines = rows.slice(at, at + SLICE).map((row) => JSON.stringify(row));
    parts.push(new Blob([`${at === 0 ? '\n' : ',\n'}${lines.join(',\n')}`]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const file = new File(['{"value":[', ...parts, '\n]}\n'], name, { type: 'application/json' });
  return {
    door: 'message-trace',
    id: newSourceId('message-trace'),
    name,
    receivedAt: null,
    addresses: [],
    read: () => file.text(),
    file,
    rows: rows.length,
    leftOut,
  };
}
