/**
 * The message trace as Graph answers it, with what is documented of it and what was seen of it: a question holds 10
 * days, 90 days back, and names both ends; a page holds 1 to 5,000 rows; of several values of a property only the last
 * one is heeded, however they are joined, and of `in`, `ne` and `not` nothing.
 */
import { GraphError } from './graph-error';
import type { StoredTrace } from './stored-trace';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_DAYS = 10;
const KEPT_DAYS = 90;
/** Without a time, the last two days are told. */
const USUAL_DAYS = 2;
const USUAL_TOP = 1_000;
const MAX_TOP = 5_000;

/** @throws GraphError 400 */
export function traceList(url: URL, traces: readonly StoredTrace[]): Record<string, unknown> {
  const asked = url.searchParams;
  const top = topOf(asked.get('$top'));
  const start = Number(asked.get('$skiptoken') ?? 0);
  const found = filtered(traces, asked.get('$filter') ?? '').sort(
    (one, other) => other.received - one.received,
  );
  const answer: Record<string, unknown> = {
    '@odata.context': `${url.origin}/v1.0/$metadata#admin/exchange/tracing/messageTraces`,
    value: found.slice(start, start + top).map(traceJson),
  };
  if (start + top < found.length) {
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(start + top));
    answer['@odata.nextLink'] = next.href;
  }
  return answer;
}

const traceJson = ({ received, ...trace }: StoredTrace): Record<string, unknown> => ({
  ...trace,
  // Only the details say it.
  said: undefined,
  size: 45_678,
  fromIP: '192.0.2.1',
  toIP: '',
  receivedDateTime: isoOf(received),
});

const isoOf = (time: number) => new Date(time).toISOString();

/** What happened to one mail on its way to one recipient; of one that is not known, nothing. */
export function traceDetails(
  traces: readonly StoredTrace[],
  id: string,
  recipient: string,
): Record<string, unknown> {
  const trace = traces.find(
    (each) => each.id === id && each.recipientAddress.toLowerCase() === recipient.toLowerCase(),
  );
  return { value: trace ? eventsOf(trace) : [] };
}

const DELIVERED = 'The message was successfully delivered';

function eventsOf({ id, messageId, status, said, received }: StoredTrace): Record<string, unknown>[] {
  const event = (after: number, name: string, description: string, action = '') => ({
    id,
    messageId,
    dateTime: isoOf(received + after * 1000),
    event: name,
    action,
    description,
    data: '<root><MEP Name="ServerHostName" String="mx.company.example"/></root>',
  });
  const came = event(0, 'Receive', 'Message received by: MX.COMPANY.EXAMPLE');
  switch (status) {
    case 'failed':
      return [came, event(2, 'Fail', `Reason: [{LED=${said ?? ''}};{MSG=};{FQDN=};{IP=};{LRT=}]`)];
    case 'quarantined':
      return [
        came,
        event(2, 'Spam', 'Spam confidence level: 8', 'Quarantine'),
        event(3, 'Deliver', `${DELIVERED} to the folder: DefaultFolderType:QuarantinedEmailSecured`),
      ];
    default:
      return [came, event(2, 'Deliver', `${DELIVERED}.`)];
  }
}

function filtered(traces: readonly StoredTrace[], filter: string): StoredTrace[] {
  const from = /receivedDateTime ge (\S+)/.exec(filter)?.[1];
  const to = /receivedDateTime le (\S+)/.exec(filter)?.[1];
  const now = Date.now();
  if (from !== undefined && to === undefined) throw bad('EndDate is required when a StartDate is entered.');
  const start = from === undefined ? now - USUAL_DAYS * DAY_MS : Date.parse(from);
  const end = to === undefined ? now : Date.parse(to);
  if (Number.isNaN(start) || Number.isNaN(end)) throw bad('The time is none.');
  if (end - start > MAX_DAYS * DAY_MS)
    throw bad("The interval between StartDate and EndDate can't be longer than 10 days.");
  if (start < now - KEPT_DAYS * DAY_MS) throw bad("The StartDate can't be older than 90 days from today.");
  // The last value of each property, whatever joins it to others.
  const wanted = new Map(
    [...filter.matchAll(/(senderAddress|recipientAddress|status|messageId|id) eq '((?:[^']|'')*)'/g)].map(
      ([, name = '', value = '']) => [name as keyof StoredTrace, value.replaceAll("''", "'").toLowerCase()],
    ),
  );
  return traces.filter(
    (trace) =>
      trace.received >= start &&
      trace.received <= end &&
      [...wanted].every(([name, value]) => isMeant(String(trace[name]).toLowerCase(), value)),
  );
}

const isMeant = (found: string, wanted: string) =>
  wanted.startsWith('*@') ? found.endsWith(wanted.slice(1)) : found === wanted;

function topOf(text: string | null): number {
  const top = Number(text ?? USUAL_TOP);
  if (!Number.isInteger(top) || top < 1 || top > MAX_TOP) throw bad('ResultSize is invalid.');
  return top;
}

const bad = (why: string) => new GraphError(400, 'BadRequest', why);
