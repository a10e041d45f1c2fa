import { explain } from '../../../src/engine';

/** A delay as Postfix frames it, with the words under test in its report. */
const delay = (said: string, fields = '', original = '') =>
  `From: MAILER-DAEMON@mx.company.example
To: training@company.example
Subject: Delayed Mail (still being retried)
Date: Fri, 20 Nov 2026 08:00:00 +0000
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

${said}

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.company.example

Final-Recipient: rfc822; jo@example.org
Action: delayed
Status: 4.4.1
Diagnostic-Code: smtp; 451 4.4.1 mx.example.org: Connection timed out
${fields}
--b
Content-Type: text/rfc822-headers

From: training@company.example
Subject: Security training
${original}
--b--
`.replace(/\n/g, '\r\n');

const resend = async (...parts: Parameters<typeof delay>) => {
  const { kind, recipients } = await explain(delay(...parts));
  expect(kind).toBe('delay');
  return recipients[0]!.advice.resend;
};

test.each([
  [
    'the field of RFC 3464',
    'Delivery is late.',
    'Will-Retry-Until: Wed, 25 Nov 2026 08:00:00 +0000',
    '',
    '2026-11-25T08:00:00.000Z',
  ],
  [
    'Exchange',
    'The server will keep trying to deliver this message for the next 1 days, 19 hours and 56 minutes. You will be notified.',
    '',
    '',
    '2026-11-22T03:56:00.000Z',
  ],
  [
    'Gmail',
    'Gmail will retry for 45 more hours. You will be notified if the delivery fails permanently.',
    '',
    '',
    '2026-11-22T05:00:00.000Z',
  ],
  [
    'Postfix',
    'Your message could not be delivered for more than 4 hour(s). It will be retried until it is 5 day(s) old.',
    '',
    '',
    '2026-11-25T04:00:00.000Z',
  ],
  [
    'Postfix, where the mail has a date',
    'It will be retried until it is 5 day(s) old.',
    '',
    'Date: Thu, 19 Nov 2026 20:00:00 +0000',
    '2026-11-24T20:00:00.000Z',
  ],
  [
    'Sendmail',
    'Warning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old',
    '',
    '',
    '2026-11-25T04:00:00.000Z',
  ],
])('reads %s', async (_what, said, fields, original, until) => {
  expect(await resend(said, fields, original)).toMatchObject({ verdict: 'not-needed', tryingUntil: until });
});

test.each([
  ['nothing', 'Delivery is late.', ''],
  ['no date', 'Delivery is late.', 'Will-Retry-Until: soon'],
  [
    'a length that nobody waits for',
    'The server will keep trying to deliver this message for the next 900 days.',
    '',
  ],
  ['an age without a beginning', 'It will be retried until it is 5 days old.', ''],
])('does not make one up from %s', async (_what, said, fields) => {
  expect((await resend(said, fields)).tryingUntil).toBeNull();
});

test('a server that has given up tries no more', async () => {
  const { recipients } = await explain(
    '550 5.1.1 <jo@example.org>: User unknown. We will keep trying for 2 days.',
  );
  expect(recipients[0]!.advice.resend.tryingUntil).toBeNull();
});
