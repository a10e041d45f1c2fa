/**
 * Tells when another message is open. Outlook's own event is not enough: some clients never send it
 * for bounces, so a pinned pane would go on explaining the mail before. Coming back to the pane is
 * therefore a second occasion to look.
 */
import { call } from './call';
import { capabilities, mailbox, office, openItem } from './office';

/** Calls `onChange` whenever the open item is another one than before. Returns the way to stop. */
export function watchItem(onChange: () => void): () => void {
  let seen = itemKey();
  const look = () => {
    const now = itemKey();
    if (now === seen) return;
    seen = now;
    onChange();
  };
  const lookWhenVisible = () => {
    if (document.visibilityState === 'visible') look();
  };
  const events = eventTypes();
  for (const type of events) subscribe(type, look);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', lookWhenVisible);
  return () => {
    for (const type of events) unsubscribe(type);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', lookWhenVisible);
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

// A refused subscription is no news for the reader: the look on focus is still there.
function subscribe(type: string, look: () => void): void {
  call<unknown>((done) => mailbox()?.addHandlerAsync(type, look, done)).catch(() => undefined);
}

function unsubscribe(type: string): void {
  call<unknown>((done) => mailbox()?.removeHandlerAsync(type, done)).catch(() => undefined);
}
