// Until door.ts has it.
import type { Input } from '../engine/input';
export type DoorId =
  'open-item' | 'recent-bounces' | 'dragged-mail' | 'chosen-files' | 'pasted-text' | 'typed-question';
export interface SourceHead {
  door: DoorId;
  id: string;
  name: string | null;
  receivedAt: string | null;
}
export interface Source extends SourceHead {
  addresses: readonly string[];
  read(): Promise<Input>;
}
export type Obstacle =
  'no-outlook' | 'not-set-up' | 'no-nested-sign-in' | 'exchange-server' | 'personal-mailbox';
export interface Door<Asked = void> {
  readonly id: DoorId;
  obstacle(): Obstacle | null;
  open(asked: Asked): Promise<readonly Source[]>;
}
export type DoorProblemCode = 'too-large' | GraphProblemCode;
export type GraphProblemCode =
  | 'graph-unreachable'
  | 'graph-no-answer'
  | 'graph-busy'
  | 'graph-cut'
  | 'graph-refused'
  | 'graph-forbidden'
  | 'graph-no-mailbox'
  | 'graph-mail-gone'
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
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
