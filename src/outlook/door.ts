/**
 * A door is a way by which a bounce comes in: the open message, a file, pasted text, a list from Microsoft
 * Graph. Each door is one file that answers the same shape, and one line in `doors.ts`.
 */
import type { Input } from '../engine/input';

export type DoorId =
  | 'open-item'
  | 'recent-bounces'
  | 'message-trace'
  | 'dragged-mail'
  | 'chosen-files'
  | 'pasted-text'
  | 'typed-question';

/** What a message is called, for people: known before it is read. */
export interface SourceHead {
  door: DoorId;
  /** Tells one source from another: the item's id, or a running number. */
  id: string;
  /** Subject of a mail, name of a file, or the question; null for pasted text. */
  name: string | null;
  /** When the mail arrived, ISO 8601; null where that is not known. */
  receivedAt: string | null;
}

/** A message that a door offers. Reading it may take time and may fail. */
export interface Source extends SourceHead {
  /** Failed recipients, as far as the door knows them before reading; often empty. */
  addresses: readonly string[];
  /** Reads the whole. @throws DoorProblem */
  read(): Promise<Input>;
}

/** `Asked` is what this door needs to be told: nothing, a text, files. */
export interface Door<Asked = void> {
  readonly id: DoorId;
  /** Why this door cannot work in this client; null where it can. It looks, and asks nobody. */
  obstacle(): Obstacle | null;
  /** One source or several, without reading them. @throws DoorProblem */
  open(asked: Asked): Promise<readonly Source[]>;
}

/** Why a door cannot work here; each has its words below `panel.doors.obstacles`. */
export type Obstacle =
  | 'switched-off'
  | 'no-outlook'
  | 'no-dragging'
  | 'not-set-up'
  | 'no-nested-sign-in'
  | 'exchange-server'
  | 'personal-mailbox'
  | 'not-in-this-cloud';

/** Why a door gave nothing; each has its words below `panel.problems`. */
export type DoorProblemCode =
  | 'switched-off'
  | 'no-item'
  | 'no-answer'
  | 'refused'
  | 'other-message'
  | 'too-large'
  | 'empty-file'
  | 'not-supported'
  | 'unreadable-file'
  | 'no-mail-inside'
  | 'too-many-mails'
  | 'broken-zip'
  | 'locked-zip'
  | 'zip-bomb'
  | 'zip-in-zip'
  | 'path-outside-zip'
  | 'graph-unreachable'
  | 'graph-no-answer'
  | 'graph-busy'
  | 'graph-cut'
  | 'graph-refused'
  | 'graph-forbidden'
  | 'graph-no-mailbox'
  | 'graph-mail-gone'
  | 'trace-not-provisioned'
  | 'sign-in-expired'
  | 'sign-in-refused'
  | 'sign-in-blocked'
  | 'sign-in-cancelled'
  | 'sign-in-silent'
  | 'sign-in-not-registered'
  | 'sign-in-offline'
  | 'sign-in-policy'
  | 'sign-in-unavailable'
  | 'sign-in-failed';

export class DoorProblem extends Error {
  override readonly name = 'DoorProblem';
  constructor(
    readonly code: DoorProblemCode,
    /** For the diagnostics: codes and sizes, never words of a mail, names or addresses. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

let count = 0;

/** An id for a source that has none of its own: `pasted-text-3`. */
export const newSourceId = (door: DoorId): string => `${door}-${++count}`;
