import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { serveGraph, type GraphServer } from '../graph/graph-server';
import { messagesOfFolder } from '../graph/mail-files';
import type { StoredMessage } from '../graph/stored-message';
import type { StoredTrace } from '../graph/stored-trace';
import type { GraphStats, ThrottleOptions } from '../graph/throttle';
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
  graphPort?: number;
  /** For tests: in place of the mails, and how often the local Graph refuses. */
  graphMessages?: () => Promise<StoredMessage[]>;
  graphThrottle?: ThrottleOptions;
  graphTraces?: readonly StoredTrace[];
}

/** A mailbox that is being served. */
export interface MailboxServer {
  mailboxUrl: string;
  paneUrl: string;
  graphUrl: string;
  /** What the local Graph was asked. */
  graphStats: GraphStats;
  traceStats: GraphServer['traceStats'];
  certificateSource: Certificate['source'];
  close(): Promise<void>;
}

/**
 * Serves the mailbox page and, from two other origins, the add-in's pane with the real office.js and a local
 * Microsoft Graph over the same mails.
 *
 * @example
 * ```ts
 * const served = await serveMailbox({ paneDir, pageDir, mailsDir, mailboxPort: 0, panePort: 0, graphPort: 0 });
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
    graphPort = panePort && panePort + 1,
  } = options;
  const officeDir = officeFolder(pageDir);
  const made = await certificate();
  // Each origin's policy names the others; all are known once all listen, before anything is asked.
  const origins = { mailbox: '', pane: '' };
  const paneUrl = (): string => `${origins.pane}${PANE_PAGE}`;
  const running: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.close()));
  };
  const started = async <Server extends { close(): Promise<void> }>(server: Promise<Server>) => {
    try {
      running.push(await server);
      return await server;
    } catch (error) {
      await close();
      throw error;
    }
  };
  const graph = await started(
    serveGraph({
      certificate: made,
      port: graphPort,
      messages: options.graphMessages ?? (() => messagesOfFolder(mailsDir)),
      paneOrigin: () => origins.pane,
      ...(options.graphTraces ? { traces: options.graphTraces } : {}),
      ...(options.graphThrottle ? { throttle: options.graphThrottle } : {}),
    }),
  );
  const onMailbox = mailboxSite({
    pageDir,
    mailsDir,
    mailboxOrigin: () => origins.mailbox,
    paneOrigin: () => origins.pane,
    paneUrl,
    onRead: graph.markRead,
  });
  origins.mailbox = (await started(listen(made, mailboxPort, onMailbox))).origin;
  const onPane = options.asDeployed
    ? folder(paneDir)
    : paneSite({
        paneDir,
        officeDir,
        devDir: join(pageDir, '../dev'),
        mailboxOrigin: () => origins.mailbox,
        graphOrigin: () => graph.origin,
      });
  origins.pane = (await started(listen(made, panePort, onPane))).origin;
  return {
    mailboxUrl: `${origins.mailbox}/`,
    paneUrl: paneUrl(),
    graphUrl: graph.origin,
    graphStats: graph.stats,
    traceStats: graph.traceStats,
    certificateSource: made.source,
    close,
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
