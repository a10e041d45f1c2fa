import { explain } from '../../../src/engine';
import { kindOfActions } from '../../../src/engine/detect/kind-of-records';
import { recordOf } from '../../../src/engine/record/record';
import { bounce, fullReport, multipart, REPORT, STATUS_PART } from '../write-mail';

const person = { 'Return-Path': '<a@example.com>', From: 'Anna <a@example.com>' };
const kind = async (mail: string) => (await explain(mail)).kind;
const withAction = (action: string) => fullReport().replace('Action: failed', `Action: ${action}`);
const part = (type: string) => `Content-Type: ${type}\n\nReporting-UA: x\n`;

describe('mails of machines', () => {
  test.each<[string, string, string]>([
    ['a report', fullReport(), 'failure'],
    ['a report without a status part', bounce(), 'failure'],
    ['a report of delay', withAction('delayed'), 'delay'],
    ['a report of delivery', withAction('delivered'), 'success'],
    ['a report of relaying', withAction('relayed'), 'success'],
    [
      'a report without an action: its status decides',
      fullReport().replace('Action: failed\n', ''),
      'failure',
    ],
    [
      'a warning in words',
      bounce(
        'Your message has been delayed. Delivery will continue to be attempted.\n<user@example.com>: 451 4.4.1 timed out',
        { Subject: 'Delayed Mail (still being retried)' },
      ),
      'delay',
    ],
    [
      'a read receipt',
      multipart(['Content-Type: text/plain\n\nRead.', part('message/disposition-notification')], person),
      'read-receipt',
    ],
    [
      'a complaint',
      multipart(['Content-Type: text/plain\n\nSpam.', part('message/feedback-report')], person),
      'feedback-report',
    ],
    [
      'an out-of-office notice',
      bounce('I am away.', {
        ...person,
        Subject: 'Automatic reply: Training',
        'Auto-Submitted': 'auto-replied',
      }),
      'auto-reply',
    ],
    [
      'an out-of-office notice by its field',
      bounce('I am away.', { ...person, Subject: 'Away', 'X-Autoreply': 'yes' }),
      'auto-reply',
    ],
  ])('%s', async (_what, mail, expected) => expect(await kind(mail)).toBe(expected));
});

describe('should not be a report', () => {
  test.each([
    ['a letter', bounce('Shall we meet?', { ...person, Subject: 'Lunch' })],
    [
      'a letter about a bounce',
      bounce('My mail to user@example.com could not be delivered, why?', {
        ...person,
        Subject: 'Undelivered Mail',
      }),
    ],
    [
      'an answer to a bounce',
      bounce('What is this?', { ...person, Subject: 'Re: Undelivered Mail Returned to Sender' }),
    ],
    [
      'a newsletter about bounces',
      bounce(
        `Why mail bounces: 550 5.1.1 user unknown.\n${'Read on. '.repeat(300)}\nMail could not be delivered.`,
        {
          ...person,
          Subject: 'Deliverability news',
          'List-Id': '<news.example.com>',
          'List-Unsubscribe': '<https://example.com>',
        },
      ),
    ],
    ['an empty mail', bounce('', { ...person, Subject: '' })],
    [
      'a machine without a word of failure',
      bounce('Backup finished.', { Subject: 'Backup', 'Auto-Submitted': 'auto-generated' }),
    ],
  ])('%s', async (_what, mail) => expect(await kind(mail)).toBe('not-a-report'));
});

test('the signals say what was seen, in the words of the mail', async () => {
  const { detection } = await explain(bounce());
  expect(detection).toContainEqual({ id: 'null-return-path', quote: '<>' });
  expect(detection).toContainEqual({ id: 'failure-subject', quote: 'Undelivered Mail Returned to Sender' });
  for (const { quote } of detection) expect((quote ?? '').length).toBeLessThanOrEqual(200);
});

test('a challenge that brings the mail along is none', async () => {
  const held =
    'Your message is being held because your address has not been verified.\nTo release your message, answer this one.';
  const mail = multipart(
    [
      `Content-Type: text/plain\n\n${held}`,
      'Content-Type: message/rfc822\n\nFrom: training@company.example\nTo: user@example.com\nSubject: x\nDate: Mon, 23 Nov 2026 09:00:00 +0000\n\nHi',
    ],
    {
      From: 'Ben <ben-confirm-1@example.com>',
      Subject: 'Please confirm your message',
      'Auto-Submitted': 'auto-replied',
    },
  );
  expect(await kind(mail)).toBe('challenge');
});

describe('pasted text', () => {
  const CHANGES =
    '## 5.1.1\n- Export (#550)\n\n## 5.1.0\n- Import\n- Groups\n- Failed logins are shown\n- Less memory';
  test.each([
    ['a short text with a code', 'It says 550 5.1.10, what is that?', 'failure'],
    [
      'a long text with a recipient and its answer',
      `Hi,\n\nsee:\n\nuser@example.com -> 550 no such user\n\nWhat now?\n\nThanks,\nAnna\nTraining`,
      'failure',
    ],
    [
      'a log that ends with a delivery',
      'Will retry in 600 seconds: a@company.example → user@example.com 451 4.7.1 later\nINFO Delivered: a@company.example → user@example.com',
      'success',
    ],
    [
      'a log that ends with a deferral',
      'to=<user@example.com>, dsn=4.4.1, status=deferred (timed out)\nto=<other@example.com>, dsn=2.0.0, status=sent (250 OK)',
      'delay',
    ],
    ['a list of changes with numbers', CHANGES, 'not-a-report'],
    [
      'a log of a web server',
      '192.0.2.7 - user@example.com [11/Mar/2026:05:50:15 +0000] "GET /reports/550 HTTP/2.0" 500 554 "-" "x"\n'.repeat(
        8,
      ),
      'not-a-report',
    ],
  ])('%s', async (_what, text, expected) => expect(await kind(text)).toBe(expected));
});

test('status fields pasted as text are a report', async () => {
  expect(await kind(STATUS_PART.split('\n\n').slice(1).join('\n\n'))).toBe('failure');
});

test('a report inside a covering letter is the one that is explained', async () => {
  const mail = multipart(
    ['Content-Type: text/plain\n\nSee below.', `Content-Type: message/rfc822\n\n${bounce(REPORT)}`],
    {
      ...person,
      Subject: 'FW',
    },
  );
  const { kind, subject, recipients } = await explain(mail);
  expect(kind).toBe('failure');
  expect(subject).toBe('Undelivered Mail Returned to Sender');
  expect(recipients.map(({ address }) => address)).toEqual(['user@example.com']);
});

test.each([
  [['failed', 'delivered', 'delayed'], 'failure'],
  [['delayed', 'delivered'], 'delay'],
  [['delivered', 'relayed', 'expanded'], 'success'],
  [[], null],
] as const)('actions %j make a %s', (actions, expected) =>
  expect(kindOfActions(actions.map((action) => recordOf({ action })))).toBe(expected),
);

test.each([
  ['5.1.1', 'failure'],
  ['4.4.1', 'delay'],
  ['2.0.0', 'success'],
  [null, null],
])('without an action, status %s makes a %s', (status, expected) =>
  expect(kindOfActions([recordOf({ status })])).toBe(expected),
);
