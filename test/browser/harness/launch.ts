import { chromium, type Browser } from 'playwright-core';
import { chromiumFiles, type ChromiumFiles } from './chromium-files';

/**
 * Starts a headless Chromium: the one that `CHROMIUM` names, else the npm package's.
 *
 * The package's own arguments are not passed: they switch web security and site isolation off, which
 * are what these tests are about.
 *
 * @param args further switches of Chromium
 */
export async function launch(args: readonly string[] = []): Promise<Browser> {
  const { executablePath, libraryPath } = await choose();
  return chromium.launch({
    executablePath,
    args: [...args],
    // Its sandbox refuses to start for root, which a container usually is.
    chromiumSandbox: false,
    env: { ...process.env, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) } as Record<
      string,
      string
    >,
  });
}

function choose(): Promise<ChromiumFiles> {
  const named = process.env.CHROMIUM;
  return named ? Promise.resolve({ executablePath: named, libraryPath: null }) : chromiumFiles();
}
