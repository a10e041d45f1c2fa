import type { LogEntry } from '../protocol/addin-pane';
import type { OpenedForm } from '../protocol/calls-on-mailbox';
import type { CallId } from '../protocol/calls';
import type { GraphMode } from '../graph/local-token';
import type { SwitchName, Switches } from '../protocol/client-switches';
import type { ProfileId } from '../protocol/profiles';
import type { Activation } from './activation';
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
 * mailbox.move('ndr', 'dialog');            // moves a switch; null leaves it to the client again
 * mailbox.press();                          // the add-in's button
 * await mailbox.drag('exchange-550-5.1.1.eml'); // drags and drops the mail on the pane
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
  /** The client that is played; another one opens a new pane, if its button is on. */
  profile: ProfileId;
  /** How sign-in and Graph behave; a change opens a new pane. */
  graph: GraphMode;
  /** The position of every switch. */
  readonly switches: Switches;
  /** Moves a switch; null leaves it to the client again. */
  move<Name extends SwitchName>(name: Name, position: Switches[Name] | null): void;
  /** What the add-in's button does beside what is selected. */
  readonly activation: Activation;
  /** Presses the add-in's button, as far as it is on. */
  press(): void;
  /** Closes the pane. */
  close(): void;
  /** Is a pane open? */
  readonly isOpen: boolean;
  /** Does an open pane stay when another mail is selected? Where the client has no pin, it never does. */
  pinned: boolean;
  /** File of the mail that the pane was told of; null for none. */
  readonly told: string | null;
  /** Opens the pane anew. */
  reload(): void;
  /** Has office.js in the open pane spoken? */
  readonly heard: boolean;
  /**
   * Drags mails over the pane and drops them, in the way of the client; false if it has none or the
   * add-in takes none.
   */
  drag(...files: string[]): Promise<boolean>;
}

declare global {
  interface Window {
    mailbox: MailboxHandle;
  }
}
