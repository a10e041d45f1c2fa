import { isoDate } from '../../../src/engine/report/dates';

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
