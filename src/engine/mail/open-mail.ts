/** A mail's bytes → message: our own scan where the structure is plain, postal-mime for all the rest. */
import { latin1, toBytes } from './charset';
import { MAX_ATTACHED, MAX_ATTACHED_DEPTH, MAX_LINES } from './limits';
import type { Message } from './message';
import { scanMime, type Scanned } from './scan-mime';

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

/** @param bytes a whole mail, at most `MAX_BYTES` */
export const openMail = async (bytes: Uint8Array, depth = 0): Promise<Message> =>
  openRaw(latin1(bytes), depth);

/**
 * @param raw a whole mail, one character a byte
 * @param depth how many mails this one is inside of
 */
export function openRaw(
  raw: string,
  depth = 0,
  budget: LineBudget = { lines: MAX_LINES },
): Message | Promise<Message> {
  const scanned = scanMime(raw);
  // Most mails hold no other, and nothing has to be waited for.
  return scanned?.attachedMails.length === 0 ? scanned.message : openAll(scanned, raw, depth, budget);
}

async function openAll(
  scanned: Scanned | null,
  raw: string,
  depth: number,
  budget: LineBudget,
): Promise<Message> {
  const { message, attachedMails } = scanned ?? (await openByLibrary(raw, budget));
  await openAttached(message, attachedMails, depth, budget);
  return message;
}

/** Loaded with the first mail that needs it. */
async function openByLibrary(raw: string, budget: LineBudget): Promise<Scanned> {
  const { openMime } = await import(/* webpackChunkName: "mime" */ './mime');
  const bytes = toBytes(raw);
  const given = takeLines(bytes, budget);
  const scanned = await openMime(given);
  if (given.length < bytes.length)
    scanned.message.warnings.push({ key: 'engine.warnings.truncated', values: {} });
  return scanned;
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
    message.attached.push(await openRaw(mail, depth + 1, budget));
}
