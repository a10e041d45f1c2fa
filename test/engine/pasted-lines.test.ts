/** One line or two, as people paste them: cause, reply code, status, address. */
import { explain } from '../../src/engine';

type Row = [
  text: string,
  cause: string,
  replyCode: string | null,
  status: string | null,
  address?: string | null,
];

async function answers(text: string) {
  const { recipients } = await explain(text);
  return recipients.map(({ cause, replyCode, status, address }) => [cause, replyCode, status, address]);
}
const check = async (...[text, cause, replyCode, status, address = null]: Row) =>
  expect(await answers(text)).toEqual([[cause, replyCode, status, address]]);

describe('the examples of the people who asked for it', () => {
  test.each<Row>([
    ['550 5.1.1 Recipient Address Rejected: User Unknown', 'recipient-unknown', '550', '5.1.1'],
    ['550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission', 'recipient-restricted', '550', '5.7.129'],
    ['550 5.7.1 TRANSPORT.RULES.RejectMessage', 'policy-rule', '550', '5.7.1'],
    ['550 5.7.134 RESOLVER.RST.SenderNotAuthenticatedForMailbox', 'recipient-restricted', '550', '5.7.134'],
    ['554 5.4.14 Hop count exceeded', 'routing-loop', '554', '5.4.14'],
    ['554 5.2.2 mailbox full', 'mailbox-full', '554', '5.2.2'],
    ['Administrative prohibition - envelope blocked', 'sender-blocked', null, null],
    [
      '550 5.1.1: The email account that you tried to reach does not exist',
      'recipient-unknown',
      '550',
      '5.1.1',
    ],
    ['550 5.1.1: Recipient address rejected: User unknown', 'recipient-unknown', '550', '5.1.1'],
    ['554 5.7.1 user3@website.org: Relay access denied', 'relay-denied', '554', '5.7.1', 'user3@website.org'],
    ['Error dialing remote address: dial tcp 149.92: i/o timeout', 'connection-failed', null, null],
    [
      "These errors indicate that the sending server is trying to relay an email through the recipient's email server without proper authorization.",
      'relay-denied',
      null,
      null,
    ],
    ['Bounced Address', 'suppressed', null, null],
    [
      'Email to user3@domain.com dropped: previously bounced address',
      'suppressed',
      null,
      null,
      'user3@domain.com',
    ],
    [
      'Email to person4@website.org dropped: bounced address',
      'suppressed',
      null,
      null,
      'person4@website.org',
    ],
    ['Email to info@company.net dropped: bounced address', 'suppressed', null, null, 'info@company.net'],
    [
      'SCIM-synced user2@company.com, no Exchange Online mailbox yet, auto-enrolled the same day: training mail not delivered',
      'no-mailbox-yet',
      null,
      null,
      'user2@company.com',
    ],
    [
      'Same user2@company.com enrolled by hand later: delivered',
      'not-a-failure',
      null,
      null,
      'user2@company.com',
    ],
    ['donotdelete@example.com', 'recipient-unknown', null, null, 'donotdelete@example.com'],
    ['noreply@domain.com', 'recipient-unknown', null, null, 'noreply@domain.com'],
  ])('%s', check);
});

describe('words beat the code beside them', () => {
  test.each<Row>([
    ['552 5.1.1 <user@example.com>: over quota', 'mailbox-full', '552', '5.1.1', 'user@example.com'],
    [
      '550 5.4.1 <user@example.com>: Recipient address rejected: Access denied',
      'recipient-unknown',
      '550',
      '5.4.1',
      'user@example.com',
    ],
    ['550 5.2.2 Submission quota exceeded', 'sender-limit', '550', '5.2.2'],
    ['550 5.7.1 Message rejected due to DMARC', 'auth-failure', '550', '5.7.1'],
    [
      '550 5.3.1 / 4.4.4 hosted tenant which has no mail-enabled subscriptions',
      'no-mailbox-yet',
      '550',
      '5.3.1',
    ],
  ])('%s', check);
});

