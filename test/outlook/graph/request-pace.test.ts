import { systemClock } from '../../../src/outlook/graph/clock';
import { MAX_AT_ONCE, RequestPace } from '../../../src/outlook/graph/request-pace';

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

const lasting = (ms: number) => () => systemClock.wait(ms);

test('four at once, the others one after the other', async () => {
  const pace = new RequestPace(systemClock);
  let running = 0;
  let most = 0;
  const requests = Array.from({ length: 20 }, () =>
    pace.run(async () => {
      most = Math.max(most, ++running);
      await systemClock.wait(10);
      running--;
    }),
  );
  await jest.runAllTimersAsync();
  await Promise.all(requests);
  expect(most).toBe(MAX_AT_ONCE);
});

test('no more than allowed in any 60 seconds', async () => {
  const pace = new RequestPace(systemClock, 10);
  const starts: number[] = [];
  const requests = Array.from({ length: 35 }, () =>
    pace.run(() => {
      starts.push(Date.now());
      return lasting(5)();
    }),
  );
  await jest.runAllTimersAsync();
  await Promise.all(requests);
  expect(starts).toHaveLength(35);
  for (const start of starts) {
    expect(starts.filter((other) => other > start - 60_000 && other <= start).length).toBeLessThanOrEqual(10);
  }
});

test('a pause holds every request back; a failure does not stop the next one', async () => {
  const pace = new RequestPace(systemClock);
  pace.pauseUntil(5_000);
  await expect(
    Promise.all([pace.run(() => Promise.reject(new Error('no'))), jest.runAllTimersAsync()]),
  ).rejects.toThrow('no');
  expect(Date.now()).toBe(5_000);
  await expect(pace.run(() => Promise.resolve('yes'))).resolves.toBe('yes');
});

test('who gives up while waiting frees the place', async () => {
  const pace = new RequestPace(systemClock);
  pace.pauseUntil(60_000);
  const stop = new AbortController();
  const given = Array.from({ length: 4 }, () => pace.run(lasting(1), stop.signal).catch(() => 'ended'));
  await jest.advanceTimersByTimeAsync(10);
  stop.abort();
  expect(await Promise.all(given)).toEqual(Array(4).fill('ended'));
  const next = pace.run(() => Promise.resolve('next'));
  await jest.runAllTimersAsync();
  await expect(next).resolves.toBe('next');
});
