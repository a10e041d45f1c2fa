import type { GraphMode } from '../graph/local-token';
import { AddinPane, type LogEntry } from '../protocol/addin-pane';
import { CallDispatcher, type Fault } from '../protocol/call-dispatcher';
import { ErrorCode, WireEvent } from '../protocol/calls';
import { callsOnItem, type CustomProperties } from '../protocol/calls-on-item';
import { callsOnMailbox, type OpenedForm } from '../protocol/calls-on-mailbox';
import { switchNames, type Switches } from '../protocol/client-switches';
import { initialDataOf, itemlessData } from '../protocol/initial-data';
import { Notifications, type Notification } from '../protocol/notifications';
import { mailboxOwner } from '../protocol/mailbox-owner';
import { lackedBy, type Profile } from '../protocol/profiles';
import { Stored } from '../protocol/stored';
import type { WireDrag, WireHtmlDrag } from '../supplement/parts/wire-drag';
import { activationOf, type Activation } from './activation';
import type { Mail } from './mail';
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
/** How long a client that tells "no item" first leaves it at that. */
const NULL_ITEM_MS = 150;

/** What the page does when the add-in says something. */
export interface AddinListener {
  onOpen: () => void;
  onHeard: () => void;
  onNotice: (notice: number) => void;
  onForm: (form: OpenedForm) => void;
  onNotifications: (shown: Notification[]) => void;
  /** The client asks before it starts the add-in on a restricted item. */
  onRestricted: (goOn: () => void) => void;
}

/** What is played: a client, the switches that somebody has moved, a theme. */
export interface Played {
  profile: Profile;
  moved: Partial<Switches>;
  theme: ThemeName;
  /** How sign-in and Graph behave. */
  graph: GraphMode;
}

/**
 * Our add-in in this mailbox, as the played client runs it: opens and closes its pane, tells it of mails
 * and themes or does not, answers its calls. Views listen for `change`.
 */
