/**
 * The door for the message that is open in Outlook. The whole file is best; where the client has no
 * such call, headers, body and attached mails are put together.
 */
import type { Input, MessageParts } from '../engine/input';
import { attachedMails, attachedMailsOf } from './attached-mails';
import { fromBase64 } from './bytes';
import { call } from './call';
import { type Door, DoorProblem, type Source, type SourceHead } from './door';
import { capabilities, mailbox, openItem, start } from './office';
import { differenceOf } from './same-message';

/** Classic Outlook names no item first and the real one a moment later. */
const NULL_ITEM_GRACE_MS = 600;
const LOOK_AGAIN_MS = 100;

export const openItemDoor: Door = {
  id: 'open-item',
  obstacle: () => (mailbox() ? null : 'no-outlook'),
  async open() {
    const item = await settledItem();
    return [{ ...head(item), addresses: [], read: () => takeAhead(item) ?? read(item) } satisfies Source];
  },
};

/** What `readAhead` began: for the first who asks, and for that item only. */
let ahead: { id: string; input: Promise<Input> } | null = null;

/** Reads the open item as soon as Outlook is there, while the pane is still drawn for the first time. */
export async function readAhead(): Promise<void> {
  if (!(await start()).mailbox) return;
  const item = openItem();
  if (item) ahead = { id: head(item).id, input: read(item) };
  await ahead?.input.catch(() => undefined);
}

function takeAhead(item: Office.MessageRead): Promise<Input> | null {
  const taken = ahead?.id === head(item).id ? ahead.input : null;
  ahead = null;
  // The open item may have changed for a moment, or a call may have been refused: then it is asked once more.
  return taken && taken.catch(() => read(item));
}

function head(item: Office.MessageRead): SourceHead {
  const received = item.dateTimeCreated ? new Date(item.dateTimeCreated) : null;
  return {
    door: 'open-item',
    id: item.itemId ?? item.internetMessageId ?? 'open-item',
    name: typeof item.subject === 'string' ? item.subject : null,
    receivedAt: received && !Number.isNaN(received.getTime()) ? received.toISOString() : null,
  };
}

async function settledItem(): Promise<Office.MessageRead> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const item = openItem();
    if (item) return item;
    if (waited >= NULL_ITEM_GRACE_MS) throw new DoorProblem('no-item', 'mailbox.item is empty');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/**
 * Reads the item, and makes sure that it is the one that was asked for. Calls answer for the message that is
 * selected at that moment. The selection may have changed in between, and Outlook does not always tell. Without this
 * check, the content of one message would be shown under the name of another.
 */
async function read(item: Office.MessageRead): Promise<Input> {
  const asked = head(item);
  const input = await wholeFile(item).catch(() => pieces(item));
  const now = openItem();
  if (!now || head(now).id !== asked.id) {
    throw new DoorProblem('other-message', 'the open item changed while it was read');
  }
  const difference = await differenceOf({ messageId: item.internetMessageId, subject: asked.name }, input);
  if (difference) {
    throw new DoorProblem('other-message', `the ${difference} of the content is not that of the item`);
  }
  return input;
}

/** Tried rather than looked up: clients promise this call and lack it, or have it and do not say so. */
async function wholeFile(item: Office.MessageRead): Promise<Input> {
  if (typeof item.getAsFileAsync !== 'function') throw new DoorProblem('not-supported', 'no getAsFileAsync');
  const bytes = fromBase64(await call<string>('getAsFileAsync', (done) => item.getAsFileAsync(done)));
  if (!bytes?.length) throw new DoorProblem('refused', 'getAsFileAsync gave no file');
  return bytes;
}

async function pieces(item: Office.MessageRead): Promise<MessageParts> {
  const can = capabilities();
  const [headers, html, attachments] = await Promise.allSettled([
    can.headers
      ? call<string>('getAllInternetHeadersAsync', (done) => item.getAllInternetHeadersAsync(done))
      : Promise.resolve(null),
    call<string>('body.getAsync', (done) => item.body.getAsync('html', done)),
    can.attachments ? attachedMails(item) : Promise.resolve([]),
  ]);
  const attached = attachments.status === 'fulfilled' ? attachments.value : [];
  // Headers alone explain nothing: without body and attachments this door has failed.
  if (html.status === 'rejected' && attached.length === 0) throw html.reason;
  return {
    headers: headers.status === 'fulfilled' ? headers.value : null,
    subject: item.subject ?? null,
    from: item.from?.emailAddress ?? null,
    html: html.status === 'fulfilled' ? html.value : null,
    text: null,
    attachments: attached,
    hasUnreadAttachments: attached.length < attachedMailsOf(item).length,
    ...(html.status === 'rejected' ? { hasUnreadBody: true } : {}),
  };
}
