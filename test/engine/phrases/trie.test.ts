import { trieOf } from '../../../src/engine/phrases/trie';

const kinds = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0));
const trie = (...words: string[]) => trieOf(words.map(kinds));

/** The text that leads to each node, read back from the tree. */
function textsOf({ firstChild, lastKind }: ReturnType<typeof trieOf>): string[] {
  const texts = [''];
  for (let node = 0; node < lastKind.length; node++)
    for (let child = firstChild[node] ?? 0; child < (firstChild[node + 1] ?? 0); child++)
      texts[child] = `${texts[node]}${String.fromCharCode(lastKind[child] ?? 0)}`;
  return texts;
}

test('every beginning of a word is one node', () =>
  expect(textsOf(trie('ab', 'abc', 'ba')).sort()).toEqual(['', 'a', 'ab', 'abc', 'b', 'ba']));

test('nodes are numbered by their depth', () => {
  const lengths = textsOf(trie('abcd', 'b', 'bcd', 'xy')).map(({ length }) => length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
});

test('a word ends at the node of its text, the same word at the same', () => {
  const words = ['ab', 'b', 'ab', 'abc'];
  const made = trie(...words);
  expect([...made.endOf].map((node) => textsOf(made)[node])).toEqual(words);
});

test('without words there is the root alone', () =>
  expect(trie()).toEqual({
    firstChild: Int32Array.of(1, 1),
    lastKind: Uint16Array.of(0),
    endOf: new Int32Array(0),
  }));
