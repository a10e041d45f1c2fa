/**
 * The start of Office.js, and what this client can do. The script comes from a network that may block
 * it or hang, and `onReady` may never answer: everything here has a time limit.
 */

import { hasScriptFailed } from './office-script';

/** A pane that is not up in ten seconds is taken for broken by most; the other ways in open then. */
export const START_LIMIT_MS = 10_000;
/** Often enough that nobody notices the wait, seldom enough to cost nothing. */
const POLL_MS = 50;
/** A script that comes later than this will not come. */
const GIVE_UP_MS = 180_000;

type StartReason = 'ready' | 'no-script' | 'no-answer' | 'no-mailbox';
export interface Start {
  /** Is there a mailbox to read from? */
  mailbox: boolean;
  reason: StartReason;
}

type OfficeGlobal = typeof Office;

/** The Office object, or null where its script has not come. */
export function office(): OfficeGlobal | null {
  const found = (globalThis as { Office?: OfficeGlobal }).Office;
  return typeof found?.onReady === 'function' ? found : null;
}

/** The mailbox, or null outside Outlook. */
export function mailbox(): Office.Mailbox | null {
  return office()?.context?.mailbox ?? null;
}

/** The message that Outlook says is open. Null and undefined both occur (no selection, a bounce it withholds). */
export function openItem(): Office.MessageRead | null {
  return (mailbox()?.item as unknown as Office.MessageRead | null | undefined) ?? null;
}

/**
 * Waits for the script and for Office itself, at most `limitMs`; not for a script whose tag has failed.
 * `onLate` is called when the mailbox turns up after the limit.
 */
export function start(limitMs = START_LIMIT_MS, onLate?: () => void): Promise<Start> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve({ mailbox: false, reason: office() ? 'no-answer' : 'no-script' });
    }, limitMs);
    void ready().then((found) => {
      clearTimeout(timer);
      const missing = office() ? 'no-mailbox' : 'no-script';
      if (!late) resolve({ mailbox: found, reason: found ? 'ready' : missing });
      else if (found) onLate?.();
    });
  });
}

async function ready(): Promise<boolean> {
  if (!(await scriptCame())) return false;
  try {
    await office()?.onReady();
  } catch {
    return false;
  }
  return mailbox() !== null;
}

function scriptCame(): Promise<boolean> {
  const lastTry = Date.now() + GIVE_UP_MS;
  return new Promise((resolve) => {
    const look = () => {
      if (office()) resolve(true);
      else if (hasScriptFailed() || Date.now() > lastTry) resolve(false);
      else setTimeout(look, POLL_MS);
    };
    look();
  });
}

/** What this client says it can do. `getAsFileAsync` is not here: some clients promise it and lack it, so it is tried. */
export interface Capabilities {
  headers: boolean;
  attachments: boolean;
  itemChanged: boolean;
  selectedItemsChanged: boolean;
  themeChanged: boolean;
}

let known: Capabilities | null = null;

/** Asked once, after `start` has found a mailbox. */
export function capabilities(): Capabilities {
  known ??= {
    headers: supports('1.8'),
    attachments: supports('1.8'),
    itemChanged: supports('1.5'),
    selectedItemsChanged: supports('1.13'),
    themeChanged: supports('1.14'),
  };
  return known;
}

/** For tests, which play one client after the other. */
export function forgetCapabilities(): void {
  known = null;
}

function supports(mailboxSet: string): boolean {
  try {
    return office()?.context.requirements.isSetSupported('Mailbox', mailboxSet) ?? false;
  } catch {
    return false;
  }
}

/** The domain of the mailbox's owner: surely one of the organisation's own. */
export function userDomain(): string | null {
  const address = mailbox()?.userProfile?.emailAddress ?? '';
  return address.includes('@') ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : null;
}

/** `PC`, `Mac`, `OfficeOnline`, `iOS`, `Android`; null outside Outlook. */
export function platform(): string | null {
  const found = office()?.context?.platform as unknown;
  return typeof found === 'string' ? found : null;
}

/** The language that Outlook, or else the browser, speaks. */
export function displayLanguage(): string {
  return office()?.context?.displayLanguage ?? navigator.language;
}
