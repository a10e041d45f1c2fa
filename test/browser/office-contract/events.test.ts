import type { Frame, Page } from 'playwright-core';
import { contract, ready, type ContractWindow } from '../harness/contract';

declare const window: Window & ContractWindow;

const { start } = contract();

describe('what happens in the mailbox', () => {
  test('ItemChanged: another mail, none, a mail', async () => {
    const { pane, page } = await start();
    await ready(pane);
    await pane.evaluate(async () => {
      window.told = [];
      const { mailbox } = Office.context;
      const note = (): void =>
        void window.told.push(mailbox.item ? mailbox.item.subject : String(mailbox.item));
      await window.call(mailbox, 'addHandlerAsync', Office.EventType.ItemChanged, note);
    });
    for (const file of ['ndr.eml', null, 'ordinary.eml']) {
      await page.evaluate((name) => window.mailbox.select(name), file);
    }
    await pane.waitForFunction(() => window.told.length === 3);
    expect(await pane.evaluate(() => window.told)).toEqual([
      'Undelivered Mail Returned to Sender',
      'null',
      'RE: Grüße',
    ]);
  });

  test('without a handler the item stays what it was, as in a pane that is not pinned', async () => {
    const { pane, page } = await start();
    await ready(pane);
    await page.evaluate(() => window.mailbox.select('ndr.eml'));
    const subject = await pane.evaluate(() => Office.context.mailbox.item?.subject);
    expect(subject).toBe('RE: Grüße');
  });

  test('the theme is told at once, and can be asked', async () => {
    const { pane, page } = await start({ theme: 'light' });
    await ready(pane);
    const colour = (): Promise<string> => pane.evaluate(() => Office.context.officeTheme.bodyBackgroundColor);
    expect(await colour()).toBe('#ffffff');
    await pane.evaluate(async () => {
      window.told = [];
      const note = (event: unknown): void => void window.told.push(event);
      await window.call(Office.context.mailbox, 'addHandlerAsync', Office.EventType.OfficeThemeChanged, note);
    });
    await page.evaluate(() => window.mailbox.theme('dark'));
    await pane.waitForFunction(() => window.told.length === 1);
    expect(await pane.evaluate(() => window.told)).toMatchObject([
      { type: 'officeThemeChanged', officeTheme: { bodyBackgroundColor: '#1f1f1f' } },
    ]);
    expect(await colour()).toBe('#1f1f1f');
  });

  test('a mail is dragged from the list onto the pane', async () => {
    const { pane, page } = await start();
    await ready(pane);
    await pane.evaluate(async () => {
      window.told = [];
      const note = async (event: Office.DragAndDropEventArgs): Promise<void> => {
        const data = event.dragAndDropEventData;
        if (data.type !== 'drop') return void window.told.push(data.type);
        const [file] = data.dataTransfer.files;
        const text = await file?.fileContent.text();
        window.told.push([file?.name, file?.fileContent instanceof Blob, text?.slice(0, 25)]);
      };
      await window.call(Office.context.mailbox, 'addHandlerAsync', Office.EventType.DragAndDropEvent, note);
    });
    await page.hover('#messages .message');
    await page.mouse.down();
    // Two moves: the first one starts the drag, the next one is over the place that it has uncovered.
    await page.hover('#reading');
    await page.locator('#drop-area').waitFor();
    await page.hover('#drop-area');
    await page.mouse.up();
    await pane.waitForFunction(() => window.told.some(Array.isArray));
    const told = await pane.evaluate(() => window.told);
    expect(told[0]).toBe('dragover');
    expect(told.at(-1)).toEqual(['RE_ Grüße.eml', true, 'From: "Ann Example" <ann@']);
  });

  test.each([
    ['classic-windows', 'RE_ Grüße.msg', [0xd0, 0xcf, 0x11, 0xe0]],
    ['mac', 'RE_ Grüße.eml', [...Buffer.from('From')]],
  ] as const)('on %s a dragged mail is an HTML drop of %s', async (profile, name, start4) => {
    const { pane, page } = await start({ profile });
    await ready(pane);
    await pane.evaluate(() => {
      window.told = [];
      document.addEventListener('dragover', (event) => {
        event.preventDefault();
        window.told.push(event.dataTransfer?.types.join());
      });
      document.addEventListener('drop', (event) => {
        const [file] = event.dataTransfer?.files ?? [];
        void file?.arrayBuffer().then((bytes) => {
          window.told.push([file.name, [...new Uint8Array(bytes.slice(0, 4))]]);
        });
      });
    });
    await page.hover('#messages .message');
    await page.mouse.down();
    await page.hover('#reading');
    await page.locator('#drop-area').waitFor();
    await page.hover('#drop-area');
    await page.mouse.up();
    await pane.waitForFunction(() => window.told.some(Array.isArray));
    const told = await pane.evaluate(() => window.told);
    expect([told[0], told.at(-1)]).toEqual(['Files', [name, start4]]);
  });

  test('a page that accepts no drag gets no drop', async () => {
    const { pane, page } = await start({ profile: 'classic-windows' });
    await ready(pane);
    await pane.evaluate(() => {
      window.told = [];
      for (const type of ['dragover', 'dragleave', 'drop']) {
        document.addEventListener(type, () => window.told.push(type));
      }
    });
    await page.evaluate(() => window.mailbox.drag('ordinary.eml'));
    await pane.waitForFunction(() => window.told.length === 2);
    expect(await pane.evaluate(() => window.told)).toEqual(['dragover', 'dragleave']);
  });

  test('keys: Tab goes through the pane and out of it, and comes back', async () => {
    const { pane, page } = await start();
    await ready(pane);
    const arrived = (target: Page | Frame, id: string): Promise<unknown> =>
      target.waitForFunction((wanted) => document.activeElement?.id === wanted, id, { timeout: 5000 });
    await page.focus('#reload');
    await page.keyboard.press('Tab');
    await arrived(pane, 'first');
    await page.keyboard.press('Tab');
    await arrived(pane, 'last');
    await page.keyboard.press('Tab');
    await arrived(page, 'profile');
    await pane.focus('#first');
    await page.keyboard.press('Shift+Tab');
    await arrived(page, 'reload');
    await pane.focus('#first');
    await page.keyboard.press('Escape');
    await arrived(page, 'messages');
    await page.keyboard.press('F6');
    await arrived(pane, 'first');
  });
});
