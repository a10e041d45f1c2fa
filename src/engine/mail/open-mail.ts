/** A mail's bytes → message, with the mails that are attached to it. */
import { openAttached, warn } from './attached';
import { latin1, toBytes } from './charset';
import { MAX_ATTACHED_DEPTH } from './limits';
import type { Message } from './message';
import { scanMime } from './scan-mime';
import { headerBlock, signedEntity, withFields } from './smime';

/** @param bytes a whole mail, at most `MAX_BYTES` */
export const openMail = (bytes: Uint8Array, depth = 0): Message => openRaw(latin1(bytes), depth);

/**
 * @param raw a whole mail, one character a byte
 * @param depth how many mails this one is inside of
 */
export function openRaw(raw: string, depth = 0): Message {
  const lines = mailLines(raw);
  const { message, attachedMails, envelope } = scanMime(lines);
  if (envelope !== null) {
    const signed = signedEntity(toBytes(envelope));
    if (signed && depth < MAX_ATTACHED_DEPTH)
      return openRaw(withFields(latin1(signed), headerBlock(lines)), depth + 1);
    warn(message, signed ? 'nesting' : 'encrypted');
  }
  openAttached(message, attachedMails, depth, openRaw);
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
