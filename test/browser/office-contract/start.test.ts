import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { contract, ready, withinMs } from '../harness/contract';

const { start } = contract();

describe('start', () => {
  test('office.js gets ready, as Outlook on the web', async () => {
    const { pane, seen } = await start();
    expect(await ready(pane)).not.toBeNull();
    const context = await pane.evaluate(async () => ({
      ...(await Office.onReady()),
      hostName: Office.context.mailbox.diagnostics.hostName,
      user: Office.context.mailbox.userProfile.emailAddress,
      language: Office.context.displayLanguage,
    }));
    expect(context).toMatchObject({
      host: 'Outlook',
      platform: 'OfficeOnline',
      hostName: 'OutlookWebApp',
      user: 'training@company.example',
      language: 'en-US',
    });
    expect(seen.failed).toEqual([]);
  });

  test('office.js is the npm one, byte for byte, and the page source has the production tag', async () => {
    const { pane, served, page } = await start();
    const paneOrigin = new URL(served.paneUrl).origin;
    const answer = await page.request.get(`${paneOrigin}/office-js/office.js`);
    const npmFile = createRequire(__filename).resolve('@microsoft/office-js/dist/office.js');
    const sum = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(sum(await answer.body())).toBe(sum(readFileSync(npmFile)));
    const tags = await pane.evaluate(() =>
      [...document.querySelectorAll('head > script[src^="/"]')].map((tag) => tag.outerHTML),
    );
    expect(tags.slice(0, 3)).toEqual([
      '<script src="/dev/microsoft-ajax.js"></script>',
      '<script src="/office-js/office.js"></script>',
      '<script src="/dev/newer-calls.js"></script>',
    ]);
  });

  test('with nothing selected there is no item, but a user', async () => {
    const { pane } = await start({ mail: null });
    await ready(pane);
    const found = await pane.evaluate(() => ({
      item: String(Office.context.mailbox.item),
      user: Office.context.mailbox.userProfile.emailAddress,
    }));
    expect(found).toEqual({ item: 'undefined', user: 'training@company.example' });
  });

  test('blocked, there is no Office at all', async () => {
    const { pane, seen } = await start({ office: 'none' });
    expect(await pane.evaluate(() => typeof Office)).toBe('undefined');
    expect(new Set(seen.failed.map((line) => line.split(' ')[0]))).toEqual(
      new Set([expect.stringMatching(/blocked\/office\.js$/)]),
    );
    // The browser itself notes a script that is not there.
    expect(seen.console.splice(0)).toEqual([expect.stringMatching(/404/)]);
  });

  test('silent, it is there and never gets ready', async () => {
    const { pane } = await start({ office: 'silent' });
    expect(await withinMs(500, ready(pane))).toBe('nothing');
  });
});
