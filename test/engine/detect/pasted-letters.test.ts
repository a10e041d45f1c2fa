/** The text of an ordinary mail, pasted: what it is about is no failure. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { explain } from '../../../src/engine';

const MAILS = join(__dirname, '../../../host/mails');
const textOf = async (file: string): Promise<string> =>
  (await PostalMime.parse(readFileSync(join(MAILS, file)))).text ?? '';

test.each([
  'training-invitation.eml',
  'reply-from-learner.eml',
  'newsletter.eml',
  'parcels-undeliverable.eml',
  'colleague.eml',
  'meeting-note.eml',
  'colleague-asks-about-bounces.eml',
])('%s is no bounce', async (file) => {
  const text = await textOf(file);
  expect(text.length).toBeGreaterThan(50);
  expect((await explain(text)).kind).toBe('not-a-report');
});

test.each([
  'Hello,\n\nour log says:\n550 5.1.1 <user@example.com>: Recipient address rejected: User unknown\n\nNil',
  'Hi. This is the qmail-send program at example.com.\nI was not able to deliver your message.\n\n<user@example.com>:\n550 no such user',
])('a letter that quotes an answer is one: %j', async (text) => {
  expect((await explain(text)).kind).toBe('failure');
});
