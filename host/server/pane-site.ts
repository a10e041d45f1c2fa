import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { panePolicy } from './content-security';
import type { Handler } from './listen';
import { BLOCKED_SCRIPT, officeMode, withLocalOffice } from './office-tag';
import { folder } from './static-files';

/** The add-in's page within the pane's folder. */
export const PANE_PAGE = '/taskpane.html';

/** Where the pane's files lie. */
export interface PaneSite {
  /** What is deployed. */
  paneDir: string;
  /** office.js, as npm brings it. */
  officeDir: string;
  /** Our stand-in and supplement. */
  devDir: string;
  mailboxOrigin: () => string;
}

/** The add-in's origin: what is deployed, and beside it office.js and what this mailbox adds to it. */
export function paneSite({ paneDir, officeDir, devDir, mailboxOrigin }: PaneSite): Handler {
  const pane = folder(paneDir);
  const office = folder(officeDir, '/office-js/');
  const dev = folder(devDir, '/dev/');
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://localhost');
    response.setHeader('content-security-policy', panePolicy(mailboxOrigin()));
    response.setHeader('x-content-type-options', 'nosniff');
    if (pathname === '/') {
      response.writeHead(302, { location: PANE_PAGE }).end();
    } else if (pathname === BLOCKED_SCRIPT) {
      // With a type, so that the browser complains of the missing script only.
      response.writeHead(404, { 'content-type': 'text/javascript' }).end();
    } else if (pathname.startsWith('/office-js/')) {
      office(request, response);
    } else if (pathname.startsWith('/dev/')) {
      dev(request, response);
    } else if (pathname.endsWith('.html')) {
      // A URL's path has no "..", so that this stays below the folder.
      const html = await readFile(join(paneDir, normalize(pathname)), 'utf8').catch(() => null);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      if (html === null) response.writeHead(404).end();
      else
        response.writeHead(200, headers).end(withLocalOffice(html, officeMode(searchParams.get('office'))));
    } else {
      pane(request, response);
    }
  };
}
