/** Events whose meaning stands in objects around a recipient, or in one word. */
import { explain } from '../../src/engine';

const explained = async (event: object) => {
  const { kind, recipients } = await explain(JSON.stringify(event));
  return [
    kind,
    ...recipients.map(({ address, action, cause, variant }) => [address, action, cause, variant]),
  ];
};
const MAIL = { source: 'training@example.org', destination: ['a@example.com'] };
const FULL = {
  notificationType: 'Bounce',
  bounce: {
    bounceType: 'Transient',
    bounceSubType: 'MailboxFull',
    bouncedRecipients: [{ emailAddress: 'a@example.com' }, { emailAddress: 'b@example.com' }],
  },
  mail: MAIL,
};
/** As a queue hands out a notification about an event. */
const queued = (event: object) => ({
  Messages: [
    { MessageId: 'q1', Body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) }) },
  ],
});
const COMPLAINT = {
  notificationType: 'Complaint',
  complaint: { complainedRecipients: [{ emailAddress: 'a@example.com' }] },
  mail: MAIL,
};

test.each<[string, object, unknown[]]>([
  [
    'what an event says around two recipients is said of both',
    FULL,
    [
      'failure',
      ['a@example.com', 'failed', 'mailbox-full', null],
      ['b@example.com', 'failed', 'mailbox-full', null],
    ],
  ],
  [
    'an event in a notification in a queue',
    queued(FULL),
    [
      'failure',
      ['a@example.com', 'failed', 'mailbox-full', null],
      ['b@example.com', 'failed', 'mailbox-full', null],
    ],
  ],
  ['a complaint in a queue', queued(COMPLAINT), ['feedback-report']],
  [
    'what was refused before it was tried',
    { eventType: 'Reject', mail: MAIL, reject: { reason: 'Bad content' } },
    ['failure', ['a@example.com', 'failed', 'malware-attachment', null]],
  ],
  [
    'a suppression after a bounce',
    { EmailAddress: 'a@example.com', Reason: 'BOUNCE', LastUpdateTime: '2026-11-20T09:00:00+00:00' },
    ['failure', ['a@example.com', 'failed', 'suppressed', 'after-bounce']],
  ],
  [
    'a suppression after a complaint',
    { EmailAddress: 'a@example.com', Reason: 'COMPLAINT', LastUpdateTime: '2026-11-20T09:00:00+00:00' },
    ['failure', ['a@example.com', 'failed', 'suppressed', 'after-complaint']],
  ],
  [
    'a refusal for an earlier bounce',
    {
      event: 'reject',
      msg: { state: 'rejected', email: 'a@example.com', reject: { reason: 'hard-bounce' } },
    },
    ['failure', ['a@example.com', 'failed', 'suppressed', 'after-bounce']],
  ],
  [
    'a hard bounce without further words',
    { event: 'hard_bounce', email: 'a@example.com' },
    ['failure', ['a@example.com', 'failed', 'recipient-unknown', null]],
  ],
  [
    'a hard bounce of another kind',
    { event: 'hard_bounce', msg: { email: 'a@example.com', bounce_description: 'invalid_domain' } },
    ['failure', ['a@example.com', 'failed', 'domain-not-found', null]],
  ],
  [
    'a complaint that is called spam',
    { event: 'spam', msg: { state: 'spam', email: 'a@example.com' } },
    ['feedback-report'],
  ],
])('%s', async (_, event, expected) => expect(await explained(event)).toEqual(expected));

test('a row that says no more than “Hard bounce” is not sent to again', async () => {
  const { recipients } = await explain('Email,Event,Date\na@example.com,Hard bounce,2026-11-20');
  expect(recipients).toMatchObject([
    { cause: 'recipient-unknown', advice: { resend: { verdict: 'after-fix' } } },
  ]);
});

test('who answers to be out of office got the mail', async () => {
  const event = {
    Type: 'AutoResponder',
    Email: 'a@example.com',
    Description: 'Auto responder for when out of office',
  };
  const { recipients } = await explain(JSON.stringify(event));
  expect(recipients).toMatchObject([{ action: 'delivered', cause: 'not-a-failure' }]);
});

test('a short export of a trace is one, without ids of its own', async () => {
  const { recipients } = await explain(
    '"MessageId","Received","SenderAddress","RecipientAddress","Subject","Status"\n' +
      '"<1@example.org>","20/11/2026 09:00:00","training@example.org","a@example.com","Training","Failed"',
  );
  expect(recipients).toMatchObject([{ variant: 'see-trace-details' }]);
});
