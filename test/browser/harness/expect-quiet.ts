import type { OpenMailbox } from './open-mailbox';

/**
 * Nothing on the console, nothing blocked, nothing asked of anybody but the mailbox and the pane.
 *
 * @param others addresses of hosts that may be asked, too
 */
export function expectQuiet({ seen, served }: OpenMailbox, others: readonly string[] = []): void {
  const { console: lines, pageErrors, failed, cspViolations, requests } = seen;
  expect({ lines, pageErrors, failed, cspViolations }).toEqual({
    lines: [],
    pageErrors: [],
    failed: [],
    cspViolations: [],
  });
  const own = [served.mailboxUrl, served.paneUrl, ...others].map((url) => new URL(url).origin);
  expect(requests.filter((url) => !url.startsWith('data:') && !own.includes(new URL(url).origin))).toEqual(
    [],
  );
  expect(requests.length).toBeGreaterThan(10);
}
