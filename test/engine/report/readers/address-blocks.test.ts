import { addressBlocks } from '../../../../src/engine/report/readers/address-blocks';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(addressBlocks, reportOf(text));

describe('reads', () => {
  test.each<[string, string, object]>([
    [
      'Postfix',
      '<user@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1\n    User unknown (in reply to RCPT TO command)',
      {
        replyCode: '550',
        status: '5.1.1',
        remoteMta: 'mx.example.com',
        diagnostic:
          'host mx.example.com[192.0.2.1] said: 550 5.1.1\nUser unknown (in reply to RCPT TO command)',
      },
    ],
    [
      'Exim',
      '  user@example.com\n    host mx.example.com [192.0.2.1]: 550 No such user',
      { replyCode: '550', remoteMta: 'mx.example.com' },
    ],
    [
      'qmail',
      '<user@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 no',
      { replyCode: '550' },
    ],
    [
      'GMX',
      '"user@example.com":\n\nSMTP error from remote server after RCPT command:\n550 no',
      { replyCode: '550' },
    ],
    ['a list', '* user@example.com: mailbox full', { diagnostic: 'mailbox full' }],
    [
      "SendGrid's relay",
      'user:000000:<user@example.com> : 192.0.2.1 : mx.example.com:[192.0.2.9] : 550 5.1.1 no',
      { replyCode: '550', status: '5.1.1' },
    ],
    [
      'an answer that names the recipient on its second line',
      '<user@example.com>: host mx.example.com said: 550 5.1.1\n<user@example.com>... no',
      { diagnostic: 'host mx.example.com said: 550 5.1.1\n<user@example.com>... no' },
    ],
    [
      'an answer that names the sender on its second line',
      '<user@example.com>: host mx.example.com said: 550 refused\n    a@example.org may not send',
      { diagnostic: 'host mx.example.com said: 550 refused\na@example.org may not send' },
    ],
    ['an address and no more', 'user@example.com', {}],
  ])('%s', (_what, text, found) =>
    expect(read(text)).toMatchObject([{ address: 'user@example.com', ...found }]),
  );

  test('a local user without a domain', () => {
    expect(read('<jo>: unknown user')).toMatchObject([{ address: 'jo', diagnostic: 'unknown user' }]);
  });

  test('one block an address', () => {
    expect(read('<a@example.com>: no\n<b@example.com>: full')).toEqual([
      { address: 'a@example.com', diagnostic: 'no' },
      { address: 'b@example.com', diagnostic: 'full' },
    ]);
  });

  test.each([
    ['below one another', 'a@example.com\nb@example.com\nThe mailbox is full.'],
    ['with a line between them and the reason', 'a@example.com\nb@example.com\n\nThe mailbox is full.'],
    ['in one line', 'a@example.com, <b@example.com>\nThe mailbox is full.'],
    ['with a label above the reason', 'a@example.com\nb@example.com\n\nbecause:\n\nThe mailbox is full.'],
  ])('addresses %s share the reason behind the last', (_what, text) => {
    const found = read(text);
    expect(found.map(({ address }) => address)).toEqual(['a@example.com', 'b@example.com']);
    for (const { diagnostic } of found) expect(diagnostic).toMatch(/^(because:\n)?The mailbox is full\.$/);
  });

  test('addresses that stand apart share nothing', () => {
    expect(read('a@example.com\n\nb@example.com\nThe mailbox is full.')).toEqual([
      { address: 'a@example.com' },
      { address: 'b@example.com', diagnostic: 'The mailbox is full.' },
    ]);
  });

  test('a block up to the empty line below it', () => {
    expect(read('<a@example.com>: no\n\n550 somebody else')).toEqual([
      { address: 'a@example.com', diagnostic: 'no' },
    ]);
  });
});

describe('does not read', () => {
  test.each([
    ['an address inside a sentence', 'Your mail to user@example.com failed.'],
    ['a line without an address', 'host mx.example.com said: 550 no'],
    ['the sender', 'A message sent by\n\n  <user@example.com>'],
    ['an example', 'Try another form, e.g., if\nuser@example.com fails'],
    ['an element', '<br>hello'],
    ['a very long line', `user@example.com ${'x'.repeat(3000)}`],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
