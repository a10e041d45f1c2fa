/** Which browser the tests take. */
import { chromiumFiles } from './harness/chromium-files';
import { installed, launch } from './harness/launch';

afterEach(() => {
  delete process.env.CHROMIUM;
});

test('the one that CHROMIUM names', async () => {
  process.env.CHROMIUM = '/no/such/browser';
  await expect(launch()).rejects.toThrow(/\/no\/such\/browser/);
});

test('an installed one, or a sentence that says what to install', async () => {
  const browser = await installed().catch((problem: Error) => problem);
  if (browser instanceof Error) {
    expect(browser.message).toMatch(
      /^No browser was found\. Install Chrome or Edge, or name one in CHROMIUM\./,
    );
    for (const channel of ['chrome', 'msedge', 'chromium'])
      expect(browser.message).toContain(`\n${channel}: `);
    return;
  }
  expect(browser.version()).toMatch(/^\d+\./);
  await browser.close();
});

test('on Linux, the npm package’s', async () => {
  if (process.platform !== 'linux') return;
  expect((await chromiumFiles()).executablePath).toMatch(/chromium$/);
});
