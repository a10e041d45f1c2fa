import { transcript } from '../../../../src/engine/report/readers/transcript';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(transcript, reportOf(text));
const HEAD = '   ----- Transcript of session follows -----';

describe('reads', () => {
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
      'no address for an answer to another command',
      '>>> RCPT To:<user@example.com>\n>>> DATA\n<<< 554 refused',
      [{ replyCode: '554', diagnostic: '554 refused' }],
    ],
    [
      "sendmail's own reason",
      '<user@example.com>\n    (reason: 550 5.7.1 refused)',
      [{ address: 'user@example.com', replyCode: '550', status: '5.7.1', diagnostic: '550 5.7.1 refused' }],
    ],
    [
      'a reason that was cut, whole from the transcript',
      '<user@example.com>\n    (reason: 550 5.7.1 refused because of th...e end)\n<<< 550 5.7.1 refused because of this and the end',
      [
        {
          address: 'user@example.com',
          replyCode: '550',
          status: '5.7.1',
          diagnostic: '550 5.7.1 refused because of this and the end',
        },
        { replyCode: '550', status: '5.7.1', diagnostic: '550 5.7.1 refused because of this and the end' },
      ],
    ],
    [
      'an answer of several lines',
      '<<< 550-first\n<<< 550 last',
      [{ replyCode: '550', diagnostic: '550-first\n550 last' }],
    ],
    [
      "Sendmail's own line",
      '550 5.1.1 <user@example.com>... User unknown',
      [
        {
          address: 'user@example.com',
          replyCode: '550',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <user@example.com>... User unknown',
        },
      ],
    ],
    [
      'a line without an address, below the heading',
      `${HEAD}\n554 5.3.0 failed`,
      [{ replyCode: '554', status: '5.3.0', diagnostic: '554 5.3.0 failed' }],
    ],
    [
      'the other way of writing it',
      'Sent <<< RCPT TO:<user@example.com>\nReceived >>> 550 no',
      [{ address: 'user@example.com', replyCode: '550', diagnostic: '550 no' }],
    ],
  ])('%s', (_what, text, found) => expect(read(text)).toMatchObject(found));
});

describe('does not read', () => {
  test.each([
    ['an answer that is no error', '>>> RCPT To:<user@example.com>\n<<< 250 OK'],
    ['a line without an address and without a heading', '554 5.3.0 failed'],
    ['prose', 'We could not deliver to user@example.com.'],
    ['a quoted letter', '>>> Hello\n>>> 550 people came'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
