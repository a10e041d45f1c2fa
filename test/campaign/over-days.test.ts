import { timelineOf } from '../../src/campaign/over-days';
import { settledList } from '../../src/campaign/people';
import type { ThingToDo } from '../../src/campaign/things-to-do';
import { row, storeOf } from './made-rows';

/** One person for each time. */
const thing = (rootCause: string, times: readonly (string | null)[]): ThingToDo => {
  const rows = storeOf(
    times.map((lastSeen, n) => row({ address: `user${n}@example.com`, rootCause, lastSeen })),
  );
  return {
    rootCause,
    rows: settledList(rows),
    first: row({ rootCause }),
    people: times.length,
    share: 1,
    list: 'hold',
    domain: 'example.com',
    isOneMeaning: true,
    title: { domain: null, which: null },
    plan: null,
  };
};
const timeline = (...things: ThingToDo[]) => timelineOf({ things, waiting: [] });
const startsOf = (times: readonly string[]) =>
  timeline(thing('a', times))?.buckets.map(({ start, counts }) => [start, ...counts]);

test('hours of a day, those without a bounce among them', () => {
  expect(startsOf(['2026-11-23T09:59:00Z', '2026-11-23T11:00:00Z', '2026-11-23T11:30:00Z'])).toEqual([
    ['2026-11-23T09', 1],
    ['2026-11-23T10', 0],
    ['2026-11-23T11', 2],
  ]);
});

test.each([
  ['day', ['2026-10-30T00:00:00Z', '2026-11-02T23:00:00Z'], 4],
  ['month', ['2025-12-31T00:00:00Z', '2026-11-02T23:00:00Z'], 12],
  ['year', ['1999-12-31T00:00:00Z', '2026-11-02T23:00:00Z'], 28],
] as const)('spans of a %s', (unit, times, count) => {
  expect(timeline(thing('a', times))).toMatchObject({ unit, buckets: { length: count } });
});

test('no chart without times, nor where one of them is absurd', () => {
  expect(timeline(thing('a', [null]))).toBeNull();
  expect(timeline()).toBeNull();
  expect(timeline(thing('a', ['0001-01-01T00:00:00Z', '2026-11-02T23:00:00Z']))).toBeNull();
});

test('a year of five digits, as a forged mail may bear, is none', () =>
  expect(startsOf(['+010000-01-01T00:59:59.000Z', '2026-11-23T09:59:00.000Z'])).toEqual([
    ['2026-11-23T09', 1],
  ]));

test('every bounce that bears a time is counted; rare causes together', () => {
  const at = '2026-11-23T09:00:00Z';
  const all = [8, 7, 6, 5, 4, 3, 2].map((count, n) => thing(`cause ${n}`, [...Array(count).fill(at), null]));
  expect(timeline(...all)).toEqual({
    unit: 'hour',
    series: ['cause 0', 'cause 1', 'cause 2', 'cause 3', 'cause 4', null],
    buckets: [{ start: '2026-11-23T09', counts: [8, 7, 6, 5, 4, 5] }],
  });
});
