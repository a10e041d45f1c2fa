/** A mail's bytes → message: our own scan where the structure is plain, postal-mime for all the rest. */
import { latin1, toBytes } from './bytes';
import { MAX_ATTACHED, MAX_ATTACHED_DEPTH, MAX_LINES } from './limits';
import type { Message } from './message';
import { openQuoted } from './quoted';
import { scanMime } from './scan-mime';

/** Lines that postal-mime may still be given. */
interface LineBudget {
  lines: number;
}

/** The first lines of a mail, as many as are left. */
function takeLines(bytes: Uint8Array, budget: LineBudget): Uint8Array {
  let end = 0;
  while (end < bytes.length && budget.lines > 0) {
    const found = bytes.indexOf(0x0a, end);
    end = found < 0 ? bytes.length : found + 1;
    budget.lines--;
  }
  return bytes.subarray(0, end);
}

/**
 * @param bytes a whole mail, at most `MAX_BYTES`
 * @param depth how many mails this one is inside of
 */
export async function openMail(
  bytes: Uint8Array,
  depth = 0,
  budget: LineBudget = { lines: MAX_LINES },
): Promise<Message> {
  const scanned = scanMime(latin1(bytes));
  const given = scanned ? bytes : takeLines(bytes, budget);
  // Loaded with the first mail that needs it.
  const { message, attachedMails } =
    scanned ?? (await (await import(/* webpackChunkName: "mime" */ './mime')).openMime(given));
  if (given.length < bytes.length) message.warnings.push({ key: 'engine.warnings.truncated', values: {} });
  await openAttached(message, attachedMails, depth, budget);
  const quoted =
    message.attached.length === 0 && depth < MAX_ATTACHED_DEPTH ? openQuoted(message.text) : null;
  if (quoted) message.attached.push(quoted);
  return message;
}

async function openAttached(
  message: Message,
  mails: readonly string[],
  depth: number,
  budget: LineBudget,
): Promise<void> {
  if (mails.length === 0) return;
  const warn = (id: string) => message.warnings.push({ key: `engine.warnings.${id}`, values: {} });
  if (depth >= MAX_ATTACHED_DEPTH) {
    warn('nesting');
    return;
  }
  if (mails.length > MAX_ATTACHED) warn('attachment-unread');
  for (const mail of mails.slice(0, MAX_ATTACHED))
    message.attached.push(await openMail(toBytes(mail), depth + 1, budget));
}
