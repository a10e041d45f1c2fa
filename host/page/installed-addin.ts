import type { GraphMode } from '../graph/local-token';
import { AddinPane, type LogEntry } from '../protocol/addin-pane';
import { CallDesk } from '../protocol/call-desk';
import { WireEvent } from '../protocol/calls';
import { callsOnItem, type CustomProperties } from '../protocol/calls-on-item';
import { callsOnMailbox, type OpenedForm } from '../protocol/calls-on-mailbox';
import { initialDataOf, itemlessData } from '../protocol/initial-data';
import { Notifications, type Notification } from '../protocol/notifications';
import { mailboxOwner } from '../protocol/owner';
import type { Profile } from '../protocol/profiles';
import { Stored } from '../protocol/stored';
import type { WireDrag } from '../supplement/parts/drag-events';
import type { Mailbox } from './mailbox';
import { officeThemes, type ThemeName } from './themes';

/** As Outlook would say it: with a region, in the browser's language. */
const { language, region } = new Intl.Locale(
  // A browser without a desktop calls itself `en-US@posix`, which is no tag.
  /^[A-Za-z0-9-]+/.exec(navigator.language)?.[0] ?? 'en-US',
).maximize();
const identity = {
  addinId: '5a0c1c6e-8a1b-4c27-9d2f-6c1f6d1f0b7e',
  addinName: 'Bounce Explainer',
  locale: `${language}-${region}`,
};
/** The log is for looking at; without an end it would hold every body ever read. */
const LOG_LENGTH = 2000;

/** What the page does when the add-in says something. */
export interface AddinListener {
  onOpen: () => void;
  onHeard: () => void;
  onNotice: (notice: number) => void;
  onForm: (form: OpenedForm) => void;
  onNotifications: (shown: Notification[]) => void;
}

/** Our add-in in this mailbox: opens its pane, tells it of mails and themes, answers its calls. */
export class InstalledAddin {
  readonly desk: CallDesk;
  readonly log: LogEntry[] = [];
  readonly opened: OpenedForm[] = [];
  readonly #notifications: Notifications;
  readonly #roamingSettings = new Stored<Record<string, string>>(localStorage, 'mailbox.roamingSettings', {});
  readonly #customProperties = new Stored<CustomProperties>(localStorage, 'mailbox.customProperties', {});
  #pane: AddinPane | null = null;

  constructor(
    private readonly mailbox: Mailbox,
    private readonly container: HTMLElement,
    private readonly url: string,
    private played: { profile: Profile; theme: ThemeName; graph: GraphMode },
    private readonly listener: AddinListener,
  ) {
    this.#notifications = new Notifications(listener.onNotifications);
    this.desk = new CallDesk(
      new Map([
        ...callsOnItem(() => mailbox.selected, this.#customProperties),
        ...callsOnMailbox(this.#roamingSettings, (form) => {
          this.opened.push(form);
          listener.onForm(form);
        }),
        ...this.#notifications.calls(),
      ]),
    );
    mailbox.addEventListener('select', () => this.#itemChanged());
  }

  get profile(): Profile {
    return this.played.profile;
  }

  get heard(): boolean {
    return this.#pane?.heard ?? false;
  }

  /** Opens the pane, closing the one before. */
  open(): void {
    const { profile, theme, graph } = this.played;
    this.#pane?.close();
    this.#pane = new AddinPane({
      container: this.container,
      url: this.url,
      identity,
      profile,
      officeTheme: profile.lacks.includes('officeTheme') ? null : officeThemes[theme],
      graph,
      selected: () => this.mailbox.selected && initialDataOf(this.mailbox.selected, mailboxOwner, profile),
      itemless: () => itemlessData(mailboxOwner, profile),
      roamingSettings: () => this.#roamingSettings.read(),
      desk: this.desk,
      log: (entry) => {
        this.log.push(entry);
        if (this.log.length > LOG_LENGTH) this.log.shift();
      },
      onHeard: this.listener.onHeard,
      onNotice: this.listener.onNotice,
    });
    this.listener.onOpen();
  }

  /** Hands the keyboard focus to the pane. */
  focus(): void {
    this.#pane?.focus();
  }

  /** Plays another client, in a new pane: a client does not change while one is open. */
  play(profile: Profile): void {
    this.played = { ...this.played, profile };
    this.open();
  }

  get graph(): GraphMode {
    return this.played.graph;
  }

  /** Lets sign-in and Graph behave otherwise, in a new pane: what was signed in is forgotten with the old one. */
  playGraph(graph: GraphMode): void {
    this.played = { ...this.played, graph };
    this.open();
  }

  /** Changes the theme under the open pane. */
  dress(theme: ThemeName): void {
    this.played = { ...this.played, theme };
    if (!this.profile.lacks.includes('officeTheme')) this.#pane?.emitThemeChanged(officeThemes[theme]);
  }

  /** Does the played client tell drags, and does the add-in want to know? */
  get wantsDrags(): boolean {
    return this.profile.tellsDrags && (this.#pane?.listensTo(WireEvent.dragAndDrop) ?? false);
  }

  /** Tells the add-in that a mail is dragged over it, or dropped on it. */
  drag(data: WireDrag): boolean {
    return this.#pane?.emit(WireEvent.dragAndDrop, data) ?? false;
  }

  #itemChanged(): void {
    this.#notifications.clear();
    if (this.profile.pins) this.#pane?.emitItemChanged();
    else this.open();
  }
}
