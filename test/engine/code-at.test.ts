import { codeAt } from '../../src/engine/code-at';

test.each([
  ['a letter', 'abc', 1, 98],
  ['half of a pair', '🎉', 1, 0xdf89],
  ['beyond the end', 'abc', 3, NaN],
  ['before the start', 'abc', -1, NaN],
])('the code at a place: %s', (_what, text, at, code) => expect(codeAt(text, at)).toBe(code));
