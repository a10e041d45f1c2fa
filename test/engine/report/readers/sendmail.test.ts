import { sendmail } from '../../../../src/engine/report/readers/sendmail';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(sendmail, reportOf(text));
const HEAD = '   ----- Transcript of session follows -----';

describe('reads', () => {
  test.each<[string, string, object[]]>([
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
      ],
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
  ])('%s', (_what, text, found) => expect(read(text)).toMatchObject(found));
});

describe('does not read', () => {
  test.each([
    ['a line without an address and without a heading', '554 5.3.0 failed'],
    ['prose', 'We could not deliver to user@example.com.'],
    ['a quoted letter', '>>> Hello\n>>> 550 people came'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
