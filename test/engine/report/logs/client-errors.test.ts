import { clientErrors } from '../../../../src/engine/report/logs/client-errors';
import { readBy, reportOf } from '../readers/report-text';

const read = (text: string) => readBy(clientErrors, reportOf(text, { form: 'text' }));

test('reads each recipient that Python names, with its own answer', () =>
  expect(
    read(
      `smtplib.SMTPRecipientsRefused: {'a@example.com': (550, b'5.1.1 User unknown'), 'b@example.com': (452, b"4.2.2 It's full")}`,
    ),
  ).toEqual([
    { address: 'a@example.com', replyCode: '550', status: '5.1.1', diagnostic: '550 5.1.1 User unknown' },
    { address: 'b@example.com', replyCode: '452', status: '4.2.2', diagnostic: "452 4.2.2 It's full" },
  ]));

test.each([
  ['another error', 'smtplib.SMTPServerDisconnected: Connection unexpectedly closed'],
  ['a tuple of something else', "{'name': (550, b'x')}"],
  ['nothing', ''],
])('does not read %s', (_what, text) => expect(read(text)).toEqual([]));
