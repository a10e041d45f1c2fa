import { byId, make } from './elements';
import type { Mailbox } from './mailbox';

/** Shows the folders with their unread counts, and opens the one that is clicked. */
export function showFolders(mailbox: Mailbox): void {
  const list = byId('folders');
  const draw = (): void => {
    const held = list.contains(document.activeElement);
    list.replaceChildren(
      ...mailbox.folders().map(({ name, unread }) => {
        const children = [make('span', { class: 'name' }, [name])];
        if (unread > 0) {
          const count = make('span', { class: 'count', 'aria-label': `${String(unread)} unread` }, [
            String(unread),
          ]);
          children.push(count);
        }
        const settings = {
          type: 'button',
          'aria-current': name === mailbox.folder ? 'true' : null,
          onclick: () => mailbox.openFolder(name),
        };
        return make('li', {}, [make('button', settings, children)]);
      }),
    );
    // Drawing anew must not take the keyboard's place away.
    if (held) list.querySelector<HTMLElement>('[aria-current]')?.focus();
  };
  mailbox.addEventListener('change', draw);
  draw();
}
