import type { Frame } from 'playwright-core';
import { BODY, contract, ready, withinMs, type ContractWindow, type Outcome } from '../harness/contract';

declare const window: Window & ContractWindow;

const { start } = contract();

describe('calls that fail', () => {
  const body = (pane: Frame): Promise<Outcome> =>
    pane.evaluate(() => window.call(Office.context.mailbox.item?.body, 'getAsync', 'text'));

  test.each([5001, 7000, 9020, 9042, 12345])('code %i reaches the add-in', async (code) => {
    const { pane, page } = await start();
    await ready(pane);
    await page.evaluate(([id, wanted]) => window.mailbox.fail(id, wanted), [BODY, code] as const);
    expect(await body(pane)).toMatchObject({ status: 'failed', error: { code } });
    await page.evaluate(() => window.mailbox.restore());
    expect((await body(pane)).status).toBe('succeeded');
  });

  test('an unanswered call stays silent', async () => {
    const { pane, page } = await start();
    await ready(pane);
    await page.evaluate((id) => window.mailbox.mute(id), BODY);
    expect(await withinMs(1500, body(pane))).toBe('nothing');
  });

  test('a late answer is about the mail that was selected when it was asked for', async () => {
    const { pane, page } = await start();
    await ready(pane);
    await page.evaluate((id) => window.mailbox.delay(id, 300), BODY);
    const late = body(pane);
    // Asked before the selection changes, answered after it.
    await page.waitForFunction(() =>
      window.mailbox.log.some(({ message }) => JSON.stringify(message).includes('"DispatchId":37')),
    );
    await page.evaluate(() => window.mailbox.select('ndr.eml'));
    expect((await late).value).toContain('Hello there');
  });

  test('calls that the mailbox does not know are answered', async () => {
    const { pane } = await start();
    await ready(pane);
    const outcome = await pane.evaluate(() =>
      window.call(Office.context.mailbox.item?.categories, 'getAsync'),
    );
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 5000 } });
  });
});
