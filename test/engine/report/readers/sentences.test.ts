import { sentences } from '../../../../src/engine/report/readers/sentences';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(sentences, reportOf(text)).map(({ address }) => address);

describe('reads', () => {
  test.each([
    'Unable to deliver message to: <user@example.com>',
    'undeliverable to user@example.com',
    'Recipient: <user@example.com>',
    'RCPT TO: user@example.com',
    'There was an error delivering your mail to <user@example.com>.',
    'Could not be delivered to: user@example.com',
    "Your message wasn't delivered to user@example.com because the address is wrong.",
    'The following address failed:\nuser@example.com',
  ])('%s', (text) => expect(read(text)).toEqual(['user@example.com']));

  test('the code in the paragraph below', () => {
    const found = readBy(
      sentences,
      reportOf('Could not be delivered to: user@example.com\n\n550 5.1.1 no\n\n552 other'),
    );
    expect(found).toMatchObject([
      {
        address: 'user@example.com',
        replyCode: '550',
        status: '5.1.1',
        prose: 'Could not be delivered to: user@example.com\n550 5.1.1 no',
      },
    ]);
  });
});

describe('does not read', () => {
  test.each([
    'Please contact postmaster@example.com',
    'For help, write to support@example.com',
    'If you have questions, send an e-mail to help@example.com',
    'MAIL FROM: training@company.example',
    'See you at cafe@example.com',
    'No address at all',
    '',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});
