/** The real client against the local Graph, and against answers that no service should give. */
import type { GraphServer } from '../../../host/graph/graph-server';
import type { StoredTrace } from '../../../host/graph/stored-trace';
import { generatedTraces } from '../../../host/graph/traces';
import type { GraphMode } from '../../../host/graph/local-token';
import { systemClock, type Clock } from '../../../src/outlook/graph/clock';
import { GraphConnection } from '../../../src/outlook/graph/graph-connection';
import { windowsOf, type TraceSpan } from '../../../src/outlook/graph/trace-query';
import { MAX_LIST_REQUESTS, MAX_REASONS, TraceRun } from '../../../src/outlook/graph/trace-run';
import { localFetch, localToken, startGraph } from '../../host/graph/local-graph';

jest.setTimeout(60_000);
const SENDER = 'training@company.example';
const SCOPE = 'ExchangeMessageTrace.Read.All';

/** A wait takes no time; limits of requests keep their length. */
const hurried: Clock = {
  ...systemClock,
  wait: (ms, signal) => systemClock.wait(ms < 20_000 ? 0 : ms, signal),
};

let graph: GraphServer | null = null;
afterEach(async () => {
  await graph?.close();
  graph = null;
});

interface RunOptions {
  mode?: GraphMode;
  scope?: string;
  senders?: readonly string[];
  span?: TraceSpan;
  signal?: AbortSignal;
}

async function runOver(
  traces: readonly StoredTrace[],
  { mode = 'normal', scope = SCOPE, senders = [SENDER], span = 90, signal }: RunOptions = {},
): Promise<TraceRun> {
  graph = await startGraph(0, { traces });
  const connection = new GraphConnection({
    address: graph.origin,
    tokens: { token: () => Promise.resolve(localToken(mode, scope)) },
    fetch: localFetch,
    clock: hurried,
  });
  return new TraceRun({ connection, questions: questionsOf(span, senders), signal });
}

const questionsOf = (span: TraceSpan, senders: readonly string[]) =>
  windowsOf(span, Date.now()).flatMap((window) => senders.map((sender) => ({ window, sender })));

/** A client that gets these answers, by what is asked. */
function runWith(answer: (url: URL) => unknown, questions = questionsOf(2, [SENDER])): TraceRun {
  const connection = new GraphConnection({
    address: 'https://graph.microsoft.com',
    tokens: { token: () => Promise.resolve('token') },
    fetch: (url) => Promise.resolve(Response.json(answer(new URL(String(url))))),
    clock: hurried,
  });
  return new TraceRun({ connection, questions });
}

test('nine windows, each row once, those that failed with what the server said', async () => {
  const traces = generatedTraces(300, 3, 85);
  const run = await runOver(traces, { senders: [SENDER, '*@company.example'] });
  const wanted = traces.filter(({ status }) => status === 'failed');
  expect(await run.read()).toEqual({
    questions: 0,
    reasons: Math.max(0, wanted.length - MAX_REASONS),
    problem: null,
  });
  expect(run.rows.map(({ recipientAddress }) => recipientAddress).sort()).toEqual(
    traces.map(({ recipientAddress }) => recipientAddress).sort(),
  );
  const told = run.rows.filter(({ details }) => details !== undefined);
  expect(told).toHaveLength(Math.min(MAX_REASONS, wanted.length));
  expect(told.every(({ status }) => status === 'failed')).toBe(true);
  expect(told.map(({ details }) => (details as { event: string }[]).map(({ event }) => event))).toEqual(
    told.map(() => ['Fail']),
  );
  expect(JSON.stringify(told[0]?.details)).toContain('LED=5');
  expect(graph?.traceStats.list.requests).toBe(18);
  expect(graph?.traceStats.list.refused).toBe(0);
});

test('a window of more rows than a page holds is read to its end', async () => {
  const run = await runOver(generatedTraces(11_000, 3, 1), { span: 2 });
  expect(await run.read()).toMatchObject({ questions: 0, problem: null });
  expect(run.rows).toHaveLength(11_000);
});

test.each([
  ['without Microsoft’s application in the tenant', { mode: 'no-trace-service' }, 'trace-not-provisioned'],
  ['without the role', { mode: 'forbidden' }, 'graph-forbidden'],
  ['with a permission for mail only', { scope: 'Mail.Read' }, 'graph-forbidden'],
  ['where answers break off', { mode: 'cut' }, 'graph-cut'],
] as const)('%s: the problem, by name', async (_what, options, code) => {
  const run = await runOver(generatedTraces(5, 3), options);
  await expect(run.read()).rejects.toMatchObject({ code });
});

test('Cancel keeps what was read', async () => {
  const stop = new AbortController();
  const run = await runOver(generatedTraces(200, 3, 85), { signal: stop.signal });
  const reading = run.read();
  while (run.rows.length === 0) await new Promise((resolve) => setTimeout(resolve));
  stop.abort();
  const { questions, problem } = await reading;
  expect(problem).toMatchObject({ code: 'sign-in-cancelled' });
  expect(questions).toBeGreaterThan(0);
  expect(run.rows.length).toBeGreaterThan(0);
});

test('a next page on another host is not followed, and the token goes nowhere', async () => {
  const asked: string[] = [];
  const run = runWith((url) => {
    asked.push(url.host);
    return { value: [row('a')], '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/x' };
  });
  expect(await run.read()).toMatchObject({ questions: 1, problem: { code: 'graph-cut' } });
  expect(new Set(asked)).toEqual(new Set(['graph.microsoft.com']));
  expect(run.rows).toHaveLength(1);
});

test('pages without an end stop at the limit, and what was left out is counted', async () => {
  let pages = 0;
  const run = runWith((url) =>
    url.pathname.includes('getDetails')
      ? { value: [] }
      : { value: [row(`r${++pages}`)], '@odata.nextLink': url.href },
  );
  expect(await run.read()).toMatchObject({ questions: 1, problem: null });
  expect(pages).toBe(MAX_LIST_REQUESTS);
});

test.each([
  ['no list', null],
  ['a text', 'x'],
  ['a list that is none', { value: 'x' }],
  ['a next page that is no address', { value: [], '@odata.nextLink': 7 }],
])('%s in the place of a list: a problem', async (_what, answer) => {
  await expect(runWith(() => answer).read()).rejects.toMatchObject({ code: 'graph-cut' });
});

test('rows of any shape cost no other; an id that is none asks for nothing', async () => {
  const details: string[] = [];
  const run = runWith((url) => {
    if (url.pathname.includes('getDetails')) details.push(url.pathname);
    return {
      value: [null, 7, 'x', [], {}, { status: {}, id: 9 }, row('ok'), { ...row('odd'), id: '../../me' }],
    };
  });
  expect((await run.read()).problem).toBeNull();
  expect(details).toHaveLength(1);
  expect(run.rows.some(({ recipientAddress }) => recipientAddress === 'ok@company.example')).toBe(true);
});

const row = (name: string) => ({
  id: '1f2e3d4c-0000-4000-8000-000000000001',
  messageId: `<${name}@example.org>`,
  senderAddress: SENDER,
  recipientAddress: `${name}@company.example`,
  subject: '<img src=x onerror=alert(1)>',
  status: 'failed',
  receivedDateTime: '2026-11-26T10:00:00Z',
});
