/**
 * A way by which a bounce comes in. The open item, pasted text and a chosen file are one each;
 * another (dragging, Microsoft Graph) is one more file that answers the same shape.
 */
import type { Input } from '../engine/input';

export type DoorId = 'open-item' | 'pasted-text' | 'asked-line' | 'chosen-file';

/** What is being talked about, for people: known before the whole has been read. */
export interface SourceHead {
  door: DoorId;
  /** Tells one source from another: the item's id, or a running number. */
  id: string;
  /** Subject of a mail, name of a file, or the question; null for pasted text. */
  name: string | null;
  /** When the mail arrived, ISO 8601; null where that is not known. */
  receivedAt: string | null;
}

/** A head with what the engine reads. */
export interface Source extends SourceHead {
  input: Input;
}

/** `Asked` is what this door needs to be told: nothing, a text, a file. */
export interface Door<Asked = void> {
  readonly id: DoorId;
  /** What can be told at once, without reading; null where there is nothing to read. */
  peek(asked: Asked): SourceHead | null;
  /** Reads the whole, or throws a DoorProblem. */
  open(asked: Asked): Promise<Source>;
}

/** Why a door gave nothing; each has its words below `panel.problems`. */
export type DoorProblemCode =
  'no-item' | 'no-answer' | 'refused' | 'too-large' | 'empty-file' | 'not-supported' | 'unreadable-file';

export class DoorProblem extends Error {
  override readonly name = 'DoorProblem';
  constructor(
    readonly code: DoorProblemCode,
    /** For the diagnostics line, never for the headline. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
