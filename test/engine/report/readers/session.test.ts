import { quotedSession, wholeSession } from '../../../../src/engine/report/readers/session';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(quotedSession, reportOf(text));

describe('a session that a report quotes', () => {
  test.each<[string, string, object[]]>([
    [
      'command and answer',
      '... while talking to mx.example.com.:\n>>> RCPT To:<user@example.com>\n<<< 550 5.1.1 User unknown',
      [
        {
          address: 'user@example.com',
          replyCode: '550',
          status: '5.1.1',
          diagnostic: '550 5.1.1 User unknown',
          remoteMta: 'mx.example.com',
        },
      ],
    ],
    [
      'the address in the answer before the one in the command',
      '>>> RCPT To:<old@example.com>\n<<< 550 <user@example.com>... no',
      [{ address: 'user@example.com', replyCode: '550', diagnostic: '550 <user@example.com>... no' }],
    ],
    [
      'the address in the command before one that the answer only mentions',
      '>>> RCPT To:<user@example.com>\n<<< 550 refused, see old@example.com',
      [{ address: 'user@example.com', replyCode: '550', diagnostic: '550 refused, see old@example.com' }],
    ],
    [
      'an answer to DATA is about who was accepted',
      '>>> RCPT To:<user@example.com>\n>>> DATA\n<<< 554 refused',
      [{ address: 'user@example.com', replyCode: '554', diagnostic: '554 refused' }],
    ],
    [
      'an answer of several lines',
      '<<< 550-first\n<<< 550 last',
      [{ replyCode: '550', diagnostic: '550-first\n550 last' }],
    ],
    [
      'the other way of writing it',
      'Sent <<< RCPT TO:<user@example.com>\nReceived >>> 550 no',
      [{ address: 'user@example.com', replyCode: '550', diagnostic: '550 no' }],
    ],
    [
      'whom an answer to DATA was about, from the line below it',
      '>>> DATA\n<<< 550 5.7.1 refused\n554 5.0.0 <user@example.com>... Service unavailable',
      [{ address: 'user@example.com', replyCode: '550', status: '5.7.1', command: 'data' }],
    ],
  ])('%s', (_what, text, found) => expect(read(text)).toMatchObject(found));

  test.each([
    ['an answer that is no error', '>>> RCPT To:<user@example.com>\n<<< 250 OK'],
    ['a quoted letter', '>>> Hello\n>>> 550 people came'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => expect(read(text)).toEqual([]));
});

describe('a text that is a session', () => {
  const paste = (text: string) => readBy(wholeSession, reportOf(text, { form: 'text' }));
  const accepted = { replyCode: '250', status: '2.1.5' };

  test('each recipient has the answer to its own command', () =>
    expect(
      paste(
        'C: RCPT TO:<a@example.com>\nS: 250 2.1.5 Ok\nC: RCPT TO:<b@example.com>\nS: 550 5.1.1 User unknown',
      ),
    ).toMatchObject([
      { address: 'a@example.com', ...accepted },
      { address: 'b@example.com', replyCode: '550' },
    ]));

  test('the answer to the end of data is about all that were accepted', () =>
    expect(
      paste(
        'C: MAIL FROM:<s@example.org>\nS: 250 ok\nC: RCPT TO:<a@example.com>\nS: 250 ok\nC: DATA\nS: 354 go\nC: .\nS: 550 5.7.1 spam',
      ),
    ).toMatchObject([{ address: 'a@example.com', replyCode: '550', command: 'end-of-data' }]));

  test('the end of data is seen where the answer to DATA was left out', () =>
    expect(
      paste(
        't,ID,connector,1,192.0.2.1:25,>,RCPT TO:<a@example.com>,\nt,ID,connector,2,192.0.2.1:25,<,250 2.1.5 ok,\nt,ID,connector,3,192.0.2.1:25,>,.,\nt,ID,connector,4,192.0.2.1:25,<,550 5.7.1 spam,',
      ),
    ).toMatchObject([{ address: 'a@example.com', replyCode: '550', command: 'end-of-data' }]));

  test('an answer that names the sender is about the recipient of the command', () =>
    expect(
      paste(
        'C: MAIL FROM:<s@example.org>\nS: 250 ok\nC: RCPT TO:<a@example.com>\nS: 554 5.7.1 <s@example.org>: Sender address rejected',
      ),
    ).toMatchObject([{ address: 'a@example.com', replyCode: '554' }]));

  test('a server that refuses the connection says so before any recipient', () =>
    expect(paste('S: 554 Blocked\nC: QUIT\nS: 221 Bye')).toMatchObject([
      { replyCode: '554', command: 'connect' },
    ]));

  test.each(['a mail', 'an excerpt'])('%s is not read so', (what) =>
    expect(
      readBy(
        wholeSession,
        what === 'a mail'
          ? reportOf('C: RCPT TO:<a@example.com>\nS: 550 no\nC: QUIT')
          : reportOf('>>> DATA\n<<< 550 no', { form: 'text' }),
      ),
    ).toEqual([]),
  );
});
