import { contract, ready, type ContractWindow, type Outcome } from '../harness/contract';

declare const window: Window & ContractWindow;

const { start } = contract();

describe('what the add-in keeps and opens', () => {
  test('roaming settings outlive a reload of the pane', async () => {
    const { pane, page, currentPane } = await start();
    await ready(pane);
    const saved = await pane.evaluate(() => {
      Office.context.roamingSettings.set('platform', { address: 'dash.example.com', days: [1, 2] });
      return window.call(Office.context.roamingSettings, 'saveAsync');
    });
    expect(saved.status).toBe('succeeded');
    await page.evaluate(() => window.mailbox.reload());
    const again = await currentPane();
    await ready(again);
    const kept = await again.evaluate(() => Office.context.roamingSettings.get('platform') as unknown);
    expect(kept).toEqual({ address: 'dash.example.com', days: [1, 2] });
  });

  test('custom properties, notifications and a new message', async () => {
    const { pane, page } = await start();
    await ready(pane);
    const outcome = await pane.evaluate(async () => {
      const mail = Office.context.mailbox.item as Office.MessageRead;
      const load = (): Promise<Office.CustomProperties> =>
        new Promise((done) => mail.loadCustomPropertiesAsync(({ value }) => done(value)));
      const properties = await load();
      properties.set('seen', 'yes');
      await window.call(properties, 'saveAsync');
      const note = { type: 'informationalMessage', message: 'Explained', icon: 'i', persistent: false };
      const add = (): Promise<Outcome> => window.call(mail.notificationMessages, 'addAsync', 'why', note);
      const added = [await add(), await add()];
      Office.context.mailbox.displayNewMessageForm({
        toRecipients: ['z@example.net'],
        subject: 'S',
        htmlBody: '<b>x</b>',
      });
      return { seen: (await load()).get('seen') as unknown, added };
    });
    expect(outcome.seen).toBe('yes');
    expect(outcome.added.map(({ status, error }) => error?.code ?? status)).toEqual(['succeeded', 9023]);
    await page.waitForFunction(() => window.mailbox.opened.length === 1);
    expect(await page.locator('#form').innerText()).toMatch(/new message[\s\S]*z@example\.net[\s\S]*x/);
    expect(await page.locator('#notifications').innerText()).toBe('Explained');
  });
});
