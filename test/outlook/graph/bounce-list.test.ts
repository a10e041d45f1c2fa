import { BounceList, MAX_PAGES_PER_CALL } from '../../../src/outlook/graph/bounce-list';
import { problemOfAnswer } from '../../../src/outlook/graph/graph-problem';
import { GraphConnection } from '../../../src/outlook/graph/graph-connection';

const refusal = (status: number, code: string) => problemOfAnswer(status, { code, message: '' });

type Row = Record<string, unknown>;
const row = (
  id: string,
  minute: number,
  messageClass = 'REPORT.IPM.Note.NDR',
  subject = 'Undeliverable',
): Row => ({
  id,
  subject,
  receivedDateTime: `2026-11-26T10:${String(minute).padStart(2, '0')}:00Z`,
  from: { emailAddress: { address: 'postmaster@example.org' } },
  toRecipients: [{ emailAddress: { address: `${id}@example.org` } }],
  singleValueExtendedProperties: [{ id: 'String 0x001A', value: messageClass }],
});

/** Pages by question, in place of a server; an error in place of a page is thrown once. */
function list(pages: { class?: (Row[] | Error)[]; head?: (Row[] | Error)[]; date?: (Row[] | Error)[] }) {
  const asked: string[] = [];
  const connection = new GraphConnection({
    address: 'https://graph.example',
    tokens: { token: () => Promise.resolve('x') },
  });
  connection.json = (url) => {
    const filter = url.searchParams.get('$filter') ?? '';
    const query =
      url.searchParams.get('page')?.split('-')[0] ??
      (/singleValue/.test(filter) ? 'class' : /startswith/.test(filter) ? 'head' : 'date');
    const at = Number(url.searchParams.get('page')?.split('-')[1] ?? 0);
    asked.push(`${query} ${String(at)}`);
    const all = pages[query as keyof typeof pages] ?? [[]];
    const page = all[at] ?? [];
    if (page instanceof Error) {
      all[at] = [];
      return Promise.reject(page);
    }
    const next =
      at + 1 < all.length ? `https://graph.example/v1.0/me/messages?page=${query}-${String(at + 1)}` : null;
    return Promise.resolve({ value: page, ...(next ? { '@odata.nextLink': next } : {}) });
  };
  return { asked, list: new BounceList(connection, { mailbox: undefined, since: '2000-01-01T00:00:00Z' }) };
}

const ids = (messages: { id: string }[]): string[] => messages.map(({ id }) => id);

test('two questions that overlap: merged by time, each message once', async () => {
  const { list: bounces } = list({
    class: [[row('e', 50), row('c', 30)], [row('a', 10)]],
    head: [[row('e', 50), row('d', 40, 'IPM.Note')], [row('b', 20, 'IPM.Note')]],
  });
  expect(ids(await bounces.take(3))).toEqual(['e', 'd', 'c']);
  expect(ids(await bounces.take(3))).toEqual(['b', 'a']);
  expect(bounces.hasMore).toBe(false);
});

test('receipts, deliveries and conversations are left out', async () => {
  const { list: bounces } = list({
    class: [
      [
        row('read', 50, 'REPORT.IPM.Note.IPNRN'),
        row('ok', 40, 'REPORT.IPM.Note.DR'),
        row('late', 30, 'REPORT.IPM.Note.Delayed.DR'),
      ],
    ],
    head: [[row('talk', 20, 'IPM.Note', 'Re: Undeliverable: x'), row('old', 10, 'IPM.Note')]],
  });
  expect(ids(await bounces.take(10))).toEqual(['late', 'old']);
});

test.each([
  [
    'by class',
    { class: [refusal(400, 'InefficientFilter')], head: [[row('h', 1)]], date: [[row('d', 1)]] },
    ['h'],
  ],
  ['by head', { class: [[row('c', 1)]], head: [refusal(400, 'x')], date: [[row('d', 1)]] }, ['c']],
  ['both', { class: [refusal(400, 'x')], head: [refusal(501, 'x')], date: [[row('d', 1)]] }, ['d']],
])('a mailbox that refuses the question %s is asked with what is left', async (_what, pages, expected) => {
  expect(ids(await list(pages).list.take(5))).toEqual(expected);
});

test('any other problem is told, and what was found before it is not lost', async () => {
  await expect(list({ class: [refusal(403, 'ErrorAccessDenied')] }).list.take(5)).rejects.toMatchObject({
    code: 'graph-forbidden',
  });
  const { list: bounces } = list({ class: [[row('b', 20)], refusal(503, 'x'), [row('a', 10)]] });
  await expect(bounces.take(5)).rejects.toMatchObject({ code: 'graph-busy' });
  expect(ids(await bounces.take(5))).toEqual(['b', 'a']);
});

test('two calls at the same time read no page twice', async () => {
  const { list: bounces, asked } = list({ class: [[row('c', 3)], [row('b', 2)], [row('a', 1)]] });
  const [first, second] = await Promise.all([bounces.take(2), bounces.take(2)]);
  expect([ids(first), ids(second)]).toEqual([['c', 'b'], ['a']]);
  expect(new Set(asked).size).toBe(asked.length);
});

test('a mailbox full of receipts: one call reads so many pages, and says that there is more', async () => {
  const receipts = Array.from({ length: 40 }, (_, page) => [
    row(`r${String(page)}`, 59 - page, 'REPORT.IPM.Note.IPNRN'),
  ]);
  const { list: bounces, asked } = list({ class: [...receipts, [row('a', 1)]] });
  expect(await bounces.take(5)).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(MAX_PAGES_PER_CALL + 2);
  expect(bounces.hasMore).toBe(true);
  const found: string[] = [];
  while (bounces.hasMore) found.push(...ids(await bounces.take(5)));
  expect(found).toEqual(['a']);
});

test.each([
  ['no list', { value: 'x' }],
  ['no object', null],
  ['a next page without an address', { value: [], '@odata.nextLink': '/relative' }],
])('an answer that is %s: a problem', async (_what, answer) => {
  const { list: bounces } = list({});
  const connection = (bounces as unknown as { connection: GraphConnection }).connection;
  connection.json = () => Promise.resolve(answer);
  await expect(bounces.take(1)).rejects.toMatchObject({ code: 'graph-cut' });
});

test('fields of any other type than expected harm nobody', async () => {
  const odd = {
    id: 'a',
    subject: 7,
    receivedDateTime: '2026-11-26T10:00:00Z',
    from: null,
    toRecipients: 'x',
    isRead: 'yes',
  };
  const { list: bounces } = list({
    class: [
      [
        { id: 5 },
        {},
        { ...odd, singleValueExtendedProperties: [{ id: 'String 0x001a', value: 'REPORT.IPM.Note.NDR' }] },
      ],
    ],
  });
  expect(await bounces.take(5)).toMatchObject([{ id: 'a', subject: '', recipients: [], isRead: false }]);
});
