/** The door "recent bounces": the real client and the real MSAL, in a browser, against the local Graph. */
import type { Browser, Frame } from 'playwright-core';
import type { GraphMode } from '../../host/graph/local-token';
import { buildPage } from './harness/build-page';
import { launch } from './harness/launch';
import { openMailbox, type OpenMailbox, type OpenOptions } from './harness/open-mailbox';
import type { PlainBounce, RecentPage } from './harness/recent-bounces-page/page';

jest.setTimeout(60_000);

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
  open = await openMailbox(browser, { paneDir, mail: 'colleague.eml', ...options });
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

/** Another mode opens another pane, as after a restart. */
async function playing({ page, currentPane }: OpenMailbox, graph: GraphMode): Promise<Frame> {
  await page.evaluate((mode) => {
    window.mailbox.graph = mode;
  }, graph);
  const pane = await currentPane();
  await pane.evaluate(() => (window as unknown as RecentWindow).recent.ready);
  return pane;
}

test('every refusal is a problem with a name, and has its codes for the diagnostics', async () => {
  const mailbox = await start({ isLoud: true });
  const expected = {
    refused: 'sign-in-refused: access_denied AADSTS65004',
    blocked: 'sign-in-blocked: access_denied AADSTS90094',
    cancelled: 'sign-in-cancelled: user_canceled',
    origin: 'sign-in-not-registered: untrusted_origin',
    policy: 'sign-in-policy: access_denied AADSTS53003',
    offline: 'sign-in-offline: no_network_connectivity',
    forbidden: 'graph-forbidden: 403 ErrorAccessDenied',
    cut: 'graph-cut: the answer ended too early',
    silent: 'sign-in-silent: createNestablePublicClientApplication: no answer within 10000 ms',
  } as const;
  const got: Record<string, unknown> = {};
  for (const mode of Object.keys(expected) as (keyof typeof expected)[]) {
    got[mode] = await click(await playing(mailbox, mode));
  }
  expect(got).toEqual(expected);
});

test('a client without the bridge: an obstacle that is seen without asking', async () => {
  const { pane } = await start({ graph: 'none' });
  expect(await obstacle(pane)).toBe('no-nested-sign-in');
});

test('a token that expires during a list, refused requests, refused filters: the same bounces', async () => {
  const mailbox = await start({ isLoud: true });
  const usual = ids(await click(mailbox.pane));
  expect(usual.length).toBeGreaterThan(20);
  for (const mode of ['expired', 'throttled', 'inefficient'] as const) {
    expect([mode, ids(await click(await playing(mailbox, mode)))]).toEqual([mode, usual]);
  }
});

test('a bounce of the list is read whole; a shared mailbox is listed with a permission of its own', async () => {
  const { pane, served } = await start({ isLoud: true });
  const own = await click(pane);
  const mime = await pane.evaluate(async () => {
    const { opened } = (window as unknown as RecentWindow).recent;
    const wanted = opened.find(({ addresses }) => addresses.includes('maria.lopez@example.org'));
    return new TextDecoder().decode((await wanted?.read()) as Uint8Array);
  });
  expect(mime).toContain('Final-Recipient: rfc822; maria.lopez@example.org');
  expect(ids(await click(pane, { mailbox: 'bounces@company.example' }))).toEqual(ids(own));
  expect(served.graphStats.asked.at(-1)).toContain('/v1.0/users/bounces%40company.example/messages');
  expect(await click(pane, { mailbox: 'nobody@company.example' })).toMatch(/^graph-no-mailbox: 404/);
});

test('the bounce that is selected in Outlook is the one that was just read', async () => {
  const { page, pane } = await start();
  await click(pane);
  await pane.evaluate(() => {
    const { watchRecent, door, opened, note } = (window as unknown as RecentWindow).recent;
    watchRecent({ door, known: opened, onChange: note });
  });
  await page.evaluate(() => window.mailbox.select('postfix-user-unknown.eml'));
  // Focus counts some seconds after the list was made.
  await new Promise((resolve) => setTimeout(resolve, 3_200));
  await pane.evaluate(() => window.dispatchEvent(new Event('focus')));
  await pane.waitForFunction(() => (window as unknown as RecentWindow).recent.changes.length > 0);
  expect(await pane.evaluate(() => (window as unknown as RecentWindow).recent.changes)).toEqual([
    { arrived: [], justRead: 'Undelivered Mail Returned to Sender' },
  ]);
});

function ids(listed: readonly PlainBounce[] | string): string[] {
  if (typeof listed === 'string') throw new Error(listed);
  return listed.map(({ id }) => id);
}
