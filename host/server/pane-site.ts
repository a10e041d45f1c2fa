import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { panePolicy, withLocalGraph } from './content-security';
import type { Handler } from './listen';
import { BLOCKED_SCRIPT, officeMode, withLocalOffice } from './office-tag';
import { folder } from './static-files';

/** The add-in's page within the pane's folder. */
export const PANE_PAGE = '/taskpane.html';

/** Made up: an application that is registered nowhere. */
const LOCAL_CLIENT_ID = '00000000-0000-4000-8000-00000000c11e';

/** Where the pane's files lie. */
export interface PaneSite {
  /** What is deployed. */
  paneDir: string;
  /** office.js, as npm brings it. */
  officeDir: string;
  /** Our stand-in and supplement. */
  devDir: string;
  mailboxOrigin: () => string;
  graphOrigin: () => string;
}

/** The add-in's origin: what is deployed, and beside it office.js and what this mailbox adds to it. */
export function paneSite({ paneDir, officeDir, devDir, mailboxOrigin, graphOrigin }: PaneSite): Handler {
  const pane = folder(paneDir);
  const office = folder(officeDir, '/office-js/');
  const dev = folder(devDir, '/dev/');
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://localhost');
    response.setHeader('content-security-policy', panePolicy(mailboxOrigin(), graphOrigin()));
    response.setHeader('x-content-type-options', 'nosniff');
    if (pathname === '/') {
      response.writeHead(302, { location: PANE_PAGE }).end();
    } else if (pathname === BLOCKED_SCRIPT) {
      // With a type, so that the browser complains of the missing script only.
      response.writeHead(404, { 'content-type': 'text/javascript' }).end();
    } else if (pathname === '/config.json') {
      // What a deployer puts beside the page.
      const config = { graph: { clientId: LOCAL_CLIENT_ID, address: graphOrigin() } };
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      response.writeHead(200, headers).end(JSON.stringify(config));
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
        response
          .writeHead(200, headers)
          .end(withLocalGraph(withLocalOffice(html, officeMode(searchParams.get('office'))), graphOrigin()));
    } else {
      pane(request, response);
    }
  };
}
