import { GraphConnection } from '../../../src/outlook/graph/graph-connection';
import {
  detailsAddress,
  TRACE_SPANS,
  tracesAddress,
  windowsOf,
} from '../../../src/outlook/graph/trace-query';

const NOW = Date.parse('2026-11-27T10:20:30.400Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const connection = new GraphConnection({
  address: 'https://graph.microsoft.com',
  tokens: { token: () => Promise.resolve('none') },
});

test('two days are one question', () => {
  expect(windowsOf(2, NOW)).toEqual([{ from: '2026-11-25T10:20:30Z', to: '2026-11-27T10:20:30Z' }]);
});

test.each(TRACE_SPANS)(
  '%s days: no window above 10 days, none older than 90, no gap, newest first',
  (span) => {
    const windows = windowsOf(span, NOW).map(({ from, to }) => ({
      from: Date.parse(from),
      to: Date.parse(to),
    }));
    expect(windows).toHaveLength(Math.ceil(span / 10));
    for (const { from, to } of windows) {
      expect(to - from).toBeLessThanOrEqual(10 * DAY_MS);
      expect(to).toBeGreaterThan(from);
    }
    expect(windows.slice(1).map(({ to }) => to)).toEqual(windows.slice(0, -1).map(({ from }) => from));
    const oldest = windows.at(-1)?.from ?? 0;
    // The service's clock is later than ours when the question arrives.
    expect(oldest).toBeGreaterThanOrEqual(NOW + 60_000 - 90 * DAY_MS);
    expect(NOW - oldest).toBeGreaterThan(span * DAY_MS - 2 * 60 * 60 * 1000);
  },
);

test('a question names both ends and one sender, and asks for whole pages', () => {
  const url = tracesAddress(
    connection,
    { from: '2026-11-25T10:20:30Z', to: '2026-11-27T10:20:30Z' },
    "o'neil@example.org",
  );
  expect(url.origin + url.pathname).toBe(
    'https://graph.microsoft.com/v1.0/admin/exchange/tracing/messageTraces',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    $filter:
      "receivedDateTime ge 2026-11-25T10:20:30Z and receivedDateTime le 2026-11-27T10:20:30Z and senderAddress eq 'o''neil@example.org'",
    $top: '5000',
  });
});

test('a recipient cannot lead the question for details elsewhere', () => {
  const url = detailsAddress(
    connection,
    '1f2e3d4c-0000-4000-8000-000000000001',
    "a')/../../me?x=@example.org",
  );
  expect(url.origin).toBe('https://graph.microsoft.com');
  expect(url.search).toBe('');
  expect(decodeURIComponent(url.pathname)).toBe(
    "/v1.0/admin/exchange/tracing/messageTraces/1f2e3d4c-0000-4000-8000-000000000001/getDetailsByRecipient(recipientAddress='a'')/../../me?x=@example.org')",
  );
});
