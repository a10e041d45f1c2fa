import { mailboxPolicy } from './content-security';
import type { Handler } from './listen';
import { folder } from './static-files';

/** Where the mailbox page's files lie. */
export interface MailboxSite {
  pageDir: string;
  mailsDir: string;
  mailboxOrigin: () => string;
  paneOrigin: () => string;
  /** The address of the pane's page, which the mailbox page asks for. */
  paneUrl: () => string;
  /** A mail was read in the page. */
  onRead: (file: string) => Promise<void>;
}

/** The mailbox's origin: its page, the mails, and where the pane is. */
export function mailboxSite({
  pageDir,
  mailsDir,
  mailboxOrigin,
  paneOrigin,
  paneUrl,
  onRead,
}: MailboxSite): Handler {
  const page = folder(pageDir);
  const mails = folder(mailsDir, '/mails/');
  return async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'https://localhost');
    // By another name (127.0.0.1) office.js would not trust this page, and the pane would just hang.
    if (request.headers.host !== new URL(mailboxOrigin()).host) {
      response.writeHead(302, { location: `${mailboxOrigin()}${pathname}${search}` }).end();
      return;
    }
    response.setHeader('content-security-policy', mailboxPolicy(paneOrigin()));
    response.setHeader('x-content-type-options', 'nosniff');
    if (pathname === '/pane.json') {
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      response.writeHead(200, headers).end(JSON.stringify({ url: paneUrl() }));
    } else if (request.method === 'POST' && pathname.startsWith('/read/')) {
      await onRead(decodeURIComponent(pathname.slice('/read/'.length)));
      response.writeHead(204).end();
    } else if (pathname.startsWith('/mails/')) {
      mails(request, response);
    } else {
      page(request, response);
    }
  };
}
