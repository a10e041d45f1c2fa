import type { OpenMailbox } from './open-mailbox';
import type { Seen } from './watch-page';

/** Nothing on the console, nothing blocked, no fault. */
export function expectSilence({ console: lines, pageErrors, cspViolations }: Seen): void {
  expect({ lines, pageErrors, cspViolations }).toEqual({ lines: [], pageErrors: [], cspViolations: [] });
}

/** Nobody was asked but these. */
export function expectAtHome({ requests }: Seen, addresses: readonly string[]): void {
  const own = addresses.map((url) => new URL(url).origin);
  const isInside = (url: string) => /^(?:data|blob):/.test(url) || own.includes(new URL(url).origin);
  expect(requests.filter((url) => !isInside(url))).toEqual([]);
}

/**
 * Silent, at home, and every request was answered.
 *
 * @param others addresses of hosts that may be asked besides mailbox and pane
 */
export function expectQuiet({ seen, served }: OpenMailbox, others: readonly string[] = []): void {
  expectSilence(seen);
  expectAtHome(seen, [served.mailboxUrl, served.paneUrl, ...others]);
  expect(seen.failed).toEqual([]);
  expect(seen.requests.length).toBeGreaterThan(10);
}
