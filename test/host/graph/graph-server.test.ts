/** The local Graph refuses what the real one refuses; else a client tried against it proves nothing. */
import { messagesOfFolder } from '../../../host/graph/mail-files';
import type { GraphServer } from '../../../host/graph/graph-server';
import { join } from 'node:path';
import { localFetch, localToken, startGraph } from './local-graph';

let graph: GraphServer;
beforeAll(async () => {
  graph = await startGraph(120);
});
afterAll(() => graph.close());

const CLASS_FILTER =
  "singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and startswith(ep/value,'REPORT.IPM.'))";
const EXPAND = "singleValueExtendedProperties($filter=id eq 'String 0x001A')";

interface Row {
  id: string;
  receivedDateTime?: string;
  singleValueExtendedProperties?: { value: string }[];
}
interface Answer {
  status: number;
  headers: Headers;
  body: { value: Row[]; error: { code: string }; '@odata.nextLink'?: string };
}
async function ask(
  path: string,
  query: Record<string, string> = {},
  { token = localToken(), prefer = '', server = graph } = {},
): Promise<Answer> {
  const address = path.startsWith('https:') ? new URL(path) : new URL(`/v1.0${path}`, server.origin);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const response = await localFetch(address, { headers: { authorization: `Bearer ${token}`, prefer } });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  };
}

test('messages by class, newest first, with their class', async () => {
  const { body } = await ask('/me/messages', {
    $filter: `receivedDateTime ge 2000-01-01T00:00:00Z and ${CLASS_FILTER}`,
    $orderby: 'receivedDateTime desc',
    $top: '30',
    $select: 'id,receivedDateTime',
    $expand: EXPAND,
  });
  expect(body.value).toHaveLength(30);
  const times = body.value.map(({ receivedDateTime = '' }) => receivedDateTime);
  expect(times).toEqual([...times].sort().reverse());
  for (const row of body.value) {
    expect(Object.keys(row).sort()).toEqual(['id', 'receivedDateTime', 'singleValueExtendedProperties']);
    expect(row.singleValueExtendedProperties?.[0]?.value).toMatch(/^REPORT\.IPM\./);
  }
});

test.each([
  [
    'the ordered property is not the first',
    `${CLASS_FILTER} and receivedDateTime ge 2000-01-01T00:00:00Z`,
    'InefficientFilter',
  ],
  ['an id without a value', "singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A')", 'BadRequest'],
  ['a property that is not there', "body/content eq 'x'", 'BadRequest'],
  ['an end too early', 'receivedDateTime ge', 'BadRequest'],
  ['two conditions without a word between', "isRead eq true subject eq 'x'", 'BadRequest'],
])('refused: %s', async (_what, filter, code) => {
  const { status, body } = await ask('/me/messages', {
    $filter: filter,
    $orderby: 'receivedDateTime desc',
  });
  expect([status, body.error.code]).toEqual([400, code]);
});

test('two expanded properties give none, without an error', async () => {
  const expand = "singleValueExtendedProperties($filter=id eq 'String 0x001A' or id eq 'String 0x0049')";
  const { status, body } = await ask('/me/messages', { $expand: expand });
  expect(status).toBe(200);
  expect(body.value.every((row) => row.singleValueExtendedProperties === undefined)).toBe(true);
});

test('pages lead to the end, each message once', async () => {
  const seen: string[] = [];
  let next: string | undefined = '/me/messages?$top=50';
  for (let pages = 0; next; pages++) {
    expect(pages).toBeLessThan(4);
    const { body }: Answer = await ask(next);
    seen.push(...body.value.map(({ id }) => id));
    next = body['@odata.nextLink'];
  }
  expect(new Set(seen).size).toBe(120);
  expect(seen).toHaveLength(120);
});

