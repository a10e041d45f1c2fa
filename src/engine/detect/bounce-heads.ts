/** Bounces in a list of mails, of which only sender and subject are known. */
import detection from '../../knowledge/detection.json';
import { wordsIn } from '../phrases/vocabulary';
import { isConversation } from './observe';

/** What a mail server can be asked to search for; short lists of plain text, without apostrophes. */
export const mailboxSearch: Readonly<Record<'senders' | 'subjects', readonly string[]>> =
  detection.mailboxSearch;

/**
 * Do sender and subject look like those of a bounce? Read the mail to be sure.
 *
 * @param from name and address as one text: `Mail Delivery System <mailer-daemon@mx.example.net>`
 * @example
 * looksLikeBounce('postmaster@example.org', 'Undeliverable: Your training') // true
 * looksLikeBounce('Ada <ada@example.org>', 'Re: Undeliverable: Your training') // false, a conversation
 */
export function looksLikeBounce(from: string, subject: string): boolean {
  const roles = new Set(wordsIn(subject).map(({ value }) => value));
  if (roles.has('auto-reply-subject') || isConversation(subject)) return false;
  return (
    wordsIn(from).some(({ value }) => value === 'daemon-sender') ||
    roles.has('failure-subject') ||
    roles.has('delay-subject')
  );
}
