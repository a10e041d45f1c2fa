import {
  dateFormat,
  listFormat,
  numberFormat,
  pluralRules,
  scriptOf,
} from '../../../src/engine/advise/formats';

describe('a format', () => {
  test.each([
    ['of numbers', numberFormat],
    ['of dates', dateFormat],
    ['of lists', listFormat],
    ['of plurals', pluralRules],
  ])('%s is made once for each language', (_of, format) => {
    expect(format('de')).toBe(format('de'));
    expect(format('de')).not.toBe(format('ar'));
    expect(format('de').resolvedOptions().locale).toBe('de');
  });

  test('of other options is another', () => {
    expect(numberFormat('de', { style: 'percent' }).format(0.5)).toBe('50\u00a0%');
    expect(numberFormat('de').format(0.5)).toBe('0,5');
    expect(dateFormat('de', { timeZone: 'UTC', year: 'numeric' }).format(0)).toBe('1970');
  });
});

test('a language has a script', () => {
  expect(['de', 'ar-EG', 'sr-Latn', 'qaa'].map(scriptOf)).toEqual(['Latn', 'Arab', 'Latn', null]);
  expect(() => scriptOf('no tag')).toThrow(RangeError);
});
