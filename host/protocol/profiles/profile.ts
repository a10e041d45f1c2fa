import type { Switches } from '../client-switches';

/** Where a fact comes from: Microsoft's pages; people who saw it; nobody, so that it is a guess. */
type Evidence = 'documented' | 'reported' | 'not known';

/** Something that is held to be so, and why. */
export interface Fact<Value> {
  value: Value;
  evidence: Evidence;
  /** A page or an issue to look it up in; for a guess, what it is guessed from. */
  source: string;
}

/** What becomes of an open pane when another mail is selected. */
type Pinning =
  /** It is pinned as soon as it opens. */
  | 'by-itself'
  /** It closes, unless the admin has pressed the pin. */
  | 'by-hand'
  /** It closes. */
  | 'never';

/** What a row of the message list becomes when it is dragged onto the pane. */
export type RowDrag =
  /** `Office.EventType.DragAndDropEvent` with a Blob in .eml form. */
  | 'office-event'
  /** An HTML drop with one file in it. */
  | 'msg-file'
  | 'eml-file'
  | 'nothing';

/** When `SelectedItemsChanged` is told. */
type SelectionEvents =
  | 'with-item-changed'
  /** Also where the pane is not pinned or ItemChanged is not told. */
  | 'always'
  | 'never';

/** An Outlook client that the mailbox can play. */
export interface Profile {
  id: ProfileId;
  label: string;
  /** `Office.context.mailbox.diagnostics.hostName` */
  hostName: string;
  /** `Office.context.platform` */
  platform: string;
  hostVersion: string;
  /** `Office.context.mailbox.userProfile.accountType` */
  accountType: 'office365' | 'enterprise';
  /** Highest versions by set, as texts: 1.10 as a number would read as 1.1. */
  requirementSets: Fact<Readonly<Record<string, string>>>;
  /** Names that this client has not, although its requirement sets hold them. */
  lacksBesides: Fact<readonly string[]>;
  pinning: Fact<Pinning>;
  /** Can the pane be opened while no mail is selected? */
  opensWithoutMail: Fact<boolean>;
  drags: Fact<RowDrag>;
  /** May the pane call `navigator.clipboard`? */
  clipboardApi: Fact<boolean>;
  selectionEvents: Fact<SelectionEvents>;
  /** Is "no item" told for a moment before the mail that was selected? */
  nullItemFirst: Fact<boolean>;
  /** What the switches say as long as nobody moves them. */
  switches: { readonly [Name in keyof Switches]: Fact<Switches[Name]> };
}

export type ProfileId =
  'web' | 'new-windows' | 'classic-windows' | 'mac' | 'ios' | 'android' | 'ltsc-2021' | 'on-premises';

export const documented = <Value>(value: Value, source: string): Fact<Value> => ({
  value,
  evidence: 'documented',
  source,
});
export const reported = <Value>(value: Value, source: string): Fact<Value> => ({
  value,
  evidence: 'reported',
  source,
});
export const guessed = <Value>(value: Value, source: string): Fact<Value> => ({
  value,
  evidence: 'not known',
  source,
});
