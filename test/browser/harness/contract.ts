/**
 * What test/browser/office-contract/ asserts of the real office.js, it asserts with a page that has
 * nothing but office.js in it.
 */
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { launch } from './launch';
import { openMailbox, type OpenMailbox, type OpenOptions } from './open-mailbox';

/** The outcome of an Office call, as plain data. */
export interface Outcome {
  status: string;
  value: unknown;
  error?: { code: number; name: string };
}

/** What the contract page puts on its window. */
export interface ContractWindow {
  /** Milliseconds from navigation to onReady; null without office.js. */
  readyAfter: Promise<number> | null;
  /** Calls an Office method with a callback. */
  call(owner: unknown, name: string, ...args: unknown[]): Promise<Outcome>;
  /** Filled by a test's own handlers. */
  told: unknown[];
}

/** The contract page, and three mails made for it. */
export const contractFolders = {
  paneDir: join(__dirname, 'contract-page'),
  mailsDir: join(__dirname, '../../host/fixtures/mails'),
};

/** Dispatch id of body.getAsync. */
export const BODY = 37;

/**
 * Sets a test file up: one browser, and after each test the proof that the pages stayed quiet and at home.
 * Opens with the mail `ordinary.eml` selected.
 */
export function contract(): { start(options?: OpenOptions): Promise<OpenMailbox> } {
  jest.setTimeout(30_000);
  let browser: Browser;
  let open: OpenMailbox | null = null;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    if (!open) return;
    const { seen, served, close } = open;
    open = null;
    await close();
    const home = [new URL(served.mailboxUrl).origin, new URL(served.paneUrl).origin];
    expect(seen.requests.filter((address) => !home.includes(new URL(address).origin))).toEqual([]);
    expect([seen.console, seen.pageErrors, seen.cspViolations]).toEqual([[], [], []]);
  });
  return {
    start: async (options = {}) => {
      open = await openMailbox(browser, { mail: 'ordinary.eml', ...contractFolders, ...options });
      return open;
    },
  };
}

/** Waits for onReady in the contract page; gives its milliseconds. */
export function ready(pane: Frame): Promise<number | null> {
  return pane.evaluate(() => (window as unknown as ContractWindow).readyAfter);
}

/** What comes within this time, or the word "nothing". */
export function withinMs<T>(ms: number, promise: Promise<T>): Promise<T | 'nothing'> {
  promise.catch(() => undefined);
  let timer: NodeJS.Timeout;
  const late = new Promise<'nothing'>((done) => {
    timer = setTimeout(() => done('nothing'), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
