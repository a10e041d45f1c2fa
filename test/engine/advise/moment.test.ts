import { languageTags, moment } from '../../../src/engine';

const EVENING = '2026-11-14T21:17:59.000Z';

test('is written as the language does, in the reader’s own zone', () =>
  expect(moment('2026-11-20T08:30:00Z', 'en-GB')).toMatch(/^20 Nov 2026, \d\d:\d\d$/));

test.each([
  ['en', {}, 'Nov 14, 2026, 9:17 PM UTC'],
  ['de', { seconds: true }, '14.11.2026, 21:17:59 UTC'],
  ['ar', {}, '14 نوفمبر 2026 في 9:17 م UTC'],
])('in UTC its zone is named: %s', (language, options, shown) =>
  expect(moment(EVENING, language, { inUtc: true, ...options })?.replace(/[\u202f\u00a0]/g, ' ')).toBe(shown),
);

test.each([...languageTags(), 'he', 'fa'])('has no direction marks in %s', (language) =>
  expect(moment(EVENING, language, { inUtc: true })).not.toMatch(/\p{Cf}/u),
);

test.each(['nonsense', '', null])('there is none for %j', (iso) => expect(moment(iso, 'en-GB')).toBeNull());
