import { mailboxOwner } from '../protocol/mailbox-owner';
import type { Certificate } from '../server/certificate';
import { listen } from '../server/listen';
import { graphSite } from './graph-site';
import type { Mailboxes, StoredMessage } from './stored-message';
import type { StoredTrace } from './stored-trace';
import { Throttle, type GraphStats, type ThrottleOptions } from './throttle';
import { generatedTraces, tracesOfMessages } from './traces';

/** The message trace takes so many requests of each kind from an organisation. */
const TRACE_LIMIT: ThrottleOptions = {
  perPeriod: 100,
  periodMs: 5 * 60_000,
  atOnce: Infinity,
  retryAfter: 300,
};
const GENERATED_TRACES = 400;

/** A mailbox that several people read: the same mails, under another address. */
const SHARED_MAILBOX = 'bounces@company.example';

export interface GraphServerOptions {
  certificate: Certificate;
  /** The next free one is taken; 0 takes any. */
  port: number;
  /** Of the mailbox owner and, in this local Graph, of the shared mailbox as well. */
  messages: () => Promise<StoredMessage[]>;
  /** Of the message trace; left out: the failures among the messages, and a campaign of 400. */
  traces?: readonly StoredTrace[];
  paneOrigin: () => string;
  throttle?: ThrottleOptions;
  delayMs?: number;
}

/** A local Graph that is running. */
export interface GraphServer {
  origin: string;
  stats: GraphStats;
  /** Of the message trace: questions for rows, and for details. */
  traceStats: { list: GraphStats; details: GraphStats };
  /** What the mailbox page does when a mail is selected. */
  markRead(file: string): Promise<void>;
  close(): Promise<void>;
}

export async function serveGraph(options: GraphServerOptions): Promise<GraphServer> {
  const throttle = new Throttle(options.throttle);
  let origin = '';
  let mailboxes: Promise<Mailboxes> | null = null;
  const read = (): Promise<Mailboxes> =>
    (mailboxes ??= options.messages().then(
      (messages) =>
        new Map([
          [mailboxOwner.address, messages],
          [SHARED_MAILBOX, messages],
        ]),
    ));
  const traceThrottles = { list: new Throttle(TRACE_LIMIT), details: new Throttle(TRACE_LIMIT) };
  let traces: Promise<readonly StoredTrace[]> | null = options.traces
    ? Promise.resolve(options.traces)
    : null;
  const site = graphSite({
    mailboxes: read,
    traces: () =>
      (traces ??= read().then((boxes) => [
        ...tracesOfMessages(boxes.get(mailboxOwner.address) ?? []),
        ...generatedTraces(GENERATED_TRACES, 5),
      ])),
    throttle,
    traceThrottles,
    paneOrigin: options.paneOrigin,
    origin: () => origin,
    ...(options.delayMs === undefined ? {} : { delayMs: options.delayMs }),
  });
  const listening = await listen(options.certificate, options.port, site);
  origin = listening.origin;
  return {
    origin,
    stats: throttle.stats,
    traceStats: { list: traceThrottles.list.stats, details: traceThrottles.details.stats },
    markRead: async (file) => {
      const message = (await read()).get(mailboxOwner.address)?.find((each) => each.file === file);
      if (!message || message.isRead) return;
      message.isRead = true;
      message.lastModifiedDateTime = new Date().toISOString();
    },
    close: listening.close,
  };
}
