import type { LogEntry } from '../protocol/addin-pane';
import type { OpenedForm } from '../protocol/calls-on-mailbox';
import type { CallId } from '../protocol/calls';
import type { GraphMode } from '../graph/local-token';
import type { ProfileId } from '../protocol/profiles';
import type { ThemeName } from './themes';

/**
 * `window.mailbox`: the handle by which tests, and whoever opens the browser's console, drive the page.
 *
 * @example
 * ```js
 * mailbox.select('exchange-550-5.1.1.eml'); // as a click in the list does; null selects nothing
 * mailbox.mute(37);                         // the body is never answered
 * mailbox.fail('DevHost.getAsFileAsync', 9020);
 * mailbox.delay(37, 800);                   // answered late, with what was selected when it was asked
 * mailbox.restore();                        // all calls behave again
 * mailbox.theme('dark');
 * mailbox.profile = 'mac';                  // opens a new pane
 * mailbox.graph = 'throttled';              // opens a new pane; modes: graph/local-token.ts
 * mailbox.drag('exchange-550-5.1.1.eml');   // drags and drops the mail on the pane
 * ```
 */
export interface MailboxHandle {
  /** The selected mail's file. */
  readonly selected: string | null;
  /** Selects a mail by its file, or nothing; throws for an unknown file. */
  select(file: string | null): void;
  /** Files of all mails, newest first. */
  readonly files: readonly string[];
  /** No answer to this call from now on. */
  mute(id: CallId): void;
  /** This call fails with this code from now on. */
  fail(id: CallId, code: number): void;
  /** This call's answer arrives late from now on. */
  delay(id: CallId, ms: number): void;
  /** Ends `mute`, `fail` and `delay` of one call, or of all. */
  restore(id?: CallId): void;
  /** The messages to and from the pane, oldest first. */
  readonly log: readonly LogEntry[];
  /** Forms that the add-in opened. */
  readonly opened: readonly OpenedForm[];
  /** Changes the theme of the page and tells the add-in. */
  theme(name: ThemeName): void;
  /** The client that is played. */
  profile: ProfileId;
  /** How sign-in and Graph behave; a change opens a new pane. */
  graph: GraphMode;
  /** Opens the pane anew. */
  reload(): void;
  /** Has office.js in the open pane spoken? */
  readonly heard: boolean;
  /** Drags a mail over the pane and drops it; false if the client or the add-in does not take it. */
  drag(file: string): boolean;
}

declare global {
  interface Window {
    mailbox: MailboxHandle;
  }
}
