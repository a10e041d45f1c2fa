import type { Mail } from '../../host/page/mail';
import { Mailbox } from '../../host/page/mailbox';
import { nextIndex } from '../../host/page/message-list';

const mail = (file: string, folder: string, unread: boolean): Mail => ({ file, folder, unread }) as Mail;
const a = mail('a', 'Bounces', true);
const b = mail('b', 'Inbox', true);
const c = mail('c', 'Inbox', false);

test('folders: Inbox first, with unread counts', () => {
  const folders = new Mailbox([a, b, c]).folders();
  expect(folders.map(({ name, unread }) => [name, unread])).toEqual([
    ['Inbox', 1],
    ['Bounces', 1],
  ]);
});

test('selecting a mail reads it, opens its folder and is told once', () => {
  const mailbox = new Mailbox([a, b, c]);
  const told: (string | undefined)[] = [];
  mailbox.addEventListener('select', () => told.push(mailbox.selected?.file));
  mailbox.select(a);
  mailbox.select(a);
  mailbox.select(null);
  expect(told).toEqual(['a', undefined]);
  expect(mailbox.isUnread(a)).toBe(false);
  expect(mailbox.folder).toBe('Bounces');
  expect(mailbox.mailsOfFolder()).toEqual([a]);
});

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 2],
  ['ArrowUp', 0, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['x', 1, null],
])('key %s in row %i leads to %s', (key, current, next) => {
  expect(nextIndex(key, current, 3)).toBe(next);
});
