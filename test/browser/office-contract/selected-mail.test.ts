import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, contractFolders, ready, type ContractWindow } from '../harness/contract';

declare const window: Window & ContractWindow;

const { start } = contract();

describe('the selected mail', () => {
  test('has its fields', async () => {
    const { pane } = await start();
    await ready(pane);
    const item = await pane.evaluate(() => {
      const { item: mail } = Office.context.mailbox;
      if (!mail) return null;
      const { itemType, itemClass, subject, normalizedSubject, from, sender, to, cc, internetMessageId } =
        mail;
      const fields = {
        itemType,
        itemClass,
        subject,
        normalizedSubject,
        from,
        sender,
        to,
        cc,
        internetMessageId,
      };
      return { ...fields, created: mail.dateTimeCreated.toISOString(), hasId: mail.itemId.length > 8 };
    });
    const outside = { recipientType: 'externalUser' };
    expect(item).toMatchObject({
      itemType: 'message',
      itemClass: 'IPM.Note',
      subject: 'RE: Grüße',
      normalizedSubject: 'Grüße',
      from: { displayName: 'Ann Example', emailAddress: 'ann@example.com', ...outside },
      sender: { emailAddress: 'desk@example.com' },
      to: [{ emailAddress: 'training@company.example', recipientType: 'user' }, { displayName: 'Bob' }],
      cc: [{ emailAddress: 'carl@example.com' }, { emailAddress: 'dora@example.com' }],
      internetMessageId: '<m1@example.com>',
      created: '2026-11-22T07:30:00.000Z',
      hasId: true,
    });
  });

  test('gives its body, headers and attachments', async () => {
    const { pane } = await start();
    await ready(pane);
    const answers = await pane.evaluate(async () => {
      const mail = Office.context.mailbox.item as Office.MessageRead;
      const contents = mail.attachments.map(({ id }) => window.call(mail, 'getAttachmentContentAsync', id));
      return {
        text: await window.call(mail.body, 'getAsync', 'text'),
        html: await window.call(mail.body, 'getAsync', 'html'),
        headers: await window.call(mail, 'getAllInternetHeadersAsync'),
        kinds: mail.attachments.map(({ name, attachmentType }) => [name, attachmentType]),
        contents: await Promise.all(contents),
      };
    });
    expect(answers.text.value).toBe('Hello there\n\na <b>\nc');
    expect(answers.html.value).toContain('<b>there</b>');
    expect(answers.headers.value).toMatch(/^From: "Ann Example"[\s\S]+boundary="b2"$/);
    expect(answers.kinds).toEqual([
      ['note.txt', 'file'],
      ['forwarded.eml', 'item'],
    ]);
    expect(answers.contents.map(({ value }) => value)).toEqual([
      { format: 'base64', content: 'SGVsbG8=' },
      { format: 'eml', content: expect.stringMatching(/^Subject: inner\r\n\r\nInner text/) as string },
    ]);
  });

  test('is given out whole, as a file', async () => {
    const { pane } = await start({ mail: 'ndr.eml' });
    await ready(pane);
    const file = await pane.evaluate(() => window.call(Office.context.mailbox.item, 'getAsFileAsync'));
    const original = readFileSync(join(contractFolders.mailsDir, 'ndr.eml'));
    expect(Buffer.from(file.value as string, 'base64').equals(original)).toBe(true);
  });

  test('is not given out as a file where the client cannot', async () => {
    const { pane } = await start({ mail: 'headers-only.eml' });
    await ready(pane);
    const file = await pane.evaluate(() => window.call(Office.context.mailbox.item, 'getAsFileAsync'));
    expect(file).toMatchObject({ status: 'failed', error: { code: 9020 } });
    const body = await pane.evaluate(() =>
      window.call(Office.context.mailbox.item?.body, 'getAsync', 'text'),
    );
    expect(body.value).toContain('<script>alert(1)</script>');
  });
});
