import type { Clock } from '../../../src/outlook/graph/clock';
import { MAX_TRIES, waitBeforeRetry } from '../../../src/outlook/graph/retry';

const clock = (random: number): Clock => ({
  now: () => Date.parse('2026-11-26T10:00:00Z'),
  random: () => random,
  wait: () => Promise.resolve(),
});

test.each([
  ['seconds', '17', 17_000],
  ['a date', 'Thu, 26 Nov 2026 10:00:30 GMT', 30_000],
  ['a date that has passed', 'Thu, 26 Nov 2026 09:00:00 GMT', 0],
  ['nothing: it doubles', null, 1_000],
  ['no time at all: as if nothing', 'soon', 1_000],
])('Retry-After says %s', (_what, header, expected) => {
  expect(waitBeforeRetry(1, header, clock(0))).toBe(expected);
});

test('the wait doubles, and chance makes it longer, never shorter', () => {
  expect([1, 2, 3, 4].map((tries) => waitBeforeRetry(tries, null, clock(0)))).toEqual([
    1000, 2000, 4000, 8000,
  ]);
  expect(waitBeforeRetry(1, '10', clock(0.999))).toBe(12_498);
});

test('it ends: after five tries, and where the wait is longer than a minute', () => {
  expect(waitBeforeRetry(MAX_TRIES, '1', clock(0))).toBeNull();
  expect(waitBeforeRetry(1, '61', clock(0))).toBeNull();
});
