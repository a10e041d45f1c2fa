import { initialDataOf, itemlessData } from '../../host/protocol/initial-data';
import { mailboxOwner } from '../../host/protocol/mailbox-owner';
import { profileOf } from '../../host/protocol/profiles';
import { fixtureMail } from './a-mail';

test('a mail: its fields beside the user, with the permission that the manifest asks for', async () => {
  const mail = await fixtureMail('ndr.eml');
  expect(initialDataOf(mail, mailboxOwner, profileOf('mac'))).toMatchObject({
    itemType: 1,
    permissionLevel: 1,
    userEmailAddress: 'training@company.example',
    hostVersion: profileOf('mac').hostVersion,
    id: mail.id,
    subject: 'Undelivered Mail Returned to Sender',
    internetMessageId: '<ndr-1@mx.example.net>',
    dateTimeCreated: Date.UTC(2026, 10, 23, 9, 12),
    from: { name: 'Mail Delivery System', recipientType: 3 },
    to: [{ address: 'training@company.example', recipientType: 2 }],
    attachments: [
      { name: 'details.txt', attachmentType: 0 },
      { name: 'Original message.eml', attachmentType: 1, contentType: 'message/rfc822' },
    ],
  });
});

test.each([
  ['RE: Grüße', 'Grüße'],
  ['Undeliverable: x', 'Undeliverable: x'],
  ['FW: RE: x', 'RE: x'],
])('the normalized subject of "%s" is "%s"', async (subject, normalized) => {
  const mail = { ...(await fixtureMail('ndr.eml')), subject };
  expect(initialDataOf(mail, mailboxOwner, profileOf('web')).normalizedSubject).toBe(normalized);
});

test('no item: a user all the same', () => {
  expect(itemlessData(mailboxOwner, profileOf('web'))).toMatchObject({
    itemType: 6,
    userEmailAddress: 'training@company.example',
  });
});
