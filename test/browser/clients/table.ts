/** What has to come of every client × door × mail. The client runs hold the program to it. */
import type { ProfileId } from '../../../host/protocol/profiles';
import type { MailKind } from './mails';
import type { Outcome } from './outcomes';

export const doorIds = [
  'open-item',
  'recent-bounces',
  'dragged-mail',
  'chosen-files',
  'pasted-text',
  'typed-question',
] as const;
export type DoorId = (typeof doorIds)[number];

type Row = Readonly<Record<MailKind, Outcome>>;

const row = (ordinary: Outcome, ndr: Outcome, ordinaryClass: Outcome, attached: Outcome): Row => ({
  'ordinary-mail': ordinary,
  ndr,
  'ordinary-class-bounce': ordinaryClass,
  'attached-bounce': attached,
});
const everywhere = (outcome: Outcome): Row => row(outcome, outcome, outcome, outcome);

const READ = row('not-a-bounce', 'explained', 'explained', 'explained');
const ASKED = row('nothing-known', 'explained', 'explained', 'explained');
const LISTED = row('not-listed', 'explained', 'explained', 'not-listed');
/** A pinned pane keeps the mail before. */
const PINNED = row('not-a-bounce', 'mail-before', 'explained', 'explained');
const UNPINNED = row('not-a-bounce', 'button-off', 'explained', 'explained');
/** Below Mailbox 1.8 an attached mail cannot be read. */
const WITHOUT_ATTACHMENTS = row('not-a-bounce', 'button-off', 'explained', 'attached-unread');

const always = { 'chosen-files': READ, 'pasted-text': READ, 'typed-question': ASKED };
const web = { 'open-item': PINNED, 'recent-bounces': LISTED, 'dragged-mail': READ, ...always };
const phone = {
  'open-item': WITHOUT_ATTACHMENTS,
  'recent-bounces': LISTED,
  'dragged-mail': everywhere('says-not-here'),
  ...always,
};

export const table: Readonly<Record<ProfileId, Readonly<Record<DoorId, Row>>>> = {
  web,
  'new-windows': web,
  'classic-windows': web,
  mac: web,
  ios: phone,
  android: phone,
  'ltsc-2021': {
    'open-item': UNPINNED,
    'recent-bounces': everywhere('says-not-here'),
    'dragged-mail': READ,
    ...always,
  },
  'on-premises': {
    'open-item': WITHOUT_ATTACHMENTS,
    'recent-bounces': everywhere('says-not-here'),
    'dragged-mail': everywhere('says-not-here'),
    ...always,
  },
};
