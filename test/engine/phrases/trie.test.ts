import { trieOf } from '../../../src/engine/phrases/trie';

const kinds = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0));
const trie = (near: number, ...words: string[]) => trieOf(words.map(kinds), near);

/** The text that leads to each node, read back from the tree. */
function textsOf({ child, sibling, kind, byDepth }: ReturnType<typeof trieOf>): string[] {
  const texts = [''];
  for (const node of byDepth)
    for (let next = child[node] ?? 0; next !== 0; next = sibling[next] ?? 0)
      texts[next] = `${texts[node]}${String.fromCharCode(kind[next] ?? 0)}`;
  return texts;
}

describe.each([1, 2, 3, 100])('with %i nodes numbered by their depth', (near) => {
  test('every beginning of a word is one node', () =>
    expect(textsOf(trie(near, 'ab', 'abc', 'ba')).sort()).toEqual(['', 'a', 'ab', 'abc', 'b', 'ba']));

  test('a word ends at the node of its text, the same word at the same', () => {
    const words = ['ab', 'b', 'ab', 'abc'];
    const made = trie(near, ...words);
    expect([...made.endOf].map((node) => textsOf(made)[node])).toEqual(words);
  });

  test('nodes are listed by their depth', () => {
    const made = trie(near, 'abcd', 'b', 'bcd', 'xy');
    const lengths = [...made.byDepth].map((node) => textsOf(made)[node]?.length ?? -1);
    expect(lengths).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 3, 4]);
  });

  test('without words there is the root alone', () => {
    const { byDepth, child, endOf } = trie(near);
    expect([...byDepth]).toEqual([0]);
    expect([...child]).toEqual([0]);
    expect([...endOf]).toEqual([]);
  });
});

test('behind those numbered by depth, a word goes on with the next number', () => {
  const made = trie(3, 'abcdef', 'xyz');
  const texts = textsOf(made);
  expect(texts.slice(0, 3).map((text) => text.length)).toEqual([0, 1, 1]);
  for (const [shorter, longer] of [
    ['ab', 'abc'],
    ['abc', 'abcd'],
    ['abcd', 'abcde'],
    ['xy', 'xyz'],
  ] as const)
    expect(texts.indexOf(longer)).toBe(texts.indexOf(shorter) + 1);
});
