import { isNdr, isReport } from './activation';
import { byId, make } from './elements';
import type { Mail } from './mail';
import type { Mailbox } from './mailbox';
import { shortTime } from './times';

/** What dragging a mail's row means to others. */
export interface RowDrags {
  start: (mail: Mail) => void;
  end: () => void;
}

/** Shows the open folder's mails as a listbox: arrow keys, Home and End select as a click does. */
export function showMessages(mailbox: Mailbox, drags: RowDrags): void {
  const list = byId('messages');
  const rows = new Map<Mail, HTMLElement>();
  const rowOf = (mail: Mail): HTMLElement => {
    const known = rows.get(mail) ?? row(mail, rows.size, mailbox, drags);
    rows.set(mail, known);
    return known;
  };
  let folder: string | null = null;
  const draw = (): void => {
    const shown = mailbox.mailsOfFolder();
    // Rows are kept: with eighty of them, drawing all anew took a third of the time of a selection.
    if (mailbox.folder !== folder) list.replaceChildren(...shown.map(rowOf));
    folder = mailbox.folder;
    byId('folder-name').textContent = folder;
    for (const mail of shown) showState(rowOf(mail), mailbox.isUnread(mail), mail === mailbox.selected);
    const selected = mailbox.selected && shown.includes(mailbox.selected) ? rowOf(mailbox.selected) : null;
    if (selected) list.setAttribute('aria-activedescendant', selected.id);
    else list.removeAttribute('aria-activedescendant');
    selected?.scrollIntoView({ block: 'nearest' });
  };
  list.addEventListener('keydown', (event) => {
    const mails = mailbox.mailsOfFolder();
    const next = nextIndex(event.key, mailbox.selected ? mails.indexOf(mailbox.selected) : -1, mails.length);
    const mail = next === null ? undefined : mails[next];
    if (!mail) return;
    event.preventDefault();
    mailbox.select(mail);
  });
  mailbox.addEventListener('change', draw);
  draw();
}

/** Which row a key leads to; null for a key that leads nowhere. */
export function nextIndex(key: string, current: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function row(mail: Mail, index: number, mailbox: Mailbox, drags: RowDrags): HTMLElement {
  const preview = mail.text.slice(0, 400).replace(/\s+/g, ' ').trim();
  const settings = {
    id: `message-${String(index)}`,
    class: 'message',
    role: 'option',
    draggable: 'true',
    onclick: () => mailbox.select(mail),
    ondragstart: (event: DragEvent) => {
      event.dataTransfer?.setData('text/plain', mail.file);
      drags.start(mail);
    },
    ondragend: () => drags.end(),
  };
  return make('div', settings, [
    make('div', { class: 'line' }, [
      make('span', { class: 'from' }, [mail.from.name || mail.from.address || '(no sender)']),
      make('time', { class: 'time', datetime: mail.received }, [shortTime(mail.received)]),
    ]),
    make('div', { class: 'subject' }, [...marks(mail), mail.subject || '(no subject)']),
    make('div', { class: 'preview' }, [preview]),
  ]);
}

function showState(shown: HTMLElement, unread: boolean, selected: boolean): void {
  shown.classList.toggle('unread', unread);
  if (shown.getAttribute('aria-selected') !== String(selected))
    shown.setAttribute('aria-selected', String(selected));
}

/** Items on which Outlook, by its pages, starts no add-in: they look like mails and are none. */
function marks(mail: Mail): HTMLElement[] {
  if (!isReport(mail)) return [];
  return [make('span', { class: 'mark', title: mail.itemClass }, [isNdr(mail) ? 'NDR' : 'Report'])];
}
