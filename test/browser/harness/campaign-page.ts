/** The campaign page that `npm run build` made, served as docs/hosting has it served. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import sirv from 'sirv';
import { launch } from './launch';

const BUILT = join(__dirname, '../../../dist/pane');

interface OpenCampaignPage {
  page: Page;
  /** What the page said on its console, its faults, and what its policy blocked. */
  said: string[];
  /** Addresses whose answers have come whole. */
  fetched: ReadonlySet<string>;
  /** Addresses that were asked for and are not of the site itself. */
  foreign: string[];
  /** Gives files to the page, as if they were chosen. */
  choose(files: readonly { name: string; text: string | Uint8Array }[]): Promise<void>;
  /** Waits until all is read. */
  done(): Promise<void>;
  /** From now on, there is no connection, and nobody at its other end. */
  disconnect(): Promise<void>;
  close(): Promise<void>;
}

/**
 * For the tests of a file: a browser, one page at a time, closed behind each test. Its console, its faults and foreign
 * hosts must stay empty.
 *
 * @returns opens the page
 */
export function campaignPages(): (options?: BrowserContextOptions) => Promise<OpenCampaignPage> {
  let browser: Browser;
  let open: OpenCampaignPage | null = null;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    if (!open) return;
    const { said, foreign, close } = open;
    open = null;
    await close();
    expect([said, foreign]).toEqual([[], []]);
  });
  return async (options) => (open = await openCampaignPage(browser, options));
}

async function openCampaignPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<OpenCampaignPage> {
  const server = createServer(
    sirv(BUILT, {
      setHeaders(response, path) {
        const isKept = /\.[0-9a-f]{8}\.js$|[0-9a-f]{20}\.css$/.test(path);
        response.setHeader('Cache-Control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({
    locale: 'en',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const said: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  const fetched = new Set<string>();
  context.on('requestfinished', (request) => fetched.add(request.url()));
  const noteFailed = (request: Request) => said.push(`failed: ${request.url()}`);
  page.on('requestfailed', noteFailed);
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)) foreign.push(url);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.log(`blocked: ${violatedDirective} ${blockedURI}`),
    );
  });
  const stop = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await page.goto(`${origin}/campaign.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    said,
    fetched,
    foreign,
    choose: (files) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) }))),
    done: () => page.locator('main[aria-busy=false] .campaign-headline').waitFor(),
    async disconnect() {
      await context.setOffline(true);
      await stop();
    },
    async close() {
      // What is still being fetched ahead is broken off now, and no fault.
      page.off('requestfailed', noteFailed);
      await context.close();
      await stop();
    },
  };
}

/** Clicks a button that saves a file. @returns its text */
export async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
