import { localUsers } from '../../../../src/engine/report/readers/local-users';
import { fields, readBy, reportOf } from './report-text';

const from = (address: string) => ({ headers: fields(`From: MAILER-DAEMON@${address}`) });

describe('reads', () => {
  test('a user below a sentence, at the domain of the reporter', () => {
    const text =
      'Your mail to the following recipients could not be delivered because they are full:\n\tuser\n';
    expect(readBy(localUsers, reportOf(text, from('example.com')))).toEqual([
      {
        address: 'user@example.com',
        prose: 'Your mail to the following recipients could not be delivered because they are full:',
      },
    ]);
  });

  test('a table of users with their reasons', () => {
    const text =
      ' ---Message not delivered to the following:\n\n one    550 no match\n two    no match\n\n three';
    expect(readBy(localUsers, reportOf(text, from('mr2.its.example.edu')))).toEqual([
      { address: 'one', replyCode: '550', prose: '550 no match' },
      { address: 'two', prose: 'no match' },
    ]);
  });

  test('the address of the returned mail that begins so', () => {
    const original = fields('From: a@example.net\nTo: user@example.org');
    expect(
      readBy(localUsers, reportOf('Undeliverable to the following:\n  user (unknown)', { original })),
    ).toEqual([{ address: 'user@example.org', prose: 'unknown' }]);
  });
});

describe('does not read', () => {
  test.each([
    ['a sentence below the label', 'For the following reason:\n  the mailbox is full today'],
    ['an address', 'The following addresses failed:\n  user@example.com'],
    ['a word without margin', 'The following users failed:\nuser'],
    ['a label without a list', 'The following recipients:'],
    ['a name without a label', 'Hello\n  user'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(readBy(localUsers, reportOf(text))).toEqual([]));
});
