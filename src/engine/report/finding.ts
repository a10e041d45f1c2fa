/** What one reader found about one recipient. `null` where it found nothing; nothing is made up. */
import type { Action } from '../explanation';
import type { Headers } from '../mail/headers';

export interface Finding {
  address: string | null;
  action: Action | null;
  replyCode: string | null;
  status: string | null;
  /** The answer of a server. */
  diagnostic: string | null;
  /** What the report says about this recipient in its own words. */
  prose: string | null;
  remoteMta: string | null;
}

/** Characters kept of what was said; codes are read from no more, and no server says as much. */
const MAX_SAID = 4000;

export const finding = (fields: Partial<Finding>): Finding => ({
  address: fields.address ?? null,
  action: fields.action ?? null,
  replyCode: fields.replyCode ?? null,
  status: fields.status ?? null,
  diagnostic: fields.diagnostic?.slice(0, MAX_SAID) ?? null,
  prose: fields.prose?.slice(0, MAX_SAID) ?? null,
  remoteMta: fields.remoteMta ?? null,
});

/** The message as readers see it: split into what the server says and what it returned. */
export interface ReportText {
  readonly form: 'mail' | 'text';
  readonly headers: Headers;
  /** Texts of delivery-status parts. */
  readonly statusParts: string[];
  /** Their blocks of fields; those in the readable text where there is no such part. */
  readonly statusBlocks: readonly Headers[];
  /** What the reporting system says. */
  readonly lines: string[];
  /** Header block of the returned mail; empty where none came back. */
  readonly original: Headers;
}

/** One way of reading a report, for one family of mail systems. */
export interface Reader {
  id: string;
  read(report: ReportText): Finding[];
}
