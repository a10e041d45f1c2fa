/** Opens the mails that are attached to a mail, as deep and as many as the limits allow. */
import { InputError } from '../input';
import { MAX_ATTACHED, MAX_ATTACHED_DEPTH } from './limits';
import type { Message } from './message';

/**
 * Opens the attached mails into `message.attached`. A warning says what was not opened.
 * @param depth how many mails the message is inside of
 * @param open may throw InputError: the other mails are opened all the same
 */
export function openAttached<Mail>(
  message: Message,
  mails: readonly Mail[],
  depth: number,
  open: (mail: Mail, depth: number) => Message,
): void {
  if (mails.length === 0) return;
  if (depth >= MAX_ATTACHED_DEPTH) {
    warn(message, 'nesting');
    return;
  }
  let isUnread = mails.length > MAX_ATTACHED;
  for (const mail of mails.slice(0, MAX_ATTACHED)) {
    try {
      message.attached.push(open(mail, depth + 1));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      isUnread = true;
    }
  }
  if (isUnread) warn(message, 'attachment-unread');
}

/** @param id of `engine.warnings` */
export function warn(message: Message, id: string): void {
  message.warnings.push({ key: `engine.warnings.${id}`, values: {} });
}
