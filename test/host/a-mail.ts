import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mail, MailEntry } from '../../host/page/mail';
import { readMail } from '../../host/page/read-mail';

/** A mail of the fixtures, read as the page reads it. */
export function fixtureMail(file: string, settings: Partial<MailEntry> = {}): Promise<Mail> {
  const bytes = readFileSync(join(__dirname, 'fixtures/mails', file));
  const entry = { file, folder: 'Inbox', received: '2026-11-23T09:12:00Z', unread: true, whole: true };
  return readMail({ ...entry, ...settings }, new Uint8Array(bytes));
}
