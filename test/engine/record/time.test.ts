import { inOrderOfTime, timeAtStart } from '../../../src/engine/record/time';

test.each([
  ['ISO 8601', '2026-11-23T09:12:00Z', '2026-11-23T09:13:00Z'],
  ['syslog', 'Oct 13 04:44:02 mx', 'Nov  1 04:44:01 mx'],
  ['a clock', '09:12:00 a', '10:00:00 a'],
  ['seconds', '1791011022', '1791011023'],
])('times grow: %s', (_how, earlier, later) =>
  expect(Number(timeAtStart(earlier))).toBeLessThan(Number(timeAtStart(later))),
);

test('a text without a time', () => expect(timeAtStart('550 5.1.1 User unknown')).toBeNull());

test('a list that is newest first is turned; one with a gap stays', () => {
  expect(inOrderOfTime([{ time: 2 }, { time: 1 }])).toEqual([{ time: 1 }, { time: 2 }]);
  const gap = [{ time: 2 }, { time: null }, { time: 1 }];
  expect(inOrderOfTime(gap)).toEqual(gap);
});
