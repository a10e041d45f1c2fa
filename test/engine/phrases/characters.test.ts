import fc from 'fast-check';
import { normalize } from '../../../src/engine/phrases/characters';
import { PhraseFinder } from '../../../src/engine/phrases/phrase-finder';
import { runs } from '../runs';

describe('one form of writing', () => {
  test.each([
    ['User Unknown', 'user unknown'],
    ['a  b\t\r\nc', 'a b c'],
    ['a ', 'a '],
    ['a\u00a0b', 'a b'],
    ['a\u200bb\u00ad', 'ab'],
    ['couldn’t ‘so’ “so” `so´', "couldn't 'so' \"so\" 'so'"],
    ['GRÜSSE', 'grusse'],
    ['İletilemedi', 'iletilemedi'],
    ['ДОСТАВКА', 'доставка'],
    ['配信', '配信'],
    ['😀 A', '😀 a'],
    ['', ''],
  ])('%j is %j', (source, text) => expect(normalize(source)).toBe(text));
});

const anything = fc.string({ unit: 'binary' });
const spaced = fc.string({ unit: fc.constantFrom('a', 'B', 'İ', '’', ' ', '\n', '\u00a0', '\u200b', '😀') });

test('what is normalized stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(anything, spaced), (source) => {
      const text = normalize(source);
      expect(normalize(text)).toBe(text);
    }),
    runs(300),
  );
});

test('the walk over a text sees what normalizing sees: each text holds its own words', () => {
  fc.assert(
    fc.property(spaced, spaced, spaced, (before, phrase, after) => {
      const word = normalize(phrase).trim();
      fc.pre(word !== '');
      const text = before + phrase + after;
      const found = new PhraseFinder([[phrase.replaceAll('*', ''), true]]).find(text);
      expect(found.map(({ start, end }) => normalize(text.slice(start, end)).trim())).toContain(word);
    }),
    runs(300),
  );
});
