import { logLines } from '../../../../src/engine/report/logs/log-lines';
import { fields, readBy, reportOf } from '../readers/report-text';

const inText = (text: string) => readBy(logLines, reportOf(text, { form: 'text' }));
const inMail = (text: string, header = 'Auto-Submitted: auto-generated') =>
  readBy(logLines, reportOf(text, { headers: fields(header) }));

describe('reads in pasted text', () => {
  test.each<[string, string, object]>([
    ['a dropped mail', 'Email to user@example.com dropped: bounced address', {}],
    [
      'a line of a table',
      '2026-11-23 09:12:00,user@example.com,bounced,550 5.1.1 User unknown',
      { replyCode: '550', status: '5.1.1' },
    ],
    [
      'what is tried again',
      'Will retry in 600 seconds: training@company.example → user@example.com Server response: 451 4.7.1 later',
      { action: 'delayed', replyCode: '451', status: '4.7.1' },
    ],
    ['what arrived', 'INFO Delivered: training@company.example → user@example.com', {}],
  ])('%s', (_what, text, found) =>
    expect(inText(text)).toMatchObject([{ address: 'user@example.com', ...found }]),
  );

  test('one record a line', () => {
    expect(inText('a@example.com bounced\nb@example.com deferred').map(({ address }) => address)).toEqual([
      'a@example.com',
      'b@example.com',
    ]);
  });

  test('a text without records as one answer', () => {
    expect(inText('550 5.1.1\nUser unknown')).toEqual([
      { diagnostic: '550 5.1.1\nUser unknown', replyCode: '550', status: '5.1.1' },
    ]);
  });

  test('what was not delivered is not delivered', () => {
    expect(inText('user@example.com: not delivered')[0]).not.toHaveProperty('action');
  });
});

describe('reads in a mail that a machine sent', () => {
  test('its records', () => {
    expect(inMail('Report\n\na@example.com: dropped\nb@example.com: delivered\nBye')).toMatchObject([
      { address: 'a@example.com' },
      { address: 'b@example.com', action: 'delivered' },
    ]);
  });
});

describe('does not read in a mail', () => {
  test.each([
    ['that a person sent', 'a@example.com: dropped', 'Subject: x'],
    ['that answers by itself', 'a@example.com: dropped', 'Auto-Submitted: auto-replied'],
    ['without records', 'Hello a@example.com', 'Auto-Submitted: auto-generated'],
    ['that only speaks of errors', 'a@example.com had an error', 'Auto-Submitted: auto-generated'],
  ])('%s', (_what, text, header) => expect(inMail(text, header)).toEqual([]));
});
