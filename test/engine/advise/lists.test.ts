import { listOf } from '../../../src/engine';

test.each([
  ['en', ['a'], 'a'],
  ['en', ['a', 'b'], 'a and b'],
  ['en', ['a', 'b', 'c'], 'a, b, and c'],
  ['de', ['a', 'b', 'c'], 'a, b und c'],
  ['tr', ['a', 'b', 'c'], 'a, b ve c'],
  ['en', [], ''],
])('in %s, %j are joined to %j', (language, items, joined) => expect(listOf(items, language)).toBe(joined));

test('in a language written from the right each item keeps its own order', () =>
  expect(listOf(['a', 'b'], 'ar')).toBe('\u2068a\u2069 و\u2068b\u2069'));
