import {
  isConfiguration,
  isDiscussion,
  isLetter,
  isListOfCodes,
  isListOfPoints,
  isProgram,
  isQuestionOfCodes,
  isRule,
  isStatistic,
} from '../../../src/engine/detect/text-shapes';

const lines = (text: string) => text.split('\n');

describe('a list of codes', () => {
  test.each([
    ['three answers', '550 no such user\n552 mailbox full\n554 refused'],
    ['one that names an example', '- 550 5.1.1 <user@example.com> unknown\n- 552 5.2.2 full\n- 554 5.7.1 no'],
    ['a count of codes', '11 x 5.1.1 user unknown, 4 x 5.2.2 mailbox full, 2 x 5.7.1 refused'],
  ])('%s', (_what, text) => expect(isListOfCodes(lines(text))).toBe(true));

  test('answers that name a recipient each are none', () =>
    expect(
      isListOfCodes(
        lines(
          '550 5.1.1 <a@example.com> unknown\n552 5.2.2 <b@example.com> full\n554 5.7.1 <c@example.com> no',
        ),
      ),
    ).toBe(false));
});

test('what a rule will do', () => {
  expect(isRule(["If from outside, reject the message with the explanation 'no'"])).toBe(true);
  expect(isRule(['550 5.7.1 rejected by a rule'])).toBe(false);
});

test('two answers quoted inside a sentence are a discussion, one is not', () => {
  const one = 'servers answer "550 5.1.1 unknown" when they dislike it';
  expect(isDiscussion([`${one}, others write "552 5.2.2 full".`])).toBe(true);
  expect(isDiscussion([one])).toBe(false);
});

test('counts are a statistic', () => {
  expect(isStatistic(lines('10 received\n8 delivered\n1 bounced\n1 rejected'))).toBe(true);
  expect(isStatistic(lines('sent 1,284  opened 604\nbounced 21  lost 3\nrate 1.6 %   spam 0.1 %'))).toBe(
    true,
  );
  expect(isStatistic(lines('550 User unknown'))).toBe(false);
  expect(isStatistic(lines('552 5.2.2 full: used 2048 of 2000, 102 %'))).toBe(false);
});

test.each([
  ['a question about two codes', isQuestionOfCodes, 'what is the difference between a 550 and a 554?', true],
  ['a question about one', isQuestionOfCodes, 'why do we get a 550 since Monday?', false],
  ['a question about somebody', isQuestionOfCodes, 'a 550 and a 554 for user@example.com?', false],
  ['a program', isProgram, 'try:\n    send(mail)\nexcept Refused as e:\n    raise', true],
  ['an error of a program', isProgram, 'Refused: 550 5.1.1 no\n    raise Refused(code)', false],
  ['a list of points', isListOfPoints, 'Changes\n* bounces are grouped\n* full ones, too\n* no crash', true],
  ['an answer and what may be wrong', isListOfPoints, '550 no\n* unknown\nor\n* full', false],
  ['braces with settings', isConfiguration, 'actions { reject = 15; greylist = 4; }', true],
  ['a letter that goes on behind its greeting', isLetter, 'Hello Ana, is my mail in your spam?', true],
  ['a greeting with an address', isLetter, 'Hello, user@example.com was refused', false],
])('shape of a text: %s', (_what, shape, text, expected) => expect(shape(lines(text))).toBe(expected));
