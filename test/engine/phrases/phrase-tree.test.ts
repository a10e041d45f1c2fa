import { plainText } from '../../../src/engine/phrases/characters';
import { PhraseTree } from '../../../src/engine/phrases/phrase-tree';

function walk(phrases: string[], text: string): [string, number, number][] {
  const found: [string, number, number][] = [];
  const tree = new PhraseTree<string, string>((phrase, known) => known.set(phrase, phrase));
  for (const phrase of phrases) tree.add(phrase, phrase);
  tree.walk(plainText(text), (...one) => found.push(one));
  return found;
}

test.each<[string, string[], string, string[]]>([
  ['of one character', ['<'], 'a < b', ['<']],
  ['of two and of three', ['ip', 'dns', '退信'], 'ip dns 系统退信', ['ip', 'dns', '退信']],
  ['of two that go on as three', ['ab', 'abc'], 'abc', ['ab', 'abc']],
  ['of four that go on', ['user', 'users', 'user unknown'], 'users', ['user', 'users']],
  [
    'of eight that go on',
    ['userless', 'userless mailbox'],
    'userless mailboxes',
    ['userless', 'userless mailbox'],
  ],
  ['that part behind eight', ['user is unknown', 'user is gone'], 'user is gone', ['user is gone']],
  ['that part at each depth', ['aaaa', 'aaab', 'aabb', 'abbb'], 'aaab abbb', ['aaab', 'abbb']],
  ['at the very end', ['abcd'], 'xabcd', ['abcd']],
  ['cut off', ['abcde'], 'xabcd', []],
])('finds phrases %s', (_what, phrases, text, found) =>
  expect(walk(phrases, text).map(([phrase]) => phrase)).toEqual(found),
);

test('tells places in plain characters', () => expect(walk(['b c'], 'a \t B\n\nC')).toEqual([['b c', 2, 5]]));

test('tells what ends before another phrase begins before that phrase', () =>
  expect(walk(['<', 'no mailbox', 'at'], 'no mailbox at <').map(([phrase]) => phrase)).toEqual([
    'no mailbox',
    'at',
    '<',
  ]));

test('characters beyond ASCII with the same key are told apart', () => {
  // Of the first, the last byte counts: 0x62, as of `b`.
  const [one, other] = ['\u4e62a', 'ba'] as const;
  expect(walk([one], other)).toEqual([]);
});

test('finds what is added while it is walked, further on', () => {
  const tree = new PhraseTree<string, string>((phrase, known) => known.set(phrase, phrase));
  tree.add('mailbox of', 'mailbox of');
  const found: string[] = [];
  tree.walk(plainText('is full: mailbox of user is full, mailbox of another is gone'), (phrase, at) => {
    found.push(`${phrase} ${at}`);
    if (phrase === 'mailbox of') for (const next of ['is full', 'mailbox of another']) tree.add(next, next);
  });
  expect(found).toEqual(['mailbox of 9', 'is full 25', 'mailbox of 34', 'mailbox of another 34']);
});
