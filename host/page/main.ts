import { Notice } from '../protocol/calls';
import { profileOf, type Profile } from '../protocol/profiles';
import { activationOf, isNdr } from './activation';
import { askRestricted, showCommands } from './command-bar';
import { showControls } from './controls';
import { byId, make } from './elements';
import { showFolders } from './folder-list';
import { showForm } from './form-dialog';
import { InstalledAddin } from './installed-addin';
import { loadMails, type UnreadableMail } from './load-mails';
import type { Mail } from './mail';
import { dragOnto, mailDrags } from './mail-drags';
import { Mailbox } from './mailbox';
import { showMessages } from './message-list';
import { showHandle } from './pane-handle';
import { PaneHint } from './pane-hint';
import { showNotifications, showReading } from './reading-pane';
import { hashOfMail, mailOfHash, startOptions, type StartOptions } from './start-options';
import type { MailboxHandle } from './test-handle';
import type { ThemeName } from './themes';

const options = startOptions(new URL(location.href), matchMedia('(prefers-color-scheme: dark)').matches);
dressPage(options.theme);

try {
  const [{ mails, unreadable }, paneUrl] = await Promise.all([loadMails(), askPaneUrl(options)]);
  start(new Mailbox(mails), paneUrl);
  sayUnreadable(unreadable);
} catch (error) {
  byId('reading').replaceChildren(
    make('p', { class: 'nothing' }, [`The mailbox could not start. ${String(error)}`]),
  );
}

function start(mailbox: Mailbox, paneUrl: string): void {
  mailbox.select(firstMail(mailbox, options));
  const hint = new PaneHint(paneUrl, () => addin.reload());
  const addin = new InstalledAddin(mailbox, byId('pane'), paneUrl, options, {
    // Where the address asks for a silent office.js, its silence needs no explanation.
    onOpen: () => (options.office ? undefined : hint.wait()),
    onHeard: () => hint.heard(),
    onNotice: followNotice,
    onForm: showForm,
    onNotifications: showNotifications,
    onRestricted: askRestricted,
  });
  const controls = showControls({
    play: (profile) => play(profile),
    dress: (theme) => dress(theme),
    move: (name, position) => addin.move(name, position),
    selectNothing: () => mailbox.select(null),
    reload: () => addin.reload(),
  });
  const play = (profile: Profile): void => {
    addin.play(profile);
    controls.showProfile(profile, addin.moved);
  };
  const dress = (theme: ThemeName): void => {
    dressPage(theme);
    addin.dress(theme);
    controls.showTheme(theme);
  };
  controls.showProfile(options.profile, options.moved);
  controls.showTheme(options.theme);
  showFolders(mailbox);
  showMessages(
    mailbox,
    mailDrags(() => addin),
  );
  showReading(mailbox);
  showCommands(mailbox, addin);
  showHandle(options.width);
  followAddress(mailbox);
  followReading(mailbox);
  // As in Outlook, where F6 goes from one part of the window to the next.
  addEventListener('keydown', ({ key }) => {
    if (key === 'F6') addin.focus();
  });
  addin.press();
  window.mailbox = testHandle(mailbox, addin, {
    play,
    dress,
    move: (name, position) => {
      addin.move(name, position);
      controls.showProfile(addin.profile, addin.moved);
    },
  });
}

/**
 * The mail that the address names; else the newest report of a failure, since that is what this page is for;
 * where the client starts no add-in on those, the newest mail on which it does: it is a bounce, too.
 */
function firstMail(mailbox: Mailbox, { mail, profile, moved }: StartOptions): Mail | null {
  if (mail === null) return null;
  const named = mail === undefined ? null : mailbox.find(mail);
  const ndr = moved.ndr ?? profile.switches.ndr.value;
  const starting = mailbox.mails.filter((each) => activationOf(each, profile, ndr) === 'starts');
  return named ?? starting.find(isNdr) ?? starting[0] ?? null;
}

/** The address always names the selected mail, so that it can be passed on. */
function followAddress(mailbox: Mailbox): void {
  const write = (): void => history.replaceState(null, '', hashOfMail(mailbox.selected?.file ?? null));
  mailbox.addEventListener('select', write);
  addEventListener('hashchange', () => {
    const file = mailOfHash(location.hash);
    if (file !== undefined) mailbox.select(file === null ? null : mailbox.find(file));
  });
  write();
}

/** The local Graph has to know what was read. A server without one does not matter to the page. */
function followReading(mailbox: Mailbox): void {
  const tell = (): void => {
    const file = mailbox.selected?.file;
    if (file) void fetch(`read/${encodeURIComponent(file)}`, { method: 'POST' }).catch(() => undefined);
  };
  mailbox.addEventListener('select', tell);
  tell();
}

/** office.js takes the Tab key for itself; without this, the keyboard could not leave the pane. */
function followNotice(notice: number): void {
  if (notice === Notice.tabOut) byId('profile').focus();
  if (notice === Notice.tabOutBackwards) byId('reload').focus();
  if (notice === Notice.escape) byId('messages').focus();
}

function dressPage(theme: ThemeName): void {
  document.documentElement.dataset.theme = theme;
}

async function askPaneUrl({ office }: StartOptions): Promise<string> {
  const { url } = (await (await fetch('pane.json')).json()) as { url: string };
  const address = new URL(url);
  if (office) address.searchParams.set('office', office);
  return address.href;
}

function sayUnreadable(unreadable: readonly UnreadableMail[]): void {
  for (const { file, why } of unreadable) console.warn(`${file} cannot be shown: ${why}`);
}

/** What the test handle changes on the page as well as in the add-in. */
interface Changes {
  play: (profile: Profile) => void;
  dress: (theme: ThemeName) => void;
  move: MailboxHandle['move'];
}

function testHandle(mailbox: Mailbox, addin: InstalledAddin, { play, dress, move }: Changes): MailboxHandle {
  const find = (file: string): Mail => {
    const mail = mailbox.find(file);
    if (!mail) throw new Error(`There is no mail ${file}.`);
    return mail;
  };
  return {
    get selected() {
      return mailbox.selected?.file ?? null;
    },
    select: (file) => mailbox.select(file === null ? null : find(file)),
    files: mailbox.mails.map(({ file }) => file),
    mute: (id) => addin.dispatcher.mute(id),
    fail: (id, code) => addin.dispatcher.fail(id, code),
    delay: (id, ms) => addin.dispatcher.delay(id, ms),
    restore: (id) => addin.dispatcher.restore(id),
    log: addin.log,
    opened: addin.opened,
    theme: dress,
    get profile() {
      return addin.profile.id;
    },
    set profile(id) {
      play(profileOf(id));
    },
    get graph() {
      return addin.graph;
    },
    set graph(mode) {
      addin.playGraph(mode);
    },
    get switches() {
      return addin.switches;
    },
    move,
    get activation() {
      return addin.activation;
    },
    press: () => addin.press(),
    close: () => addin.close(),
    get isOpen() {
      return addin.isOpen;
    },
    get pinned() {
      return addin.pinned;
    },
    set pinned(pinned) {
      addin.pin(pinned);
    },
    get told() {
      return addin.told?.file ?? null;
    },
    reload: () => addin.reload(),
    get heard() {
      return addin.heard;
    },
    drag: (...files) => dragOnto(addin, files.map(find)),
  };
}
