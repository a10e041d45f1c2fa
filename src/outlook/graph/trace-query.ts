/**
 * The questions that are put to Microsoft Graph about a message trace. What the service allows, from its reference:
 * 10 days in a question, 90 days back, 5,000 rows in a page, both ends of the time named.
 */
import type { GraphConnection } from './graph-connection';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_WINDOW_DAYS = 10;
/** The service counts from its own "now", which is later than ours: the oldest question must not fall over the edge. */
const MARGIN_MS = 60 * 60 * 1000;
const ROWS_PER_PAGE = 5_000;

/** How far back a trace may look, in days. */
export const TRACE_SPANS = [2, 10, 30, 90] as const;
export type TraceSpan = (typeof TRACE_SPANS)[number];

/** ISO 8601 UTC, whole seconds; both ends belong to it. */
export interface TraceWindow {
  from: string;
  to: string;
}

/**
 * The time that is looked at, in pieces that a question may hold, newest first. Neighbours share a moment, so that no
 * row falls between them: a row of that moment is told twice.
 *
 * @param now milliseconds since 1970
 */
export function windowsOf(span: TraceSpan, now: number): TraceWindow[] {
  const end = Math.floor(now / 1000) * 1000;
  const start = end - span * DAY_MS + (span === TRACE_SPANS.at(-1) ? MARGIN_MS : 0);
  const windows: TraceWindow[] = [];
  for (let to = end; to > start; to -= MAX_WINDOW_DAYS * DAY_MS)
    windows.push({ from: isoOf(Math.max(start, to - MAX_WINDOW_DAYS * DAY_MS)), to: isoOf(to) });
  return windows;
}

const isoOf = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');

/**
 * The address of the first page of a window.
 *
 * One sender each: of values that are joined by `or`, and of `in`, `ne` and `not`, the service heeds the last or none,
 * without an error.
 *
 * @param sender an address, or `*@domain`
 */
export function tracesAddress(connection: GraphConnection, { from, to }: TraceWindow, sender: string): URL {
  return connection.address(TRACES, {
    $filter: `receivedDateTime ge ${from} and receivedDateTime le ${to} and senderAddress eq '${quoted(sender)}'`,
    $top: String(ROWS_PER_PAGE),
  });
}

/** The address of what happened to one mail on its way to one recipient. */
export const detailsAddress = (connection: GraphConnection, id: string, recipient: string): URL =>
  connection.address(
    `${TRACES}/${encodeURIComponent(id)}/getDetailsByRecipient(recipientAddress='${encodeURIComponent(quoted(recipient))}')`,
  );

const TRACES = '/admin/exchange/tracing/messageTraces';

/** In a text of OData a quotation mark is written twice. */
const quoted = (text: string) => text.replaceAll("'", "''");
