/**
 * Tells when another message is open. Outlook's own event is not enough: some clients never send it
 * for bounces, so a pinned pane would go on explaining the mail before. Coming back to the pane is
 * therefore a second occasion to look; and where nothing has changed then, nobody can be sure.
 */
import { call } from './call';
import { capabilities, mailbox, office, openItem } from './office';

export interface ItemListener {
  /** The open item is another one than before. */
  onChange(): void;
  /**
   * The reader was elsewhere and came back, and Outlook tells no change: either no other message was
   * selected, or it was one that Outlook does not tell of.
   */
  onDoubt(): void;
}

/** Calls the listener until the returned function is called. */
export function watchItem({ onChange, onDoubt }: ItemListener): () => void {
  let seen = itemKey();
  let wasAway = false;
  /** @returns whether there was a change */
  const look = (): boolean => {
    const now = itemKey();
    if (now === seen) return false;
    seen = now;
    wasAway = false;
    onChange();
    return true;
  };
  const leave = () => {
    wasAway = true;
  };
  const comeBack = () => {
    if (document.visibilityState !== 'visible' || look() || !wasAway) return;
    wasAway = false;
    if (seen !== null) onDoubt();
  };
  const events = eventTypes();
  for (const type of events) subscribe(type, look);
  window.addEventListener('blur', leave);
  window.addEventListener('focus', comeBack);
  document.addEventListener('visibilitychange', comeBack);
  return () => {
    for (const type of events) unsubscribe(type);
    window.removeEventListener('blur', leave);
    window.removeEventListener('focus', comeBack);
    document.removeEventListener('visibilitychange', comeBack);
  };
}

const itemKey = () => {
  const item = openItem();
  return item ? (item.itemId ?? item.internetMessageId ?? item.subject ?? '') : null;
};

/** On the Mac the second fires where the first does not; both lead to the same look. */
function eventTypes(): string[] {
  const names = office()?.EventType;
  const can = capabilities();
  const types = [
    can.itemChanged ? names?.ItemChanged : undefined,
    can.selectedItemsChanged ? names?.SelectedItemsChanged : undefined,
  ];
  return types.filter((type) => type !== undefined).map(String);
}

// A refused subscription is no news for the reader: the look on coming back is still there.
function subscribe(type: string, look: () => void): void {
  call<unknown>(`addHandlerAsync(${type})`, (done) => mailbox()?.addHandlerAsync(type, look, done)).catch(
    () => undefined,
  );
}

function unsubscribe(type: string): void {
  call<unknown>(`removeHandlerAsync(${type})`, (done) => mailbox()?.removeHandlerAsync(type, done)).catch(
    () => undefined,
  );
}
