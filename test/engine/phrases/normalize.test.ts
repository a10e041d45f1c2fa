import fc from 'fast-check';
import { normalize, sourceWords } from '../../../src/engine/phrases/normalize';
import { runs } from '../runs';

describe('one form of writing', () => {
  test.each([
    ['User Unknown', 'user unknown'],
    ['a  b\t\r\nc', 'a b c'],
    ['  a', 'a'],
    ['a ', 'a '],
    ['a\u00a0b', 'a b'],
    ['a\u200bb', 'a b'],
    ['couldn’t ‘so’ “so” `so´', "couldn't 'so' \"so\" 'so'"],
    ['GRÜSSE', 'grüsse'],
    ['İletilemedi', 'İletilemedi'],
    ['ДОСТАВКА', 'доставка'],
    ['配信', '配信'],
    ['😀 A', '😀 a'],
    ['', ''],
    ['   ', ''],
  ])('%j is %j', (source, text) => expect(normalize(source).text).toBe(text));
});

const anything = fc.string({ unit: 'binary' });
const spaced = fc.string({ unit: fc.constantFrom('a', 'B', 'İ', '’', ' ', '\n', '\u00a0', '😀') });

test('each character leads back to the one that it was made of', () => {
  fc.assert(
    fc.property(fc.oneof(anything, spaced), (source) => {
      const { text, origin } = normalize(source);
      expect(origin[text.length]).toBe(source.length);
      for (let i = 0; i < text.length; i++) {
        const at = origin[i]!;
        expect(normalize(source[at]!).text || ' ').toBe(text[i]);
        if (i > 0) expect(at).toBeGreaterThan(origin[i - 1]!);
      }
    }),
    runs(300),
  );
});

test('what is normalized stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(anything, spaced), (source) => {
      const { text } = normalize(source);
      expect(normalize(text).text).toBe(text);
    }),
    runs(300),
  );
});

describe('the words as they stood', () => {
  test.each([
    ['550  User\n Unknown!', 'user unknown', 'User\n Unknown'],
    ['It couldn’t be', "couldn't", 'couldn’t'],
    ['  at the start', 'at', 'at'],
    ['at the end', 'end', 'end'],
  ])('of %j, found as %j', (source, found, words) => {
    const plain = normalize(source);
    const start = plain.text.indexOf(found);
    expect(sourceWords(source, plain, start, start + found.length)).toBe(words);
  });
});
