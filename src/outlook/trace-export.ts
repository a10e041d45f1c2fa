/** The rows of a message trace as a file, in the form in which Graph answers them: what reads an export reads it. */
import { newSourceId, type Source } from './door';
import type { TraceLeftOut } from './graph/trace-run';

export interface TraceExport extends Source {
  file: File;
  rows: number;
  leftOut: TraceLeftOut;
}

/** @param now milliseconds since 1970 */
export function exportOf(rows: readonly unknown[], leftOut: TraceLeftOut, now: number): TraceExport {
  const name = `message-trace-${new Date(now).toISOString().slice(0, 10)}.json`;
  const parts = rows.map((row, at) => `${at === 0 ? '' : ','}\n${JSON.stringify(row)}`);
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
