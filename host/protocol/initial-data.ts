import type { Mail, Person } from '../page/mail';
import { ItemType, Permission } from './calls';
import type { Owner } from './mailbox-owner';
import type { Profile } from './profiles';

/** What office.js knows about an item without asking: sent at start and with every ItemChanged. */
export type InitialData = Record<string, unknown>;

/** For `mailbox.item` being there: the mail's own fields beside the user's. */
export function initialDataOf(mail: Mail, owner: Owner, profile: Profile): InitialData {
  return {
    ...aboutUser(owner, profile),
    itemType: ItemType.message,
    id: mail.id,
    itemClass: mail.itemClass,
    subject: mail.subject,
    normalizedSubject: normalized(mail.subject),
    conversationId: mail.conversationId,
    internetMessageId: mail.internetMessageId,
    from: emailAddress(mail.from, owner),
    sender: emailAddress(mail.sender, owner),
    to: mail.to.map((person) => emailAddress(person, owner)),
    cc: mail.cc.map((person) => emailAddress(person, owner)),
    bcc: [],
    dateTimeCreated: Date.parse(mail.received),
    dateTimeModified: Date.parse(mail.received),
    attachments: mail.attachments.map(({ id, name, kind, contentType, bytes, isInline }) => ({
      id,
      name,
      // office.js turns the number into "file" or "item".
      attachmentType: kind === 'item' ? 1 : 0,
      contentType,
      size: bytes.byteLength,
      isInline,
    })),
  };
}

/** For no item at start. (Nothing at all would lose the user's profile for good.) */
export function itemlessData(owner: Owner, profile: Profile): InitialData {
  return { ...aboutUser(owner, profile), itemType: ItemType.none };
}

function aboutUser(owner: Owner, profile: Profile): InitialData {
  return {
    userDisplayName: owner.name,
    userEmailAddress: owner.address,
    userTimeZone: owner.timeZone,
    userProfileType: profile.accountType,
    hostVersion: profile.hostVersion,
    owaView: 'ThreeColumns',
    permissionLevel: Permission.readItem,
    isRestIdSupported: true,
  };
}

/** Recipient type 2 is a user of the own company, 3 an outsider. */
function emailAddress(person: Person, owner: Owner): Record<string, unknown> {
  const domain = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const recipientType = domain(person.address) === domain(owner.address) ? 2 : 3;
  return { name: person.name || person.address, address: person.address, recipientType };
}

/** As Exchange does it: without one prefix of up to three letters. */
function normalized(subject: string): string {
  return subject.replace(/^\p{L}{1,3}: /u, '');
}
