/** Of a list of bounces, no row is told as delivered, and none is lost. */
import { explain } from '../../src/engine';

const explained = async (names: string, row: string) => {
  const { recipients } = await explain(`${names}\n${row}`);
  return recipients.map(({ action, cause }) => [action, cause]);
};

const MAILGUN = 'address,code,error,created_at';

test.each([
  [
    'an answer that begins as a state',
    'user@example.com,554,"delivery temporarily suspended: connect to mx.example.com[192.0.2.1]:25: Connection refused",x',
  ],
  ['an answer with a word of arrival', 'user@example.com,550,"sent by a listed host",x'],
  ['an answer that speaks of both', 'user@example.com,,"Delivered to wrong person, rejected",x'],
  ['an answer without a code', 'user@example.com,,"Delivery temporarily suspended: Connection refused",x'],
])('%s is a failure', async (_, row) => {
  const [[action] = []] = await explained(MAILGUN, row);
  expect(action).toBe('failed');
});

test('a state that says delivered beside a code that refuses has not arrived', async () => {
  const [[action] = []] = await explained(
    'Recipient,Status,Code,Reason',
    'user@example.com,Delivered,550,no',
  );
  expect(action).toBe('failed');
});

test.each([
  ['a code of the service, without words', 'user@example.com,605,"",x', 'suppressed'],
  ['another', 'user@example.com,498,"No MX for example.com",x', 'domain-not-found'],
  ['one that nobody has written down', 'user@example.com,699,"",x', 'undetermined'],
])('%s is a failure', async (_, row, cause) =>
  expect(await explained(MAILGUN, row)).toEqual([['failed', cause]]),
);

describe('a recipient that is no address', () => {
  const NAMES = 'processed,event,subject,from,email,reason';
  const row = (address: string) =>
    `2026-11-20 09:00:01,drop,Training,training@example.org,${address},Invalid`;

  test.each(['eve@@example.com', 'eve.example.com', 'ève müller@example.com', 'jane doe@example.com'])(
    '%s is told as it is written',
    async (written) => {
      const { recipients } = await explain(`${NAMES}\n${row(written)}`);
      expect(recipients).toMatchObject([{ address: written, action: 'failed', cause: 'address-invalid' }]);
    },
  );

  test('a cell without one names nobody, and not the sender', async () => {
    const { recipients } = await explain(`${NAMES}\n${row('')}`);
    expect(recipients).toMatchObject([{ address: null, action: 'failed', cause: 'address-invalid' }]);
  });

  test.each([
    ['Jo Roe <jo@example.com>', ['jo@example.com']],
    ["'jo@example.com'", ['jo@example.com']],
    ['mailto:jo@example.com', ['jo@example.com']],
    ['jo@example.com ann@example.com', ['jo@example.com', 'ann@example.com']],
  ])('%s is one', async (written, expected) => {
    const { recipients } = await explain(`${NAMES}\n${row(written)}`);
    expect(recipients.map(({ address }) => address)).toEqual(expected);
  });
});

test('each of several recipients gets the answer in its place', async () => {
  const { recipients } = await explain(
    '#Fields: date-time,source,event-id,recipient-address,recipient-status\n' +
      '2026-11-20T09:00:02Z,STOREDRIVER,FAIL,a@example.com;b@example.com,554 5.2.2 mailbox full;550 5.1.1 user unknown',
  );
  expect(recipients.map(({ cause }) => cause)).toEqual(['mailbox-full', 'recipient-unknown']);
});

test.each([
  ['handed on to another server', '2026-11-20T09:10:02Z,SMTP,SENDEXTERNAL,user@example.com,', 'delivered'],
  [
    'accepted there for its queue',
    '2026-11-20T09:10:02Z,SMTP,SEND,user@example.com,250 2.0.0 Ok: queued as 4XYZ',
    'delivered',
  ],
])('a mail %s has arrived, as far as Exchange knows', async (_, row, action) => {
  const { recipients } = await explain(
    `#Fields: date-time,source,event-id,recipient-address,recipient-status\n${row}`,
  );
  expect(recipients).toMatchObject([{ action }]);
});

test('each recipient of an exported trace is told, whoever the mail was handed on to', async () => {
  const { recipients } = await explain(
    'sender_address,recipient_status,message_id\ntraining@example.org,"a@example.com##Receive, Fail;b@example.com##Receive, Send",<1@example.org>',
  );
  expect(recipients.map(({ address, action }) => [address, action])).toEqual([
    ['a@example.com', 'failed'],
    ['b@example.com', 'delivered'],
  ]);
});

test.each([
  [
    'held by a scan for spam',
    'Status,To Address,Info',
    'Held,user@example.com,Default Spam Scanning',
    ['failed', 'spam-content'],
  ],
  [
    'discarded by a rule',
    'Recipients,Final Action,Final Rule',
    'user@example.com,Discarded,spam',
    ['failed', 'spam-content'],
  ],
  [
    'put into the spam folder',
    'Recipient,Subject,Status',
    'user@example.com,x,Marked spam',
    ['failed', 'spam-content'],
  ],
  [
    'delivered and archived',
    'Status,To Address,Subject',
    'Archived,user@example.com,x',
    ['delivered', 'not-a-failure'],
  ],
])('a mail %s', async (_, names, row, expected) => expect(await explained(names, row)).toEqual([expected]));
