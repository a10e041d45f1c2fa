import fc from 'fast-check';
import { isoDate } from '../../../src/engine/report/dates';
import { runs } from '../runs';

describe('should be a moment', () => {
  test.each([
    ['Mon, 23 Nov 2026 09:00:00 +0000', '2026-11-23T09:00:00.000Z'],
    ['Mon, 23 Nov 2026 09:00:00 +0100 (CET)', '2026-11-23T08:00:00.000Z'],
    ['Mon, 23 Nov 2026 09:00:00 -0000', '2026-11-23T09:00:00.000Z'],
    ['23 Nov 2026 09:00:00 GMT', '2026-11-23T09:00:00.000Z'],
    ['Mon, 23 Nov 2026 22:30 +0530', '2026-11-23T17:00:00.000Z'],
    ['  Mon,  23 Nov 2026 09:00:00 +0000 ', '2026-11-23T09:00:00.000Z'],
  ])('%s', (value, iso) => expect(isoDate(value)).toBe(iso));
});

describe('should be none', () => {
  test.each([
    ['nothing', null],
    ['an empty field', ''],
    ['a word', 'yesterday'],
    ['a day that no month has', 'Mon, 99 Nov 2026 09:00:00 +0000'],
    ['a sentence that ends with a number', 'not before 5'],
    ['a hostile field', '('.repeat(100_000)],
  ])('%s', (_what, value) => expect(isoDate(value)).toBeNull());
});

test('the usual form is read as the platform reads it', () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  const month = fc.constantFrom(...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Foo'.split(' '));
  const date = fc
    .tuple(two(33), month, fc.integer({ min: 1970, max: 2100 }), two(25), two(61), two(61), two(25), two(61))
    .map(
      ([day, name, year, hour, minute, second, zone, more]) =>
        `${day} ${name} ${year} ${hour}:${minute}:${second} -${zone}${more}`,
    );
  fc.assert(
    fc.property(date, (value) => {
      const time = Date.parse(value);
      expect(isoDate(value)).toBe(Number.isNaN(time) ? null : new Date(time).toISOString());
    }),
    runs(2000),
  );
});
