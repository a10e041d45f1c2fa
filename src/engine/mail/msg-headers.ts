/**
 * The header block of a message in a .msg file. Outlook keeps the block that came with the mail; fields that
 * it lacks are made of properties. A mail that was sent from here has no block at all.
 */
import { unifyLineEnds } from './bytes';
import { parseHeaderBlock } from './headers';
import { MAX_FIELD } from './limits';
import type { Properties } from './msg-properties';
import { actionOf, recipientsOf } from './msg-recipients';

/** Property numbers (MS-OXPROPS). */
const HEADER_BLOCK = 0x007d;
const SUBJECT = 0x0037;
/** The sender's SMTP address, the address in the sender's own system. */
const SENDER = [0x5d01, 0x0c1f] as const;
const MESSAGE_ID = 0x1035;
const IN_REPLY_TO = 0x1042;
/** Sent by its client, or received. */
const TIMES = [0x0039, 0x0e06] as const;
/** Recipients named in a To field that is made. */
const MAX_TO = 100;

/** @returns lines of a header block, the last with its line end */
export function headerLines(item: Properties): string {
  const block = unifyLineEnds(item.text(HEADER_BLOCK) ?? '').trim();
  const { headers } = parseHeaderBlock(block);
  const made: readonly [string, () => string | null | undefined][] = [
    ['Subject', () => item.text(SUBJECT)],
    ['From', () => firstText(item, SENDER)],
    ['To', () => addressees(item)],
    ['Date', () => dateOf(item)],
    ['Message-ID', () => item.text(MESSAGE_ID)],
    ['In-Reply-To', () => item.text(IN_REPLY_TO)],
  ];
  let lines = block && `${block}\n`;
  for (const [name, value] of made) {
    const text = headers.has(name.toLowerCase()) ? null : value();
    if (text) lines += `${name}: ${text.slice(0, MAX_FIELD).replace(/\s+/g, ' ')}\n`;
  }
  return lines;
}

const firstText = (item: Properties, ids: readonly number[]) =>
  ids.map((id) => item.text(id)).find((text) => text);

/** A report's recipients are not whom it was written to, but those who got no mail. */
const addressees = (item: Properties) =>
  actionOf(item) === null
    ? recipientsOf(item, MAX_TO)
        .flatMap(({ address }) => address ?? [])
        .join(', ')
    : null;

function dateOf(item: Properties): string | null {
  const time = TIMES.map((id) => item.time(id)).find((value) => value !== null);
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date.toUTCString();
}
