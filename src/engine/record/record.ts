/** What one reader found about one recipient: one row, event, block or session. `null` where it found nothing. */
import type { SmtpCommand } from '../answer/command';
import type { Action } from '../explanation';
import type { Category } from './category';
import type { EventKind } from './outcome';

export interface DeliveryRecord {
  /** Lower case. */
  address: string | null;
  /** What became of the mail, where the record says so in a word or a field; `record/outcome.ts` judges the rest. */
  action: Action | null;
  replyCode: string | null;
  status: string | null;
  /** The answer of a server, with the frame that others put around it. */
  diagnostic: string | null;
  /** What the report says about this recipient in its own words. */
  prose: string | null;
  remoteMta: string | null;
  /** The command that was answered, where the record stands below one. */
  command: SmtpCommand | null;
  /** Which message it is about, where the record says so: two records of two messages never mix. */
  messageKey: string | null;
  /** When it was written, as a number that grows with the time; `record/time.ts`. */
  time: number | null;
  /** What the record's own word for what happened means: `deferred`, `SpamComplaint`. */
  event: EventKind | null;
  /** What a service's category names: `NoMailbox`. */
  category: Category | null;
  /** Id of the reader that found the address. */
  reader: string | null;
}

/** Characters kept of what was said; codes are read from no more, and no server says as much. */
export const MAX_SAID = 4000;

export const recordOf = (fields: Partial<DeliveryRecord>): DeliveryRecord => ({
  address: fields.address ?? null,
  action: fields.action ?? null,
  replyCode: fields.replyCode ?? null,
  status: fields.status ?? null,
  diagnostic: fields.diagnostic?.slice(0, MAX_SAID) ?? null,
  prose: fields.prose?.slice(0, MAX_SAID) ?? null,
  remoteMta: fields.remoteMta ?? null,
  command: fields.command ?? null,
  messageKey: fields.messageKey ?? null,
  time: fields.time ?? null,
  event: fields.event ?? null,
  category: fields.category ?? null,
  reader: fields.reader ?? null,
});
