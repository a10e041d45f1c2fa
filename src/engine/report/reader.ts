/** What readers get, and what they deliver. */
import type { Headers } from '../mail/headers';
import type { Role } from '../phrases/vocabulary';
import type { DeliveryRecord } from '../record/record';

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
  /** May a word of the vocabulary stand in them? Asked before a pattern is, which costs more. */
  readonly mayHold: (role: Role) => boolean;
  /** Header block of the returned mail; empty where none came back. */
  readonly original: Headers;
}

/**
 * How a reader knows whose address it has found: a field or a command names it, or its place and the words around it
 * tell. What words tell, the rest of the text may contradict.
 */
export type Naming = 'field' | 'words';

/** One way of reading a report, for one family of mail systems. */
export interface Reader {
  /** Named in every record that it finds, and by `ndr-explain --trace`. */
  id: string;
  naming: Naming;
  read(report: ReportText): DeliveryRecord[];
}
