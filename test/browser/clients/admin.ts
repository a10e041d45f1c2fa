import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { OpenMailbox } from '../harness/open-mailbox';
import { NEUTRAL, type ClientMail } from './mails';

/**
 * Somebody at the mailbox, whose actions are counted: a click, a drag, a choice in a window of the system, a
 * copied text, a paste, a typed line with Enter. Looking at a mail is not counted, marking a text is part of copying
 * it, pointing into the pane part of pasting.
 */
export class Admin {
  actions = 0;

  constructor(private readonly open: OpenMailbox) {}

  /** The pane newly open beside a mail that is no bounce; nothing of it is counted. */
  async begins(): Promise<Frame> {
    const { page, currentPane } = this.open;
    await page.evaluate((file) => {
      window.mailbox.close();
      window.mailbox.select(file);
      window.mailbox.press();
    }, NEUTRAL.file);
    const pane = await currentPane();
    await pane.locator('.about-name', { hasText: NEUTRAL.subject }).waitFor();
    await pane.locator('main[aria-busy=false]').waitFor();
    this.actions = 0;
    return pane;
  }

  /** Clicks a mail in the list, and the add-in's button where that has closed the pane. Null: it is off. */
  async selects({ file }: ClientMail): Promise<Frame | null> {
    const { page, currentPane } = this.open;
    this.actions++;
    await page.evaluate((name) => window.mailbox.select(name), file);
    if (!(await page.evaluate(() => window.mailbox.isOpen))) {
      const button = page.getByRole('button', { name: 'Explain bounce' });
      if (await button.isDisabled()) return null;
      this.actions++;
      await button.click();
    }
    return currentPane();
  }

  /** Drags the mail's row onto the pane; false where nothing takes it. */
  drags({ file }: ClientMail): Promise<boolean> {
    this.actions++;
    return this.open.page.evaluate((name) => window.mailbox.drag(name), file);
  }

  /** Saves the mail, presses the pane's button, chooses the file. */
  async choosesFile(pane: Frame, { file }: ClientMail): Promise<void> {
    this.actions += 3;
    await pane.locator('input[type=file]').setInputFiles(join('host/mails', file));
  }

  /** Copies the mail's text where it is read, and pastes it in the pane. */
  async pastes(pane: Frame, text: string): Promise<void> {
    const { page } = this.open;
    this.actions += 2;
    await page.evaluate(async (copied) => {
      window.focus();
      await navigator.clipboard.writeText(copied);
    }, text);
    await pane.locator('.about-name, h1').first().click();
    await page.keyboard.press('Control+V');
  }

  /** Asks for the list of recent bounces and picks the mail; false where it is not in the list. */
  async picksRecent(pane: Frame, { address, subject }: ClientMail): Promise<boolean> {
    this.actions++;
    await pane.getByRole('button', { name: 'Recent', exact: true }).first().click();
    const row = pane.locator('button.source', { hasText: address || subject });
    const read = pane.getByText('Choose one to see what to do.');
    await row.or(read).first().waitFor();
    if ((await row.count()) === 0) return false;
    this.actions++;
    await row.first().click();
    return true;
  }

  /** Types into the field, presses Enter. */
  async asks(pane: Frame, { question }: ClientMail): Promise<void> {
    this.actions += 2;
    const field = pane.getByRole('search').getByRole('textbox');
    await field.fill(question);
    await field.press('Enter');
  }
}
