import { alternatives, wholeWords } from '../../../src/engine/words/whole-words';

test.each<[string, string[], string, boolean]>([
  ['a word stands alone', ['bounced'], 'it bounced.', true],
  ['a word may stand behind a dot', ['bounced'], 'email.bounced', true],
  ['a piece of a word is none', ['bounced'], 'rebounced', false],
  ['the beginning of a word is none', ['bounce'], 'bounced', false],
  ['case does not count', ['Held'], 'HELD', true],
  ['a sign may stand beside a letter', ['status='], 'status=sent', true],
  ['scripts that part no words', ['拒绝'], '邮件被拒绝了', true],
  ['blanks are any white space', ['not found'], 'not\n found', true],
  ['the other words of a list, too', ['held', 'status=', '拒绝', '[x]'], 'seen [x] here', true],
  ['none of them', ['held', 'status=', '拒绝', '[x]'], 'upheld statuses', false],
])('whole words: %s', (_what, words, text, expected) => expect(wholeWords(words).test(text)).toBe(expected));

test('of two words that begin alike, the longer one', () =>
  expect(wholeWords(['try', 'try again']).exec('please try again')?.[0]).toBe('try again'));

test('a star stands for a few characters, also at the beginning', () => {
  const pattern = (words: string[]) => new RegExp(`^(?:${alternatives(words)})$`, 'iu');
  expect(pattern(['your * address']).test('your mail address')).toBe(true);
  expect(pattern(['* list', 'group']).test('the mailing list')).toBe(true);
  expect(pattern(['a-b', 'c^d', ']e']).test(']e')).toBe(true);
});

test.each<[string, string[], string, string]>([
  ['of words that begin alike, each', ['message to', 'message', 'mail'], 'a mail', 'mail'],
  [
    'the longest that stands there',
    ['message', 'message to', 'message to all'],
    'message to me',
    'message to',
  ],
  ['words that part inside a blank', ['not found', 'not known'], 'not  known', 'not  known'],
  ['words that begin alike but for their case', ['SMTP error', 'smtp'], 'smtp', 'smtp'],
  ['words that part at a gap', ['deliver*to', 'delivery'], 'deliver it to', 'deliver it to'],
])('alternatives: %s', (_what, words, text, found) =>
  expect(new RegExp(alternatives(words), 'iu').exec(text)?.[0]).toBe(found),
);

test('a star in whole words is a star', () => {
  expect(wholeWords(['a*b', 'a*c']).test('a*c')).toBe(true);
  expect(wholeWords(['a*b', 'a*c']).test('a c')).toBe(false);
});
