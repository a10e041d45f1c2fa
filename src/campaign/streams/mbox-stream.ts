/** A mailbox file of any length → its mails, one in memory at a time. */
import { MAX_BYTES } from '../../engine/mail/limits';
import { splitMbox } from '../../engine/mail/mbox';
import { leftOut, type Found, pieceOf } from './piece';
import { type Chunks, joined } from './text-stream';

/** Bytes of a mail's end that are kept while the rest of it is passed over: a line before the next mail begins. */
const KEPT = 1024;

export async function* mailsOf(chunks: Chunks): AsyncGenerator<Found> {
  let waiting: Uint8Array = new Uint8Array();
  let place = 1;
  let nextLook = 0;
  let isSkipping = false;
  const mail = (bytes: Uint8Array): Found[] => {
    if (isBlank(bytes)) return [];
    const cut = bytes.length > MAX_BYTES;
    const found: Found[] = [pieceOf('mail', place, bytes.slice(0, MAX_BYTES))];
    if (cut) found.push(leftOut('mail-cut', place));
    place++;
    return found;
  };
  for await (const chunk of chunks) {
    waiting = waiting.length === 0 ? chunk : joined(waiting, chunk);
    if (waiting.length < nextLook) continue;
    const mails = splitMbox(waiting);
    const [first] = mails;
    const isMbox = first !== undefined && first.byteOffset > waiting.byteOffset;
    // What stands before the first mail is the end of one whose beginning is missing, or of one that was too long.
    const start = isMbox ? startOf(waiting, first) : 0;
    if (start > 0 && !isSkipping) yield* mail(waiting.subarray(0, start));
    if (start > 0) isSkipping = false;
    for (const whole of isMbox ? mails.slice(0, -1) : []) yield* mail(whole);
    const last = isMbox ? mails.at(-1) : waiting;
    if (last === undefined) continue;
    // Its line `From ` stays before it, so that it is found again.
    waiting = waiting.slice(isMbox ? startOf(waiting, last) : 0);
    if (waiting.length > MAX_BYTES) {
      if (!isSkipping) yield* mail(bodyOf(waiting));
      isSkipping = true;
      waiting = waiting.slice(-KEPT);
    }
    // A long mail is looked at again when there is twice as much of it: the work stays in step with its length.
    nextLook = waiting.length * 2;
  }
  const mails = splitMbox(waiting);
  const [first] = mails;
  const isMbox = first !== undefined && first.byteOffset > waiting.byteOffset;
  const start = isMbox ? startOf(waiting, first) : 0;
  if (start > 0 && !isSkipping) yield* mail(waiting.subarray(0, start));
  if (start === 0 && isSkipping) return;
  for (const whole of mails) yield* mail(whole);
}

/** Where the line `From ` of a mail begins. */
function startOf(all: Uint8Array, mail: Uint8Array): number {
  const body = mail.byteOffset - all.byteOffset;
  return all.lastIndexOf(0x0a, body - 2) + 1;
}

const bodyOf = (bytes: Uint8Array): Uint8Array => splitMbox(bytes)[0] ?? bytes;

const isBlank = (bytes: Uint8Array) => bytes.length < 100 && bytes.every((byte) => byte <= 0x20);