export class InstalledAddin extends EventTarget {
  readonly dispatcher: CallDispatcher;
  readonly log: LogEntry[] = [];
  readonly opened: OpenedForm[] = [];
  readonly #notifications: Notifications;
  readonly #roamingSettings = new Stored<Record<string, string>>(localStorage, 'mailbox.roamingSettings', {});
  readonly #customProperties = new Stored<CustomProperties>(localStorage, 'mailbox.customProperties', {});
  #pane: AddinPane | null = null;
  #pinned: boolean;
  /** The mail that the pane knows of: not the selected one where the client has not told it. */
  #told: Mail | null = null;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly mailbox: Mailbox,
    private readonly container: HTMLElement,
    private readonly url: string,
    private played: Played,
    private readonly listener: AddinListener,
  ) {
    super();
    this.#pinned = this.canPin;
    this.#notifications = new Notifications(listener.onNotifications);
    const onItem = callsOnItem(() => this.#answeredMail, this.#customProperties);
    this.dispatcher = new CallDispatcher(
      new Map([
        ...onItem,
        ...callsOnMailbox(this.#roamingSettings, (form) => {
          this.opened.push(form);
          listener.onForm(form);
        }),
        ...this.#notifications.calls(),
      ]),
      (id) => (onItem.has(id) ? this.#staleFault() : null),
    );
    mailbox.addEventListener('select', () => this.#selectionChanged());
  }

  get profile(): Profile {
    return this.played.profile;
  }

  /** The position of every switch, moved or not. */
  get switches(): Switches {
    const { profile, moved } = this.played;
    const own = switchNames.map((name) => [name, profile.switches[name].value]);
    return { ...(Object.fromEntries(own) as Switches), ...moved };
  }

  get moved(): Partial<Switches> {
    return this.played.moved;
  }

  get isOpen(): boolean {
    return this.#pane !== null;
  }

  get canPin(): boolean {
    return this.profile.pinning.value !== 'never';
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  /** The mail that the pane was told of last; null where there is none. */
  get told(): Mail | null {
    return this.#told;
  }

  get heard(): boolean {
    return this.#pane?.heard ?? false;
  }

  /** What the add-in's button would do now. */
  get activation(): Activation {
    return activationOf(this.mailbox.selected, this.profile, this.switches.ndr);
  }

  /** The add-in's button is pressed: the pane opens, beside a pane that is open nothing happens. */
  press(): void {
    if (this.isOpen && this.#told === this.mailbox.selected) return;
    this.#start(() => this.#openOn(this.mailbox.selected));
  }

  /** Opens the pane anew, on what it was told of last or, if it is closed, on what is selected. */
  reload(): void {
    if (this.isOpen) this.#openOn(this.#told);
    else this.press();
  }

  close(): void {
    clearTimeout(this.#telling);
    this.#pane?.close();
    this.#pane = null;
    this.#told = null;
    this.#changed();
  }

  /** The pin in the pane's head: a pinned pane stays when another mail is selected. */
  pin(pinned: boolean): void {
    this.#pinned = pinned && this.canPin;
    this.#changed();
  }

  /** Hands the keyboard focus to the pane. */
  focus(): void {
    this.#pane?.focus();
  }

  /** Plays another client, in a new pane: a client does not change while one is open. */
  play(profile: Profile): void {
    this.close();
    this.played = { ...this.played, profile };
    this.#pinned = this.canPin;
    this.press();
  }

  /** Moves a switch; null leaves it to the client again. */
  move<Name extends keyof Switches>(name: Name, position: Switches[Name] | null): void {
    const moved = { ...this.played.moved };
    if (position === null) Reflect.deleteProperty(moved, name);
    else moved[name] = position;
    this.played = { ...this.played, moved };
    this.#changed();
  }

  get graph(): GraphMode {
    return this.played.graph;
  }

  /** Lets sign-in and Graph behave otherwise, in a new pane: what was signed in is forgotten with the old one. */
  playGraph(graph: GraphMode): void {
    this.played = { ...this.played, graph };
    this.reload();
  }

  /** Changes the theme under the open pane. */
  dress(theme: ThemeName): void {
    this.played = { ...this.played, theme };
    if (this.#tellsTheme) this.#pane?.emitThemeChanged(officeThemes[theme]);
  }

  /** Will the pane hear of a mail that is dragged over it? */
  get takesDrags(): boolean {
    if (this.profile.drags.value === 'nothing') return false;
    const isOffice = this.profile.drags.value === 'office-event';
    return this.#pane?.listensTo(isOffice ? WireEvent.dragAndDrop : WireEvent.devHostDrag) ?? false;
  }

  /** Tells the add-in, by Office's event, that a mail is dragged over it, or dropped on it. */
  drag(data: WireDrag): boolean {
    return this.#pane?.emit(WireEvent.dragAndDrop, data) ?? false;
  }

  /** Lets the pane's page have an HTML drag event. */
  htmlDrag(data: WireHtmlDrag): boolean {
    return this.#pane?.emit(WireEvent.devHostDrag, data) ?? false;
  }

  get #tellsTheme(): boolean {
    return !lackedBy(this.profile).includes('officeTheme');
  }

  get #isStale(): boolean {
    return this.#told !== this.mailbox.selected;
  }

  get #answeredMail(): Mail | null {
    return this.#isStale && this.switches.staleCalls === 'new' ? this.mailbox.selected : this.#told;
  }

  #staleFault(): Fault | null {
    if (!this.#isStale) return null;
    if (this.switches.staleCalls === 'silent') return { kind: 'mute' };
    return this.switches.staleCalls === 'fails' ? { kind: 'fail', code: ErrorCode.genericResponse } : null;
  }

  /** Starts the add-in on what is selected as far as the client does. */
  #start(go: () => void): void {
    const { selected } = this.mailbox;
    if (this.activation === 'starts') go();
    else if (this.activation === 'after-dialog') {
      this.listener.onRestricted(() => {
        if (this.mailbox.selected === selected) go();
      });
    }
  }

  #openOn(mail: Mail | null): void {
    const { profile, theme, graph } = this.played;
    clearTimeout(this.#telling);
    this.#pane?.close();
    this.#told = mail;
    if (profile.pinning.value === 'by-itself') this.#pinned = true;
    this.#pane = new AddinPane({
      container: this.container,
      url: this.url,
      identity,
      profile,
      officeTheme: this.#tellsTheme ? officeThemes[theme] : null,
      graph,
      told: () => this.#told && initialDataOf(this.#told, mailboxOwner, profile),
      itemless: () => itemlessData(mailboxOwner, profile),
      roamingSettings: () => this.#roamingSettings.read(),
      dispatcher: this.dispatcher,
      log: (entry) => {
        this.log.push(entry);
        if (this.log.length > LOG_LENGTH) this.log.shift();
      },
      onHeard: this.listener.onHeard,
      onNotice: this.listener.onNotice,
    });
    this.listener.onOpen();
    this.#changed();
  }

  #selectionChanged(): void {
    clearTimeout(this.#telling);
    this.#notifications.clear();
    if (this.isOpen && !this.#pinned) this.close();
    else if (this.isOpen) this.#tellPinned();
    this.#changed();
  }

  #tellPinned(): void {
    const fires = this.switches.itemChanged === 'fires';
    const tell = (): void => {
      if (fires) this.#tellSelected();
      if (fires || this.profile.selectionEvents.value === 'always') this.#tellSelection();
    };
    // Nothing selected is told as it is: a pane that is open does not ask whether it could be opened.
    if (this.mailbox.selected) this.#start(tell);
    else tell();
  }

  #tellSelected(): void {
    const { selected } = this.mailbox;
    if (!this.profile.nullItemFirst.value || !selected) return this.#tell(selected);
    this.#tell(null);
    this.#telling = setTimeout(() => this.#tell(selected), NULL_ITEM_MS);
  }

  /** A pane that has not registered for the event keeps the mail that it has. */
  #tell(mail: Mail | null): void {
    if (!this.#pane?.listensTo(WireEvent.itemChanged)) return;
    this.#told = mail;
    this.#pane.emitItemChanged();
    this.#changed();
  }

  #tellSelection(): void {
    if (this.profile.selectionEvents.value !== 'never') this.#pane?.emit(WireEvent.selectedItemsChanged, {});
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
