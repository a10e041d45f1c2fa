import type { Notification } from '../protocol/notifications';
import { byId, make } from './elements';
import type { Mail, MailAttachment, Person } from './mail';
import type { Mailbox } from './mailbox';
import { longTime } from './times';

/** Shows the selected mail. Its body is shown as text, never as markup. */
export function showReading(mailbox: Mailbox): void {
  const place = byId('reading');
  const draw = (): void => {
    const mail = mailbox.selected;
    place.replaceChildren(
      ...(mail ? content(mail) : [make('p', { class: 'nothing' }, ['Nothing is selected'])]),
    );
    place.parentElement?.scrollTo(0, 0);
  };
  mailbox.addEventListener('select', draw);
  draw();
}

/** Shows what the add-in has to say above the mail. */
export function showNotifications(shown: readonly Notification[]): void {
  byId('notifications').replaceChildren(...shown.map(({ message }) => make('li', {}, [message ?? ''])));
}

function content(mail: Mail): HTMLElement[] {
  const name = mail.from.name || mail.from.address;
  const rows: [string, string][] = [
    ['From', fullName(mail.from)],
    ['To', mail.to.map(fullName).join('; ')],
    ['Cc', mail.cc.map(fullName).join('; ')],
    ['Received', longTime(mail.received)],
    ['Class', mail.itemClass],
    ['File', mail.whole ? mail.file : `${mail.file} (this client cannot hand it out as a file)`],
  ];
  const facts = rows
    .filter(([, value]) => value)
    .flatMap(([label, value]) => [make('dt', {}, [label]), make('dd', {}, [value])]);
  return [
    make('h2', {}, [mail.subject || '(no subject)']),
    make('div', { class: 'people' }, [
      make('div', { class: 'avatar', 'aria-hidden': 'true' }, [initials(name)]),
      make('dl', {}, facts),
    ]),
    ...(mail.attachments.length > 0
      ? [make('ul', { class: 'attachments', 'aria-label': 'Attachments' }, mail.attachments.map(chip))]
      : []),
    make('div', { class: 'body' }, [mail.text || '(no text)']),
  ];
}

function chip({ name, bytes }: MailAttachment): HTMLElement {
  const size =
    bytes.byteLength < 1024
      ? `${String(bytes.byteLength)} B`
      : `${String(Math.ceil(bytes.byteLength / 1024))} kB`;
  return make('li', {}, [`${name} `, make('small', {}, [size])]);
}

function fullName({ name, address }: Person): string {
  return name && address ? `${name} <${address}>` : name || address;
}

function initials(name: string): string {
  const letters = name.match(/(?<=^|[\s.@_-])\p{L}/gu) ?? [];
  return letters.slice(0, 2).join('').toUpperCase() || '?';
}
