import { Alphabet, OTHER, SKIPPED, SPACE } from '../../../src/engine/phrases/alphabet';

const alphabet = new Alphabet(["user's", 'größe', '给']);
const kind = (character: string) => alphabet.kinds[character.charCodeAt(0)];

test.each([
  ['letters of no word', 'z', OTHER],
  ['a tab', '\t', SPACE],
  ['a wide space', '\u00a0', SPACE],
  ['a soft hyphen', '\u00ad', SKIPPED],
])('%s', (_what, character, expected) => expect(kind(character)).toBe(expected));

test.each([
  ['a capital', 'U', 'u'],
  ['a capital beyond ASCII', 'Ö', 'ö'],
  ['a curly quote', '\u2019', "'"],
])('%s is of the kind of what it stands for', (_what, one, other) => {
  expect(kind(one)).toBe(kind(other));
  expect(kind(one)).not.toBe(OTHER);
});

test('the kinds of ASCII come first, and all others share one column', () => {
  for (const letter of "users'") expect(kind(letter)).toBeLessThan(alphabet.asciiKinds);
  for (const letter of 'öß给') {
    expect(kind(letter)).toBeGreaterThanOrEqual(alphabet.asciiKinds);
    expect(alphabet.columns[letter.charCodeAt(0)]).toBe(alphabet.asciiKinds);
  }
});

test('a word is told by the kinds of its characters', () =>
  expect([...alphabet.kindsOf('USER')]).toEqual([...alphabet.kindsOf('user')]));

test.each([
  ['as it is written', 'the user is', 8, 'user', 4],
  ['over a run of blanks', 'a  b', 4, 'a b', 0],
  ['over what nobody sees', 'u\u00adser', 5, 'user', 0],
])('a word begins where it does, %s', (_how, text, end, word, start) =>
  expect(alphabet.startOf(text, end, word.length)).toBe(start),
);