test('ids that stay are given to those who ask for them; both kinds open the mail', async () => {
  const usual = await ask('/me/messages', { $top: '1' });
  const immutable = await ask('/me/messages', { $top: '1' }, { prefer: 'IdType="ImmutableId"' });
  expect(immutable.headers.get('preference-applied')).toBe('IdType="ImmutableId"');
  const ids = [usual, immutable].map(({ body }) => body.value[0]?.id ?? '');
  expect(ids[0]).not.toBe(ids[1]);
  for (const id of ids) {
    const address = `${graph.origin}/v1.0/me/messages/${id}/$value`;
    const mail = await localFetch(address, { headers: { authorization: `Bearer ${localToken()}` } });
    expect(await mail.text()).toContain('Final-Recipient: rfc822; learner0@company.example');
  }
  expect((await ask('/me/messages/AAkALgbm9uZQ')).status).toBe(404);
});

test.each([
  ['no token of ours', '/me/messages', 'x.y.z', 401],
  ['another permission', '/me/messages', localToken('normal', 'User.Read'), 403],
  ['own permission, shared mailbox', '/users/bounces@company.example/messages', localToken(), 403],
  [
    'shared mailbox',
    '/users/bounces@company.example/messages',
    localToken('normal', 'Mail.Read.Shared'),
    200,
  ],
  [
    'no such mailbox',
    '/users/nobody@company.example/messages',
    localToken('normal', 'Mail.Read.Shared'),
    404,
  ],
  ['beta', '/../beta/me/messages', localToken(), 400],
])('answers as Graph does: %s', async (_what, path, token, status) => {
  expect((await ask(path, {}, { token })).status).toBe(status);
});

test('too many in a minute, or at once: refused, with the time to wait', async () => {
  const strict = await startGraph(1, { throttle: { perPeriod: 3, retryAfter: 9 } });
  const statuses: number[] = [];
  for (let asked = 0; asked < 5; asked++) {
    const { status, headers } = await ask('/me/messages', {}, { server: strict });
    statuses.push(status);
    if (status === 429) expect(headers.get('retry-after')).toBe('9');
  }
  await strict.close();
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  // Each answer takes so long that a busy machine, too, asks for the last before the first is given.
  const slow = await startGraph(1, { delayMs: 2000 });
  const many = await Promise.all(Array.from({ length: 6 }, () => ask('/me/messages', {}, { server: slow })));
  await slow.close();
  expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
});

test('a cut answer ends in the middle; a used-up token is refused', async () => {
  await expect(ask('/me/messages', {}, { token: localToken('cut', 'Mail.Read', 'cut') })).rejects.toThrow();
  const statuses: number[] = [];
  for (let asked = 0; asked < 3; asked++) {
    statuses.push(
      (await ask('/me/messages', {}, { token: localToken('expired', 'Mail.Read', 'old') })).status,
    );
  }
  expect(statuses).toEqual([200, 200, 401]);
});

test('the mails of a folder: class, and as recipients those who failed', async () => {
  const messages = await messagesOfFolder(join(__dirname, '../fixtures/mails'));
  const report = messages.find(({ file }) => file === 'ndr.eml');
  expect(report?.messageClass).toBe('REPORT.IPM.Note.NDR');
  expect(report?.toRecipients.map(({ address }) => address)).toEqual(['joerg@example.org']);
});

test('a mail that is read in the page is read here, and has changed', async () => {
  const mails = await startGraph(0, {
    messages: () => messagesOfFolder(join(__dirname, '../../../host/mails')),
  });
  const file = 'postfix-user-unknown.eml';
  const filter = { $filter: "internetMessageId ne ''", $top: '100', $select: 'isRead,lastModifiedDateTime' };
  const unread = async () =>
    (await ask('/me/messages', filter, { server: mails })).body.value.filter(
      (row) => !(row as unknown as { isRead: boolean }).isRead,
    ).length;
  const before = await unread();
  await mails.markRead(file);
  await mails.markRead('no-such-file.eml');
  const after = await unread();
  await mails.close();
  expect(after).toBe(before - 1);
});