describe('one line, one answer', () => {
  test.each<Row>([
    ['451 4.7.1 Greylisted, please try again later', 'greylisted', '451', '4.7.1'],
    ['550 5.3.4 message size exceeds fixed limit', 'message-too-large', '550', '5.3.4'],
    ['lookup mail.example.invalid: no such host', 'domain-not-found', null, null],
    ['dial tcp 192.0.2.5:25: connect: connection refused', 'connection-failed', null, null],
    ['x509: certificate signed by unknown authority', 'tls-required', null, null],
    ['550 4.4.7 QUEUE.Expired; message expired', 'expired', '550', '4.4.7'],
    ['550 5.0.0 something went wrong', 'undetermined', '550', '5.0.0'],
    ['550', 'undetermined', '550', null],
    [
      'postfix/smtp[71]: 4F1A2: to=<user@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)',
      'recipient-unknown',
      '550',
      '5.1.1',
      'user@example.com',
    ],
    [
      '{"event":"dropped","reason":"Bounced Address","email":"user@example.com"}',
      'suppressed',
      null,
      null,
      'user@example.com',
    ],
    [
      '{"event":"bounce","email":"user@example.com","reason":"550 5.1.1 User unknown"}',
      'recipient-unknown',
      '550',
      '5.1.1',
      'user@example.com',
    ],
  ])('%s', check);
});

describe('numbers that are no codes', () => {
  test.each<Row>([
    ['dial tcp 149.92: i/o timeout', 'connection-failed', null, null],
    ['dial tcp 192.5.1.1:25: i/o timeout', 'connection-failed', null, null],
    ['550 User unknown (mail server 15.20.5.1.1)', 'recipient-unknown', '550', null],
    ['550 User unknown, says Exim 4.98.1', 'recipient-unknown', '550', null],
    [
      '550 <user.5.2.2@example.com>: no such user',
      'recipient-unknown',
      '550',
      null,
      'user.5.2.2@example.com',
    ],
    ['<user550@example.com>: no such user', 'recipient-unknown', null, null, 'user550@example.com'],
    ['550 5.1.1.4 strange', 'undetermined', '550', null],
  ])('%s', check);
});

describe('several records', () => {
  test('one answer a line, each its own', async () => {
    const text = [
      '2026-11-23 09:12:00,a@example.com,bounced,550 5.1.1 User unknown',
      '2026-11-23 09:13:00,b@example.com,bounced,552 5.2.2 Mailbox full',
      'Email to c@example.com dropped: unsubscribed address',
    ].join('\n');
    expect(await answers(text)).toEqual([
      ['recipient-unknown', '550', '5.1.1', 'a@example.com'],
      ['mailbox-full', '552', '5.2.2', 'b@example.com'],
      ['suppressed', null, null, 'c@example.com'],
    ]);
  });

  test.each([1, 2, 3, 30])('%i dropped mails', async (count) => {
    const addresses = Array.from({ length: count }, (_, index) => `user${index}@example.com`);
    const text = addresses.map((address) => `Email to ${address} dropped: bounced address`).join('\n');
    expect(await answers(text)).toEqual(addresses.map((address) => ['suppressed', null, null, address]));
  });

  test('an event a line: what arrived is not a failure', async () => {
    const text = [
      '{"event":"delivered","email":"a@example.com","response":"250 OK"}',
      '{"event":"bounce","email":"b@example.com","reason":"552 5.2.2 mailbox full"}',
    ].join('\n');
    expect(await answers(text)).toEqual([
      ['not-a-failure', '250', null, 'a@example.com'],
      ['mailbox-full', '552', '5.2.2', 'b@example.com'],
    ]);
  });
});

describe('should be a success', () => {
  test.each(['250 2.1.5 <user@example.com>: delivered', 'Email to user@example.com: delivered'])(
    '%s',
    async (text) => expect((await explain(text)).kind).toBe('success'),
  );
});

describe('should not be a report', () => {
  test.each([
    'Hello',
    'Hello, can we meet tomorrow at 5.30?',
    'connect to 192.5.1.1: thank you',
    'Built with tools of 5.1.1.20',
    'The version 5.1.1 of the app is out',
    'Please call me at 550-1234',
    '{"hello":"world"}',
    '{',
    '99 bottles',
  ])('%s', async (text) => {
    const { kind, recipients } = await explain(text);
    expect({ kind, recipients }).toEqual({ kind: 'not-a-report', recipients: [] });
  });
});
