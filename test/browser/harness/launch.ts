import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { chromiumFiles } from './chromium-files';

/** Browsers that are installed on most machines with macOS or Windows, by playwright's names. */
const CHANNELS = ['chrome', 'msedge', 'chromium'] as const;

/**
 * Starts a headless Chromium, and says once in each test process which one: the one that `CHROMIUM` names, the npm
 * package's on Linux, elsewhere an installed Chrome or Edge.
 *
 * The package's own arguments are not passed: they switch web security and site isolation off, which
 * are what these tests are about.
 *
 * @param args further switches of Chromium
 */
export async function launch(args: readonly string[] = []): Promise<Browser> {
  const browser = await start(args);
  tell(browser);
  return browser;
}

async function start(args: readonly string[]): Promise<Browser> {
  const named = process.env.CHROMIUM;
  if (named) return launchWith(args, { executablePath: named });
  if (process.platform !== 'linux') return installed(args);
  const { executablePath, libraryPath } = await chromiumFiles();
  return launchWith(args, {
    executablePath,
    env: { ...process.env, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) } as Record<
      string,
      string
    >,
  });
}

/** @throws with what to do, where none is installed */
export async function installed(args: readonly string[] = []): Promise<Browser> {
  const complaints: string[] = [];
  for (const channel of CHANNELS) {
    try {
      return await launchWith(args, { channel });
    } catch (problem) {
      complaints.push(`${channel}: ${String((problem as Error).message).split('\n')[0]}`);
    }
  }
  throw new Error(
    `No browser was found. Install Chrome or Edge, or name one in CHROMIUM. Tried:\n${complaints.join('\n')}`,
  );
}

// Chromium's sandbox refuses to start for root, which a container usually is.
const launchWith = (args: readonly string[], options: LaunchOptions) =>
  chromium.launch({ args: [...args], chromiumSandbox: false, ...options });

let told = false;
function tell(browser: Browser): void {
  if (told) return;
  told = true;
  process.stderr.write(`Browser of the tests: Chromium ${browser.version()}\n`);
}
