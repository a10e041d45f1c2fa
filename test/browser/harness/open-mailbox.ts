import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import type { GraphMode } from '../../../host/graph/local-token';
import type { StoredMessage } from '../../../host/graph/stored-message';
import type { StoredTrace } from '../../../host/graph/stored-trace';
import type { ThrottleOptions } from '../../../host/graph/throttle';
import type { Switches } from '../../../host/protocol/client-switches';
import type { ProfileId } from '../../../host/protocol/profiles';
import type { ThemeName } from '../../../host/page/themes';
import { serveMailbox, type MailboxServer } from '../../../host/server/mailbox-server';
import { expectAtHome, expectSilence } from './expect-quiet';
import { AJAX_HOST, OFFICE_HOST } from './microsoft-hosts';
import { watchPage, type Seen } from './watch-page';

const DIST = join(__dirname, '../../../dist');

/** How to open the mailbox; everything has a default. */
export interface OpenOptions {
  /**
   * File of the mail to select; left out: the newest bounce. Null for none: then the client is classic
   * Windows, if no other is asked for, since the pane opens there without a mail.
   */
  mail?: string | null;
  theme?: ThemeName;
  /** Of the pane, 320 to 450. */
  width?: number;
  profile?: ProfileId;
  /**
   * Switches to move. Left out, the add-in starts on delivery reports too, since most tests are about what
   * the pane says of them; `{}` plays the client as it is.
   */
  switches?: Partial<Switches>;
  /** office.js blocked, or never getting ready. */
  office?: 'none' | 'silent';
  /** Serves the pane as it is deployed, and lets a test answer for Microsoft's hosts before anything is asked. */
  deployed?: (page: Page) => Promise<void>;
  /** Folders to serve in the place of the built ones. */
  paneDir?: string;
  mailsDir?: string;
  /** How sign-in and Graph behave. */
  graph?: GraphMode;
  /** What the local Graph holds in the place of the mails, and how often it refuses. */
  graphMessages?: () => Promise<StoredMessage[]>;
  graphThrottle?: ThrottleOptions;
  graphTraces?: readonly StoredTrace[];
  viewport?: { width: number; height: number };
  /** BCP 47; of Outlook and its browser. */
  locale?: string;
  /** A fault is provoked, and the page may tell of it. Every other page has to have been silent when it is closed. */
  isLoud?: true;
}

/** A mailbox that is open in a browser. */
export interface OpenMailbox {
  page: Page;
  /** The add-in's frame as it was at first; a change of profile or a reload makes another. */
  pane: Frame;
  /** The add-in's frame as it is now. */
  currentPane(): Promise<Frame>;
  seen: Seen;
  served: MailboxServer;
  /** Fails the test where the page asked others than its own hosts, or was not silent. */
  close(): Promise<void>;
}

/**
 * Serves what `npm run build` made and opens it, with `window.mailbox` there to drive it.
 *
 * @example
 * ```ts
 * const browser = await launch();
 * const { page, pane, close } = await openMailbox(browser, { mail: 'postfix-user-unknown.eml' });
 * await pane.getByRole('heading', { name: /does not exist/ }).waitFor();
 * await page.evaluate(() => window.mailbox.select(null));
 * await close();
 * ```
 */
export async function openMailbox(browser: Browser, options: OpenOptions = {}): Promise<OpenMailbox> {
  const served = await serveMailbox({
    paneDir: options.paneDir ?? join(DIST, 'pane'),
    pageDir: join(DIST, 'host/page'),
    mailsDir: options.mailsDir ?? join(DIST, 'host/mails'),
    asDeployed: options.deployed !== undefined,
    mailboxPort: 0,
    panePort: 0,
    graphPort: 0,
    ...(options.graphMessages ? { graphMessages: options.graphMessages } : {}),
    ...(options.graphTraces ? { graphTraces: options.graphTraces } : {}),
    ...(options.graphThrottle ? { graphThrottle: options.graphThrottle } : {}),
  });
  const context = await browser.newContext({
    // The certificate is made anew for every server.
    ignoreHTTPSErrors: true,
    viewport: options.viewport ?? { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: options.locale ?? 'en-US',
  });
  const page = await context.newPage();
  const close = async (): Promise<void> => {
    await context.close();
    await served.close();
  };
  const currentPane = async (): Promise<Frame> => {
    const frame = await (await page.waitForSelector('#pane iframe', { state: 'attached' })).contentFrame();
    if (!frame) throw new Error('The mailbox page has no pane.');
    // Asked of the page itself: after a reload, the browser's word that a frame has loaded sometimes never comes.
    await frame.waitForFunction(isLoaded, null, { polling: 50 });
    return frame;
  };
  try {
    const seen = await watchPage(page);
    await options.deployed?.(page);
    await page.goto(addressOf(served.mailboxUrl, options));
    await page.waitForFunction(() => 'mailbox' in window);
    const hosts = [served.mailboxUrl, served.paneUrl, served.graphUrl];
    // office.js asks the second one where nothing of ours stands in front of it.
    if (options.deployed) hosts.push(OFFICE_HOST, AJAX_HOST);
    const closeSilent = async (): Promise<void> => {
      await close();
      expectAtHome(seen, hosts);
      if (!options.isLoud) expectSilence(seen);
    };
    return { page, pane: await currentPane(), currentPane, seen, served, close: closeSilent };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the frame, which begins as an empty page. */
const isLoaded = () => location.href !== 'about:blank' && document.readyState === 'complete';

function addressOf(mailboxUrl: string, options: OpenOptions): string {
  const { mail, theme, width, office, graph, switches = { ndr: 'activates' } } = options;
  const { profile = mail === null ? 'classic-windows' : undefined } = options;
  const address = new URL(mailboxUrl);
  const asked = { theme, width: width?.toString(), profile, office, graph, ...switches };
  for (const [name, value] of Object.entries(asked)) if (value) address.searchParams.set(name, value);
  if (mail !== undefined) address.hash = new URLSearchParams({ mail: mail ?? '' }).toString();
  return address.href;
}
