import { announced } from '../../../../src/engine/report/readers/announced';
import { readBy, reportOf } from './report-text';

const read = (text: string) => readBy(announced, reportOf(text));

describe('reads', () => {
  test.each([
    ['on the line below', 'The response was:\n\n550 5.1.1 No such user', '550 5.1.1 No such user'],
    ['behind the colon', 'The reason was: 550 5.1.1 No such user', '550 5.1.1 No such user'],
    ['over several lines', 'The response was:\n550 5.1.1\nNo such user\n\nHelp', '550 5.1.1 No such user'],
    [
      'in the words of another server',
      'Technical details of permanent failure:\nThe error that the other server returned was: 550 550 5.1.1 No such user (state 14).',
      '550 5.1.1 No such user',
    ],
    [
      'behind two dashes',
      'Additional information follows :\n\n-- 550 5.1.1 No such user',
      '550 5.1.1 No such user',
    ],
    [
      'the last of two',
      'Reason: it failed\n\nThe response was:\n550 5.1.1 No such user',
      '550 5.1.1 No such user',
    ],
  ])('an answer %s', (_what, text, diagnostic) =>
    expect(read(text)).toEqual([{ diagnostic, replyCode: '550', status: '5.1.1' }]),
  );

  test('a reason in words', () => {
    expect(read('for the following reason:\n\nThe mailbox is full.')).toEqual([
      { diagnostic: 'The mailbox is full.' },
    ]);
  });
});

describe('does not read', () => {
  test.each([
    ['an announcement of nothing', 'The response was:'],
    ['a response without a colon', 'The response was quick.'],
    ['an answer that nobody announced', '550 5.1.1 No such user'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
