/** The gallery that `npm run build` made, served to a browser, one state after the other. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sirv from 'sirv';

const BUILT = join(__dirname, '../../../dist/gallery');

/** Which state, and how it is looked at. */
export interface Look {
  state: string;
  theme: string;
  /** BCP 47 */
  language: string;
  /** Of the pane, in CSS pixels. */
  width: number;
}

export interface OpenGallery {
  page: Page;
  /** What the page said on its console, and its faults. */
  said: string[];
  show(look: Look): Promise<void>;
  /** Makes the pane as high as all of its answer. */
  stretch(): Promise<void>;
  close(): Promise<void>;
}

/** Letters are drawn alike, whatever the machine's settings for fonts are: for pictures that are compared. */
export const SAME_LETTERS = ['--font-render-hinting=none', '--disable-lcd-text'];

/** As high as Outlook's pane on a small laptop. */
const HEIGHT = 600;

export async function openGallery(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<OpenGallery> {
  const server = createServer(sirv(BUILT));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext({
    timezoneId: 'UTC',
    // Nothing moves in a picture.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return {
    page,
    said,
    async show({ width, ...look }) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.goto(`http://127.0.0.1:${port}/state.html?${new URLSearchParams(look)}`);
      await page.locator('html[data-settled]').waitFor();
    },
    async stretch() {
      const all = await page.evaluate(() => {
        const scroller = document.querySelector('.scroller');
        return window.innerHeight + (scroller ? scroller.scrollHeight - scroller.clientHeight : 0);
      });
      const { width = 0 } = page.viewportSize() ?? {};
      await page.setViewportSize({ width, height: Math.ceil(all) });
    },
    async close() {
      await context.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
