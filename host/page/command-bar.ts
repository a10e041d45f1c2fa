import type { Activation } from './activation';
import { byId, make } from './elements';
import type { InstalledAddin } from './installed-addin';
import type { Mailbox } from './mailbox';

const WHY: Readonly<Record<Activation, string>> = {
  starts: '',
  'after-dialog': 'This client asks first: the item is a delivery report.',
  'off-on-reports': 'Off: this client starts no add-in on a delivery report.',
  'off-without-mail': 'Off: this client wants a mail to be selected first.',
};

/** The add-in's button above the mail, the pane's pin and cross, and what stands where the pane is closed. */
export function showCommands(mailbox: Mailbox, addin: InstalledAddin): void {
  const button = byId<HTMLButtonElement>('explain');
  const pin = byId<HTMLButtonElement>('pin');
  const close = byId<HTMLButtonElement>('close');
  const draw = (): void => {
    const { activation } = addin;
    button.disabled = activation.startsWith('off');
    byId('explain-note').textContent = WHY[activation];
    pin.hidden = !addin.isOpen || !addin.canPin;
    pin.setAttribute('aria-pressed', String(addin.pinned));
    close.hidden = !addin.isOpen;
    byId('closed').hidden = addin.isOpen;
    const stale = addin.isOpen && addin.told !== mailbox.selected;
    byId('stale').hidden = !stale;
    byId('stale').textContent = stale
      ? `The client has not told the panel of this mail. It knows of: ${addin.told?.subject ?? 'none'}`
      : '';
  };
  button.addEventListener('click', () => addin.press());
  pin.addEventListener('click', () => addin.pin(!addin.pinned));
  close.addEventListener('click', () => {
    addin.close();
    button.focus();
  });
  addin.addEventListener('change', draw);
  draw();
}

/** What some clients show before they start an add-in on a delivery report. */
export function askRestricted(goOn: () => void): void {
  const dialog = byId<HTMLDialogElement>('restricted');
  const ok = make('button', { type: 'button', id: 'restricted-ok' }, ['OK']);
  ok.addEventListener('click', () => {
    dialog.close();
    goOn();
  });
  dialog.replaceChildren(
    make('h2', { id: 'restricted-title' }, ['Restricted item']),
    make('p', {}, ['The client says that this add-in may not work with this item.']),
    ok,
  );
  if (!dialog.open) dialog.showModal();
}
