import { serverLines } from '../../../../src/engine/report/logs/server-lines';
import { readBy, reportOf } from '../readers/report-text';

const read = (...lines: string[]) => readBy(serverLines, reportOf(lines.join('\n'), { form: 'text' }));
const EXIM = '2026-11-23 10:51:22 1s6nPk-0004Xq-2M';

describe('reads', () => {
  test.each<[string, string[], object]>([
    [
      'a line of Postfix',
      [
        'postfix/smtp[71]: 4F1A2: to=<user@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=2.1, dsn=5.1.1, status=bounced (host mx.example.com said: 550 5.1.1 User unknown (in reply to RCPT TO))',
      ],
      {
        action: 'failed',
        replyCode: '550',
        status: '5.1.1',
        remoteMta: 'mx.example.com',
        diagnostic: 'host mx.example.com said: 550 5.1.1 User unknown (in reply to RCPT TO)',
      },
    ],
    [
      'a status that only dsn= tells',
      ['to=<user@example.com>, dsn=4.4.1, status=deferred (timed out)'],
      { action: 'delayed', status: '4.4.1', diagnostic: 'timed out' },
    ],
    [
      'the recipient, not the sender',
      ['from=<training@company.example> to=<user@example.com> status=bounced (no)'],
      { diagnostic: 'no' },
    ],
    ['what arrived', ['to=<user@example.com>, status=sent (250 OK)'], { action: 'delivered' }],
    [
      'what Postfix refused itself',
      [
        'NOQUEUE: reject: RCPT from out.example.org[203.0.113.41]: 550 5.1.1 <user@example.com>: Recipient address rejected; from=<training@company.example> to=<user@example.com> proto=ESMTP',
      ],
      { action: 'failed', replyCode: '550', status: '5.1.1' },
    ],
    [
      'a line of Sendmail',
      [
        '44E: to=<user@example.com>, delay=00:00:03, relay=mx.example.com. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection refused',
      ],
      {
        action: 'delayed',
        status: '4.0.0',
        remoteMta: 'mx.example.com',
        diagnostic: 'Deferred: Connection refused',
      },
    ],
    [
      'the answer that Sendmail got',
      ['44E: to=<user@example.com>, dsn=5.7.1, reply=550 5.7.1 No such files, stat=Service unavailable'],
      { action: 'failed', replyCode: '550', status: '5.7.1' },
    ],
    [
      'a refusal in a line of Exim',
      [
        `${EXIM} ** user@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] CV=yes: SMTP error from remote mail server after RCPT TO:<user@example.com>: 550 relay not permitted`,
      ],
      { action: 'failed', replyCode: '550' },
    ],
    [
      'what Exim could not route',
      [`${EXIM} ** user@example.com: Unrouteable address`],
      { diagnostic: 'Unrouteable address' },
    ],
    [
      'what Exim tries again',
      [`${EXIM} == user@example.com R=dnslookup T=remote_smtp defer (-53): retry time not reached`],
      { action: 'delayed', diagnostic: 'retry time not reached' },
    ],
    [
      'what Exim delivered',
      [`${EXIM} => user@example.com R=dnslookup T=remote_smtp C="250 OK"`],
      { action: 'delivered' },
    ],
    [
      'what Exim could not store in a mailbox of its own',
      [`${EXIM} ** user <user@example.com> R=localuser T=local_delivery: mailbox is full`],
      { action: 'failed', diagnostic: 'mailbox is full' },
    ],
    [
      'what Exim put into a file',
      [`${EXIM} => /home/user/Maildir/ <user@example.com> R=localuser T=maildir`],
      { action: 'delivered' },
    ],
    [
      'OpenSMTPD',
      [
        'mta delivery evpid=5 from=<training@company.example> to=<user@example.com> rcpt=<-> delay=2s result="TempFail" stat="421 4.7.0 Later"',
      ],
      { action: 'delayed', replyCode: '421', status: '4.7.0' },
    ],
    [
      'the two lines of qmail',
      [
        'starting delivery 7: msg 1048612 to remote user@example.com',
        'delivery 7: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_no/',
      ],
      { action: 'failed', replyCode: '550', status: '5.1.1' },
    ],
  ])('%s', (_what, lines, found) =>
    expect(read(...lines)).toMatchObject([{ address: 'user@example.com', ...found }]),
  );
});

test.each([
  ['in brackets', '<a@example.com>,<b@example.com>'],
  ['bare', 'a@example.com,b@example.com'],
])('a line of Sendmail about several, %s', (_how, to) =>
  expect(
    read(
      `sendmail[104]: 4AK90001012342: to=${to}, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [192.0.2.2], dsn=5.1.1, stat=User unknown`,
    ),
  ).toMatchObject(
    ['a@example.com', 'b@example.com'].map((address) => ({
      address,
      action: 'failed',
      status: '5.1.1',
      messageKey: '4AK90001012342',
    })),
  ),
);

describe('does not read', () => {
  test.each([
    ['a sender', 'qmgr[8]: 4F1A2: from=<training@company.example>, size=18822, nrcpt=3 (queue active)'],
    ['what Exim received', `${EXIM} <= training@company.example H=app [192.0.2.1] S=17341`],
    ['a line without an end', `to=<${'a'.repeat(9000)}>, status=bounced (no)`],
    ['prose', 'The mail to user@example.com bounced, status=unknown.'],
  ])('%s', (_what, line) => expect(read(line)).toEqual([]));

  test('a mail', () =>
    expect(readBy(serverLines, reportOf('to=<user@example.com>, status=bounced (no)'))).toEqual([]));
});

test('an answer of Sendmail on a line of its own, above or below', () => {
  const state =
    'sm-mta[31022]: 66E2AkXt031019: to=<user@example.com>, relay=mx.example.com., dsn=5.0.0, stat=Service unavailable';
  const answer = 'sm-mta[31022]: 66E2AkXt031019: 554 5.7.1 we do not take mail from your network';
  const other = 'sm-mta[31022]: 66E2AkXt999999: 552 5.2.2 full';
  for (const log of [
    [state, answer, other],
    [answer, other, state],
  ])
    expect(read(...log)).toMatchObject([{ address: 'user@example.com', replyCode: '554', status: '5.7.1' }]);
});

test('the start of a delivery of qmail below its end', () =>
  expect(
    read(
      '@400000006 delivery 9: failure: 192.0.2.1_said:_550_5.1.1_no/',
      '@400000007 starting delivery 9: msg 5 to remote user@example.com',
    ),
  ).toMatchObject([{ address: 'user@example.com', action: 'failed', status: '5.1.1' }]));

test.each([
  [
    'whole',
    '(host mx said: 554-mx.example.com (eu1) no 554 Bad DNS PTR)',
    'host mx said: 554-mx.example.com (eu1) no 554 Bad DNS PTR',
  ],
  [
    'cut off',
    '(host mx said: 554-mx.example.com (eu1) no 554 Bad DNS',
    'host mx said: 554-mx.example.com (eu1) no 554 Bad DNS',
  ],
])('what a server said, the line %s', (_what, end, diagnostic) =>
  expect(read(`to=<user@example.com>, dsn=4.0.0, status=deferred ${end}`)).toMatchObject([{ diagnostic }]),
);
