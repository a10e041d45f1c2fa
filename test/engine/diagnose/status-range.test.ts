import { statusTest } from '../../../src/engine/diagnose/status-range';

describe('should stand for', () => {
  test.each([
    ['5.1.1', '5.1.1'],
    ['X.1.1', '4.1.1'],
    ['x.1.1', '5.1.1'],
    ['5.7.606-649', '5.7.606'],
    ['5.7.606-649', '5.7.649'],
    ['4.7.500-4.7.699', '4.7.600'],
    ['X.7.500-699', '5.7.500'],
  ])('%s: %s', (code, status) => expect(statusTest(code)?.(status)).toBe(true));
});

describe('should not stand for', () => {
  test.each([
    ['5.1.1', '5.1.10'],
    ['5.1.1', '4.1.1'],
    ['5.1.1', '5.11.1'],
    ['5.7.606-649', '5.7.605'],
    ['5.7.606-649', '5.7.650'],
    ['5.7.606-649', '4.7.610'],
    ['X.1.1', '5.2.1'],
  ])('%s: %s', (code, status) => expect(statusTest(code)?.(status)).toBe(false));
});

test.each(['550', '5.1', '5.1.1.1', '', 'x', '9.1.1', '5.1.1-'])('%j is no enhanced status', (code) =>
  expect(statusTest(code)).toBeNull(),
);
