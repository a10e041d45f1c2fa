/** The local message trace refuses and ignores what the real one refuses and ignores. */
import type { GraphServer } from '../../../host/graph/graph-server';
import { generatedTraces } from '../../../host/graph/traces';
import { localFetch, localToken, startGraph } from './local-graph';

const SCOPE = 'ExchangeMessageTrace.Read.All';
const DAY_MS = 24 * 60 * 60 * 1000;
let graph: GraphServer;
beforeAll(async () => {
  graph = await startGraph(0, { traces: generatedTraces(60, 2, 1) });
});
afterAll(() => graph.close());

interface Answer {
  status: number;
  retryAfter: string | null;
  value: { recipientAddress: string; status: string }[];
  message: string;
}

async function ask($filter: string, { server = graph, scope = SCOPE, path = '' } = {}): Promise<Answer> {
  const url = new URL(`/v1.0/admin/exchange/tracing/messageTraces${path}`, server.origin);
  if ($filter) url.searchParams.set('$filter', $filter);
  const response = await localFetch(url, {
    headers: { authorization: `Bearer ${localToken('normal', scope)}` },
  });
  const { value = [], error } = (await response.json()) as Pick<Answer, 'value'> & { error?: Answer };
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, value, message: error?.message ?? '' };
}

const at = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS + 1000).toISOString();
const between = (from: number, to: number) =>
  `receivedDateTime ge ${at(from)} and receivedDateTime le ${at(to)}`;

test.each([
  ['more than ten days', between(10.1, 0), /10 days/],
  ['more than ninety days ago', between(91, 90), /90 days/],
  ['a beginning without an end', `receivedDateTime ge ${at(2)}`, /EndDate/],
])('refused: %s', async (_what, filter, message) => {
  const { status, message: said } = await ask(filter);
  expect([status, said]).toEqual([400, expect.stringMatching(message)]);
});

test('of two values that are joined by "or", only the last is heeded, without an error', async () => {
  const { status, value } = await ask(
    "recipientAddress eq 'person1@company.example' or recipientAddress eq 'person2@company.example'",
  );
  expect([status, value.map(({ recipientAddress }) => recipientAddress)]).toEqual([
    200,
    ['person2@company.example'],
  ]);
});

test('"in" and "ne" are as if they were not there', async () => {
  const all = await ask('');
  for (const filter of ["status ne 'delivered'", "status in ('failed')"])
    expect((await ask(filter)).value).toEqual(all.value);
});

test('another permission is refused', async () => {
  expect((await ask('', { scope: 'Mail.Read' })).status).toBe(403);
});

test('the hundred and first question in five minutes is refused, those for details are counted apart', async () => {
  const own = await startGraph(0, { traces: [] });
  const statuses: number[] = [];
  for (let asked = 0; asked < 101; asked++) statuses.push((await ask('', { server: own })).status);
  const last = await ask('', { server: own });
  const details = await ask('', {
    server: own,
    path: "/x/getDetailsByRecipient(recipientAddress='a@b.example')",
  });
  await own.close();
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  expect([last.status, last.retryAfter, details.status]).toEqual([429, '300', 200]);
});
