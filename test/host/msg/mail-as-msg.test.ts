/** The .msg files of the mailbox, read again by libraries that had no part in writing them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import { find, read } from 'cfb';
import { mailAsMsg } from '../../../host/msg/mail-as-msg';
import { readMail } from '../../../host/page/read-mail';
import { explain } from '../../../src/engine';

const mails = join(__dirname, '../../../host/mails');
const entry = { folder: 'Inbox', received: '2026-11-27T09:01:15Z', unread: true, whole: true };

async function msg(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(readFileSync(join(mails, file)));
  return mailAsMsg(await readMail({ ...entry, file }, bytes));
}

function fieldsOf(bytes: Uint8Array<ArrayBuffer>): FieldsData {
  const reader = new MsgReader(bytes.buffer);
  reader.parserConfig = { includeRawProps: true };
  return reader.getFileData();
}

describe('a report of a failure', () => {
  test('has its class, and the failed recipients with what was said of them', async () => {
    const fields = fieldsOf(await msg('postfix-two-recipients.eml'));
    expect(fields.messageClass).toBe('REPORT.IPM.Note.NDR');
    expect(fields.recipients).toHaveLength(2);
    const raw = fields.recipients?.[0]?.rawProps ?? [];
    const supplementary = raw.find(({ propertyTag }) => propertyTag === '0c1b001f');
    expect(supplementary?.value).toMatch(/^<\S+ #\d\.\d+\.\d+ smtp;5\d\d .*>$/);
  });

  test('has no status part and no header block: Exchange keeps neither', async () => {
    const fields = fieldsOf(await msg('postfix-user-unknown.eml'));
    expect(fields.headers).toBeUndefined();
    expect(fields.attachments?.map(({ fileName, name }) => fileName ?? name)).not.toContain('details.txt');
  });

  test('returns the mail as an embedded message', async () => {
    const fields = fieldsOf(await msg('postfix-user-unknown.eml'));
    const [returned] = fields.attachments ?? [];
    expect(returned?.innerMsgContentFields?.subject).toBeTruthy();
  });

  test.each(['postfix-user-unknown.eml', 'exchange-mailbox-full.eml', 'postfix-two-recipients.eml'])(
    '%s is explained like the mail',
    async (file) => {
      const answers = async (input: Uint8Array) =>
        (await explain(input)).recipients.map(({ address, status, cause }) => [address, status, cause]);
      expect(await answers(await msg(file))).toEqual(
        await answers(new Uint8Array(readFileSync(join(mails, file)))),
      );
    },
  );
});

test('an ordinary mail has its body, its headers and its recipients', async () => {
  const fields = fieldsOf(await msg('colleague.eml'));
  expect(fields).toMatchObject({ messageClass: 'IPM.Note' });
  expect(fields.body).toBeTruthy();
  expect(fields.headers).toContain('Subject:');
  expect(fields.recipients?.[0]?.smtpAddress).toContain('@');
});

test('a mail in the mail is embedded, a report in it as a report', async () => {
  const fields = fieldsOf(await msg('forwarded-as-attachment.eml'));
  const inner = fields.attachments?.map(({ innerMsgContentFields }) => innerMsgContentFields?.messageClass);
  expect(inner).toContain('REPORT.IPM.Note.NDR');
});

test('fixed properties count recipients and attachments as the format demands', async () => {
  const file = read(Buffer.from(await msg('postfix-two-recipients.eml')), { type: 'buffer' });
  const stream = find(file, '/__properties_version1.0')?.content as Uint8Array;
  const view = new DataView(Uint8Array.from(stream).buffer);
  expect([view.getUint32(8, true), view.getUint32(16, true)]).toEqual([2, 2]);
  expect((stream.length - 32) % 16).toBe(0);
});
