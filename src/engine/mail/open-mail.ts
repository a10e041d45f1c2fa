/** A mail's bytes → message, with the mails that are attached to it. */
import { latin1 } from './charset';
import { MAX_ATTACHED, MAX_ATTACHED_DEPTH } from './limits';
import type { Message } from './message';
import { scanMime } from './scan-mime';

/** @param bytes a whole mail, at most `MAX_BYTES` */
export const openMail = (bytes: Uint8Array, depth = 0): Message => openRaw(latin1(bytes), depth);

/**
 * @param raw a whole mail, one character a byte
 * @param depth how many mails this one is inside of
 */
export function openRaw(raw: string, depth = 0): Message {
  const { message, attachedMails } = scanMime(mailLines(raw));
  if (attachedMails.length === 0) return message;
  const warn = (id: string) => message.warnings.push({ key: `engine.warnings.${id}`, values: {} });
  if (depth >= MAX_ATTACHED_DEPTH) {
    warn('nesting');
    return message;
  }
  if (attachedMails.length > MAX_ATTACHED) warn('attachment-unread');
  message.attached = attachedMails.slice(0, MAX_ATTACHED).map((mail) => openRaw(mail, depth + 1));
  return message;
}

/** Drops what stands before the header block, and makes line feeds of lone carriage returns. */
function mailLines(raw: string): string {
  const start = raw.slice(0, 4096);
  const lone = !start.includes('\n') && start.includes('\r');
  const lines = (lone ? raw.replaceAll('\r', '\n') : raw).replace(/^[\n\r ]+/, '');
  if (!/^>?From /.test(lines)) return lines;
  const end = lines.indexOf('\n');
  return end < 0 ? lines : lines.slice(end + 1);
}
