import { systemClock } from '../../../src/outlook/graph/clock';
import {
  GraphConnection,
  LIST_LIMIT_MS,
  type TokenSource,
} from '../../../src/outlook/graph/graph-connection';

const ADDRESS = 'https://graph.example';
type Answer = () => Response | Promise<Response>;

/** A connection to a server that gives these answers, the last one for ever. */
function connect(answers: Answer[], tokens: TokenSource = { token: () => Promise.resolve('one') }) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = (url: unknown, init?: RequestInit): Promise<Response> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ url: String(url), init });
    return Promise.resolve().then(() => answer!());
  };
  const connection = new GraphConnection({ address: ADDRESS, tokens, fetch: fetch as never });
  const url = connection.address('/me/messages');
  return { connection, url, asked };
}

const ok = (text: string): Answer => {
  return () => new Response(text);
};
const failing = (status: number, code: string, headers: Record<string, string> = {}): Answer => {
  const body = JSON.stringify({ error: { code, message: 'ada@example.org may not' } });
  return () => new Response(body, { status, headers });
};
const header = (init: RequestInit | undefined, name: string) => new Headers(init?.headers).get(name);

/** The problem of a call, while time runs as fast as it can. */
async function problemOf(call: Promise<unknown>): Promise<string> {
  const problem = call.then(
    () => 'none',
    (error: { code?: string; detail?: string }) => `${error.code ?? ''}: ${error.detail ?? ''}`,
  );
  await jest.runAllTimersAsync();
  return problem;
}

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

test('a request carries the token, asks for ids that stay, and keeps cookies and address to itself', async () => {
  const { connection, url, asked } = connect([ok('{"value":[]}')]);
  expect(await connection.json(url)).toEqual({ value: [] });
  const [{ init } = { init: undefined }] = asked;
  expect([header(init, 'authorization'), header(init, 'prefer')]).toEqual([
    'Bearer one',
    'IdType="ImmutableId"',
  ]);
  expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
});

test('another host is not asked, whatever a list says', async () => {
  const { connection, asked } = connect([ok('{}')]);
  const next = new URL('https://graph.example.attacker.example/v1.0/me/messages');
  expect(await problemOf(connection.json(next))).toBe('graph-cut: an address of another host');
  expect(asked).toEqual([]);
});

test.each([
  [403, 'ErrorAccessDenied', 'graph-forbidden: 403 ErrorAccessDenied'],
  [404, 'ErrorInvalidUser', 'graph-no-mailbox: 404 ErrorInvalidUser'],
  [400, 'InefficientFilter', 'graph-refused: 400 InefficientFilter'],
  [500, '<b>x</b>', 'graph-refused: 500 bxb'],
])('%s %s: a problem at once, without the words of the answer', async (status, code, expected) => {
  const { connection, url, asked } = connect([failing(status, code)]);
  expect(await problemOf(connection.json(url))).toBe(expected);
  expect(asked).toHaveLength(1);
});

test.each([429, 503, 504])('%s: later again, at the time that was asked for', async (status) => {
  const { connection, url, asked } = connect([failing(status, 'x', { 'retry-after': '7' }), ok('{}')]);
  const answer = connection.json(url);
  await jest.advanceTimersByTimeAsync(6_900);
  expect(asked).toHaveLength(1);
  await jest.runAllTimersAsync();
  expect(await answer).toEqual({});
  expect(asked).toHaveLength(2);
});

test('always refused: five tries, then it is said', async () => {
  const { connection, url, asked } = connect([failing(429, 'ApplicationThrottled')]);
  expect(await problemOf(connection.json(url))).toBe('graph-busy: 429 ApplicationThrottled');
  expect(asked).toHaveLength(5);
});

test.each([
  ['no JSON', ok('<html>Sign in to the proxy</html>'), 'the answer is no JSON'],
  ['half of it', ok('{"value":[{"id":"a"},'), 'the answer is no JSON'],
  [
    'an end in the middle',
    () => new Response(new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) })),
    'the answer ended too early',
  ],
])('%s: asked once more, then a problem', async (_what, answer, detail) => {
  const { connection, url, asked } = connect([answer]);
  expect(await problemOf(connection.json(url))).toBe(`graph-cut: ${detail}`);
  expect(asked).toHaveLength(2);
});

test('a token that has expired is fetched anew, once', async () => {
  const given: (string | undefined)[] = [];
  const tokens: TokenSource = {
    token: ({ refused }) => {
      given.push(refused);
      return Promise.resolve(refused === undefined ? 'old' : 'new');
    },
  };
  const expired = failing(401, 'InvalidAuthenticationToken');
  const works = connect([expired, ok('{}')], tokens);
  expect(await works.connection.json(works.url)).toEqual({});
  expect(works.asked.map(({ init }) => header(init, 'authorization'))).toEqual(['Bearer old', 'Bearer new']);
  const fails = connect([expired], tokens);
  expect(await problemOf(fails.connection.json(fails.url))).toMatch(/^sign-in-expired: 401/);
  expect(fails.asked).toHaveLength(2);
  expect(given).toEqual([undefined, 'old', undefined, 'old']);
});

test('no network, no answer, ended by the admin', async () => {
  const dead = connect([() => Promise.reject(new TypeError('Failed to fetch'))]);
  expect(await problemOf(dead.connection.json(dead.url))).toBe('graph-unreachable: TypeError');
  const silent = connect([() => new Promise<never>(() => undefined)]);
  expect(await problemOf(silent.connection.json(silent.url))).toBe(
    `graph-no-answer: no answer within ${String(LIST_LIMIT_MS)} ms`,
  );
  const stop = new AbortController();
  const ended = silent.connection.json(silent.url, stop.signal).catch((error: unknown) => error);
  await systemClockTick();
  stop.abort('enough');
  expect(await ended).toBe('enough');
});

test('a mail above the limit is not read to its end', async () => {
  const announced = connect([() => new Response('x', { headers: { 'content-length': '999' } })]);
  expect(await problemOf(announced.connection.bytes(announced.url, 100))).toMatch(/^too-large: /);
  const long = connect([ok('x'.repeat(101))]);
  expect(await problemOf(long.connection.bytes(long.url, 100))).toMatch(/^too-large: /);
  const fits = connect([ok('x'.repeat(100))]);
  expect(await fits.connection.bytes(fits.url, 100)).toHaveLength(100);
});

const systemClockTick = () => Promise.all([systemClock.wait(1), jest.advanceTimersByTimeAsync(1)]);
