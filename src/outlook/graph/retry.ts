import type { Clock } from './clock';

/** Answers that mean "later": too many requests, overloaded, a server behind it too slow. */
const PASSING = new Set([429, 503, 504]);
/** The first try and four more: about half a minute without a Retry-After. */
export const MAX_TRIES = 5;
/** Nobody watches a spinner longer; then the pane says so instead of waiting. */
const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 1_000;
/** Panes that were refused at the same moment must not come back at the same moment. */
const JITTER = 0.25;

export const isPassing = (status: number): boolean => PASSING.has(status);

/**
 * How long to wait before the next try, in milliseconds; null: give up.
 *
 * @param tries how many tries were made
 * @param retryAfter the header: seconds (`17`) or a date; null where the header is missing
 */
export function waitBeforeRetry(tries: number, retryAfter: string | null, clock: Clock): number | null {
  if (tries >= MAX_TRIES) return null;
  const asked = askedWait(retryAfter, clock.now());
  const base = asked ?? FIRST_WAIT_MS * 2 ** (tries - 1);
  if (base > MAX_WAIT_MS) return null;
  // Only ever later than asked: an earlier try counts against the mailbox.
  return Math.round(base * (1 + JITTER * clock.random()));
}

function askedWait(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
