/** The door "recent bounces": the real client and the real MSAL, in a browser, against the local Graph. */
import type { Browser, Frame } from 'playwright-core';
import { buildPage } from './harness/build-page';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox, type OpenOptions } from './harness/open-mailbox';
import type { PlainBounce, RecentPage } from './harness/recent-bounces-page/page';

jest.setTimeout(25_000);

type RecentWindow = Window & { recent: RecentPage };

let browser: Browser;
let paneDir: string;
let open: OpenMailbox | null = null;
beforeAll(async () => {
  [browser, paneDir] = await Promise.all([launch(), buildPage('recent-bounces-page')]);
}, 120_000);
afterAll(() => browser.close());
afterEach(async () => {
  await open?.close();
  open = null;
});

async function start(options: OpenOptions = {}): Promise<OpenMailbox & { pane: Frame }> {
  open = await openMailbox(browser, { paneDir, mail: null, ...options });
  await open.pane.evaluate(() => (window as unknown as RecentWindow).recent.ready);
  return open;
}

const click = (pane: Frame, asked?: { mailbox?: string }): Promise<PlainBounce[] | string> =>
  pane.evaluate((given) => (window as unknown as RecentWindow).recent.open(given), asked);

const obstacle = (pane: Frame): Promise<string | null> =>
  pane.evaluate(() => (window as unknown as RecentWindow).recent.door.obstacle());

test('before the click nothing is asked; after it, of the configured host alone', async () => {
  const { pane, seen, served } = await start();
  expect(await obstacle(pane)).toBeNull();
  const hosts = () => [...new Set(seen.requests.map((address) => new URL(address).origin))].sort();
  const home = [new URL(served.mailboxUrl).origin, new URL(served.paneUrl).origin].sort();
  expect(hosts()).toEqual(home);
  expect(served.graphStats.requests).toBe(0);
  const listed = await click(pane);
  expect(listed.length).toBeGreaterThan(20);
  expect(hosts()).toEqual([...home, served.graphUrl].sort());
  expect([seen.pageErrors, seen.cspViolations]).toEqual([[], []]);
});

test.each([
  ['refused', 'sign-in-refused', 'access_denied AADSTS65004'],
  ['blocked', 'sign-in-blocked', 'access_denied AADSTS90094'],
  ['cancelled', 'sign-in-cancelled', 'user_canceled'],
  ['origin', 'sign-in-not-registered', 'untrusted_origin'],
  ['policy', 'sign-in-policy', 'access_denied AADSTS53003'],
  ['offline', 'sign-in-offline', 'no_network_connectivity'],
  ['forbidden', 'graph-forbidden', '403 ErrorAccessDenied'],
  ['cut', 'graph-cut', 'the answer ended too early'],
] as const)('%s: a problem with a name, and the codes for the diagnostics', async (graph, code, detail) => {
  const { pane } = await start({ graph });
  expect(await click(pane)).toBe(`${code}: ${detail}`);
});

test('a bridge that never answers: ten seconds, then a problem', async () => {
  const { pane } = await start({ graph: 'silent' });
  expect(await click(pane)).toMatch(/^sign-in-silent: .*10000 ms/);
});

test.each([
  ['none', 'web', 'no-nested-sign-in'],
  ['normal', 'web', null],
] as const)('mode %s in %s: obstacle %s', async (graph, profile, expected) => {
  const { pane } = await start({ graph, profile });
  expect(await obstacle(pane)).toBe(expected);
});

test.each(['expired', 'throttled', 'inefficient'] as const)(
  '%s: the whole list all the same',
  async (graph) => {
    const { pane } = await start({ graph });
    const listed = (await click(pane)) as PlainBounce[];
    const usual = await start().then(({ pane: other }) => click(other));
    expect(ids(listed).length).toBeGreaterThan(20);
    expect(ids(listed)).toEqual(expect.arrayContaining(ids(usual as PlainBounce[]).slice(0, 3)));
  },
);

const ids = (listed: readonly PlainBounce[]): string[] => listed.map(({ id }) => id);
