import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { certificate, type Certificate } from './certificate';
import { listen } from './listen';
import { mailboxSite } from './mailbox-site';
import { PANE_PAGE, paneSite } from './pane-site';
import { folder } from './static-files';

/** What to serve, and where. */
export interface MailboxServerOptions {
  /** The built pane, with its taskpane.html. */
  paneDir: string;
  /** The built mailbox page; the supplements are expected in `dev` beside it. */
  pageDir: string;
  /** The mails, with their index.json. */
  mailsDir: string;
  /** Serves the pane's folder as a host on the web would: no other office.js, no policy but the page's own. */
  asDeployed?: boolean;
  /** The next free one is taken if it is not free; 0 takes any. */
  mailboxPort?: number;
  panePort?: number;
}

/** A mailbox that is being served. */
export interface MailboxServer {
  mailboxUrl: string;
  paneUrl: string;
  certificateSource: Certificate['source'];
  close(): Promise<void>;
}

/**
 * Serves the mailbox page and, from another origin, the add-in's pane with the real office.js.
 *
 * @example
 * ```ts
 * const served = await serveMailbox({ paneDir, pageDir, mailsDir, mailboxPort: 0, panePort: 0 });
 * await page.goto(served.mailboxUrl);
 * await served.close();
 * ```
 */
export async function serveMailbox(options: MailboxServerOptions): Promise<MailboxServer> {
  const {
    paneDir,
    pageDir,
    mailsDir,
    mailboxPort = 3000,
    panePort = mailboxPort && mailboxPort + 1,
  } = options;
  const officeDir = officeFolder(pageDir);
  const made = await certificate();
  // Each origin's policy names the other; both are known once both listen, before anything is asked.
  const origins = { mailbox: '', pane: '' };
  const mailboxOrigin = (): string => origins.mailbox;
  const paneOrigin = (): string => origins.pane;
  const paneUrl = (): string => `${origins.pane}${PANE_PAGE}`;
  const mailbox = await listen(
    made,
    mailboxPort,
    mailboxSite({ pageDir, mailsDir, mailboxOrigin, paneOrigin, paneUrl }),
  );
  origins.mailbox = mailbox.origin;
  const site = options.asDeployed
    ? folder(paneDir)
    : paneSite({ paneDir, officeDir, devDir: join(pageDir, '../dev'), mailboxOrigin });
  const pane = await listen(made, panePort, site).catch(async (error: unknown) => {
    await mailbox.close();
    throw error;
  });
  origins.pane = pane.origin;
  return {
    mailboxUrl: `${mailbox.origin}/`,
    paneUrl: paneUrl(),
    certificateSource: made.source,
    close: async () => {
      await Promise.all([mailbox.close(), pane.close()]);
    },
  };
}

/**
 * The npm package's files, looked for from the page's folder upwards, as Node does it. (`createRequire` would
 * do it too, but a bundler takes that call for its own.)
 */
function officeFolder(pageDir: string): string {
  const wanted = 'node_modules/@microsoft/office-js/dist';
  for (let dir = resolve(pageDir); ; dir = dirname(dir)) {
    if (existsSync(join(dir, wanted, 'office.js'))) return join(dir, wanted);
    if (dir === dirname(dir)) throw new Error(`${wanted} is not above ${pageDir}: run "npm ci" first.`);
  }
}
