/** The real client against the local Graph: a mailbox of 3,000 messages that refuses every tenth request. */
import { generatedMessages } from '../../../host/graph/generated-messages';
import type { GraphServer } from '../../../host/graph/graph-server';
import { idOf } from '../../../host/graph/list-answer';
import { BounceList } from '../../../src/outlook/graph/bounce-list';
import { systemClock, type Clock } from '../../../src/outlook/graph/clock';
import { GraphConnection, LIST_LIMIT_MS } from '../../../src/outlook/graph/graph-connection';
import { mailAddress } from '../../../src/outlook/graph/message-query';
import { MAX_AT_ONCE, MAX_PER_MINUTE, RequestPace } from '../../../src/outlook/graph/request-pace';
import type { ListedMessage } from '../../../src/outlook/graph/message-page';
import { localFetch, localToken, startGraph } from '../../host/graph/local-graph';

jest.setTimeout(60_000);

const COUNT = 3000;
const wanted = generatedMessages(COUNT, 7)
  .filter(({ messageClass, from }) =>
    messageClass.startsWith('REPORT.')
      ? /\.NDR$|\.Delayed\.DR$/.test(messageClass)
      : from.address.startsWith('mailer-daemon'),
  )
  .map((message) => idOf(message, true));

/** A second of Retry-After lasts 20 ms here. Limits of requests keep their length. */
const hurried: Clock = {
  ...systemClock,
  wait: (ms, signal) => systemClock.wait(ms < LIST_LIMIT_MS ? ms / 50 : ms, signal),
};

let graph: GraphServer;
afterEach(() => graph.close());

const connect = (): GraphConnection =>
  new GraphConnection({
    address: graph.origin,
    tokens: { token: () => Promise.resolve(localToken()) },
    fetch: localFetch,
    clock: hurried,
    pace: new RequestPace(hurried),
  });

async function listAll(): Promise<ListedMessage[]> {
  const list = new BounceList(connect(), { mailbox: undefined, since: '2000-01-01T00:00:00Z' });
  const all: ListedMessage[] = [];
  while (list.hasMore) all.push(...(await list.take(50)));
  return all;
}

test('a tenth of all requests refused: every bounce is listed, once, in order, below the limits', async () => {
  graph = await startGraph(COUNT, { throttle: { share: 0.1, seed: 3, retryAfter: 1 } });
  const all = await listAll();
  expect(all.map(({ id }) => id).sort()).toEqual([...wanted].sort());
  const times = all.map(({ receivedAt }) => receivedAt);
  expect(times).toEqual([...times].sort().reverse());
  const { stats } = graph;
  expect(stats.refused).toBeGreaterThan(3);
  expect(stats.mostAtOnce).toBeLessThanOrEqual(MAX_AT_ONCE);
  expect(stats.mostPerPeriod).toBeLessThanOrEqual(MAX_PER_MINUTE);
  if (process.env.FIGURES) console.log({ listed: all.length, ...stats, asked: undefined });
});

test('refusals without a Retry-After change nothing', async () => {
  graph = await startGraph(600, { throttle: { share: 0.2, seed: 5, retryAfter: null } });
  const all = await listAll();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(400);
});

test('a whole campaign read at once: four requests at a time, every mail whole', async () => {
  graph = await startGraph(60, { delayMs: 15, throttle: { share: 0.1, seed: 11 } });
  const connection = connect();
  const ids = generatedMessages(60, 7).map((message) => idOf(message, true));
  const mails = await Promise.all(
    ids.map((id) => connection.bytes(mailAddress(connection, undefined, id), 10_000)),
  );
  mails.forEach((mail, at) => {
    expect(new TextDecoder().decode(mail)).toContain(`rfc822; learner${String(at)}@company.example`);
  });
  expect(graph.stats.mostAtOnce).toBe(MAX_AT_ONCE);
});
