import { hasArrived } from '../../src/campaign/row';
import { settled } from '../../src/campaign/people';
import { summaryOf } from './read-files';

/** What each status of a message trace is answered with. */
const ANSWERS: Readonly<Record<string, readonly [action: string, cause: string, variant: string | null]>> = {
  Failed: ['failed', 'undetermined', 'see-trace-details'],
  Quarantined: ['failed', 'spam-content', 'quarantined'],
  FilteredAsSpam: ['failed', 'spam-content', 'put-into-junk'],
  Pending: ['delayed', 'undetermined', 'still-pending'],
  GettingStatus: ['delayed', 'undetermined', 'status-not-known-yet'],
  Expanded: ['expanded', 'not-a-failure', 'group-expanded'],
  Delivered: ['delivered', 'not-a-failure', null],
};
const STATUSES = Object.keys(ANSWERS);
const address = (status: string) => `${status.toLowerCase()}@example.com`;

const V2 = [
  '"Received","SenderAddress","RecipientAddress","Subject","Status","ToIP","FromIP","Size","MessageId","MessageTraceId"',
  ...STATUSES.map(
    (status, n) =>
      `"2026-11-20T10:00:0${n}Z","training@example.org","${address(status)}","Training A","${status}",,"192.0.2.1","1200","<${n}@example.org>","1f2e3d4c-0000-4000-8000-00000000000${n}"`,
  ),
].join('\r\n');

const GRAPH = JSON.stringify(
  {
    '@odata.context': 'https://graph.example/v1.0/$metadata#admin/exchange/tracing/messageTraces',
    value: STATUSES.map((status, n) => ({
      id: `1f2e3d4c-0000-4000-8000-00000000000${n}`,
      messageId: `<${n}@example.org>`,
      senderAddress: 'training@example.org',
      recipientAddress: address(status),
      subject: 'Training A',
      status: status[0]?.toLowerCase() + status.slice(1),
      size: 1200,
      fromIP: '192.0.2.1',
      toIP: null,
      receivedDateTime: `2026-11-20T10:00:0${n}Z`,
    })),
  },
  null,
  2,
);

/** Of one mail, what became of each recipient. */
const EVENTS: Readonly<Record<string, string>> = {
  Failed: 'Fail',
  Quarantined: 'Quarantine',
  Expanded: 'Expand',
  Delivered: 'Deliver',
};
const ADMIN_CENTRE = [
  'origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id,original_client_ip',
  `2026-11-20T10:00:00.0000000Z,training@example.org,"${Object.entries(EVENTS)
    .map(([status, event]) => `${address(status)}##Receive, ${event}`)
    .join(';')}",Training A,1200,<1@example.org>,1f2e3d4c-0000-4000-8000-000000000001,192.0.2.1`,
].join('\n');

test.each([
  ['Get-MessageTraceV2', 'trace.csv', V2, STATUSES],
  ['Microsoft Graph', 'trace.json', GRAPH, STATUSES],
  ['the admin centre', 'export.csv', ADMIN_CENTRE, Object.keys(EVENTS)],
])('each status in an export of %s has its own answer', async (_, name, text, statuses) => {
  const rows = [...settled((await summaryOf([{ name, text }])).rows)];
  const found = Object.fromEntries(rows.map((row) => [row.address, [row.action, row.cause, row.variant]]));
  expect(found).toEqual(Object.fromEntries(statuses.map((status) => [address(status), ANSWERS[status]])));
  expect(rows.every(({ campaign }) => campaign === 'Training A')).toBe(true);
  expect(rows.every(({ originalMessageId }) => /^<\d@example\.org>$/.test(originalMessageId ?? ''))).toBe(
    true,
  );
});

test('PowerShell’s list of a trace is read, too', async () => {
  const text = STATUSES.map(
    (status, n) =>
      `Received         : 11/20/2026 10:00:00 AM\nSenderAddress    : training@example.org\nRecipientAddress : ${address(status)}\nSubject          : Training A\nStatus           : ${status}\nMessageTraceId   : 1f2e3d4c-0000-4000-8000-00000000000${n}\n`,
  ).join('\n');
  const rows = [...settled((await summaryOf([{ name: 'trace.txt', text }])).rows)];
  expect(Object.fromEntries(rows.map((row) => [row.address, [row.action, row.cause, row.variant]]))).toEqual(
    Object.fromEntries(STATUSES.map((status) => [address(status), ANSWERS[status]])),
  );
});

test('a mail that was delivered to some and refused to others shows where they part', async () => {
  const rows = [...settled((await summaryOf([{ name: 'export.csv', text: ADMIN_CENTRE }])).rows)];
  expect(new Set(rows.map(({ originalMessageId }) => originalMessageId)).size).toBe(1);
  expect(rows.filter(hasArrived).map((row) => row.address)).toEqual([
    address('Delivered'),
    address('Expanded'),
  ]);
});

test('a trace as PowerShell prints it names each recipient, not the sender', async () => {
  const text = [
    'Received             Sender Address        Recipient Address  Subject   Status',
    '--------             --------------        -----------------  -------   ------',
    '20/11/2026 09:00:00  training@example.org  a@example.com      Training  Delivered',
    '20/11/2026 09:00:00  training@example.org  b@example.com      Training  Failed',
    '20/11/2026 09:00:00  training@example.org  c@example.com      Training  Pending',
  ].join('\n');
  const rows = settled((await summaryOf([{ name: 'trace.txt', text }])).rows);
  expect([...rows].map(({ address, action }) => [address, action]).sort()).toEqual([
    ['a@example.com', 'delivered'],
    ['b@example.com', 'failed'],
    ['c@example.com', 'delayed'],
  ]);
});
