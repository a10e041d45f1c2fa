/**
 * A mail as the .msg file that classic Outlook makes of it. A report of a failure loses its status part:
 * what it said stands in the table of recipients (MS-OXCMAIL 2.2.3.7), as in a report that was saved.
 */
import { isNdr } from '../page/activation';
import type { Mail, MailAttachment, Person } from '../page/mail';
import { readMail } from '../page/read-mail';
import { failedRecipients, type FailedRecipient } from './failed-recipients';
import { Tag, type Properties } from './properties';
import { HeaderLength, MsgStorage } from './storage';

const RECIPIENT_TO = 1;
const RECIPIENT_CC = 2;
const MESSAGE_FLAG_READ = 1;
const UNICODE_STORE = 0x40000;
const UTF_8 = 65001;
const BY_VALUE = 1;
const EMBEDDED_MESSAGE = 5;
/** As Outlook writes it for "no such recipient". */
const NDR_REASON_TRANSFER_FAILED = 0;
/** Deeper than any mail that anybody forwards. */
const MAX_DEPTH = 5;

export async function mailAsMsg(mail: Mail): Promise<Uint8Array<ArrayBuffer>> {
  const file = new MsgStorage();
  // The table of named properties, empty; every reader looks for it.
  for (const tag of ['00020102', '00030102', '00040102']) {
    file.add(`/__nameid_version1.0/__substg1.0_${tag}`, new Uint8Array(0));
  }
  await writeMessage(file, '/', mail, HeaderLength.topLevel, 0);
  return file.bytes();
}

async function writeMessage(
  file: MsgStorage,
  folder: string,
  mail: Mail,
  headerLength: number,
  depth: number,
): Promise<void> {
  const recipients = isNdr(mail) ? reportRecipients(mail) : ordinaryRecipients(mail);
  const attachments = mail.attachments.filter(({ contentType }) => !contentType.endsWith('delivery-status'));
  file.properties(folder, messageProperties(mail), headerLength, [recipients.length, attachments.length]);
  recipients.forEach((properties, index) =>
    file.properties(`${folder}__recip_version1.0_#${number(index)}/`, properties, HeaderLength.other),
  );
  for (const [index, attachment] of attachments.entries()) {
    await writeAttachment(
      file,
      `${folder}__attach_version1.0_#${number(index)}/`,
      attachment,
      mail,
      index,
      depth,
    );
  }
}

function messageProperties(mail: Mail): Properties {
  const received = new Date(mail.received);
  const common: Properties = [
    [Tag.messageClass, mail.itemClass],
    [Tag.subject, mail.subject],
    [Tag.senderName, mail.from.name || mail.from.address],
    [Tag.senderAddressType, 'SMTP'],
    [Tag.senderAddress, mail.from.address],
    [Tag.senderSmtpAddress, mail.from.address],
    [Tag.internetMessageId, mail.internetMessageId],
    [Tag.messageFlags, MESSAGE_FLAG_READ],
    [Tag.storeSupportMask, UNICODE_STORE],
    [Tag.internetCodepage, UTF_8],
  ];
  if (!isNdr(mail)) {
    return [
      ...common,
      [Tag.deliveryTime, received],
      [Tag.transportHeaders, mail.headers],
      [Tag.displayTo, mail.to.map(({ name, address }) => name || address).join('; ')],
      [Tag.body, mail.text],
      [Tag.html, new TextEncoder().encode(mail.html)],
    ];
  }
  return [
    ...common,
    [Tag.reportTime, received],
    [
      Tag.displayTo,
      failedRecipients(mail)
        .map(({ address }) => address)
        .join('; '),
    ],
    [Tag.reportText, mail.text],
    [Tag.html, new TextEncoder().encode(mail.html)],
  ];
}

const ordinaryRecipients = ({ to, cc }: Mail): Properties[] => [
  ...to.map((person) => recipient(person, RECIPIENT_TO)),
  ...cc.map((person) => recipient(person, RECIPIENT_CC)),
];

/** The recipients of a report are those who did not get the mail. */
const reportRecipients = (mail: Mail): Properties[] =>
  failedRecipients(mail).map((failed) => [
    ...recipient({ name: '', address: failed.address }, RECIPIENT_TO),
    [Tag.reportText, failed.diagnostic],
    [Tag.supplementaryInfo, supplementaryInfo(failed)],
    [Tag.ndrReasonCode, NDR_REASON_TRANSFER_FAILED],
    [Tag.ndrStatusCode, Number(failed.status.replace(/\D/g, '').slice(0, 3)) || undefined],
    [Tag.remoteMta, failed.remoteMta],
  ]);

/** `<mx.example.com #5.1.1 smtp;550 5.1.1 User unknown>` */
function supplementaryInfo({ remoteMta, status, diagnostic }: FailedRecipient): string {
  const said = [remoteMta, status && `#${status}`, diagnostic.replace(/^(\w+);\s*/, '$1;')];
  return `<${said.filter(Boolean).join(' ')}>`;
}

function recipient({ name, address }: Person, type: number): Properties {
  return [
    [Tag.recipientType, type],
    [Tag.displayName, name || address],
    [Tag.addressType, 'SMTP'],
    [Tag.emailAddress, address],
    [Tag.smtpAddress, address],
  ];
}

async function writeAttachment(
  file: MsgStorage,
  folder: string,
  { name, kind, contentType, bytes }: MailAttachment,
  mail: Mail,
  index: number,
  depth: number,
): Promise<void> {
  const embedded = kind === 'item' && depth < MAX_DEPTH;
  file.properties(
    folder,
    [
      [Tag.attachmentNumber, index],
      [Tag.attachmentMethod, embedded ? EMBEDDED_MESSAGE : BY_VALUE],
      [Tag.displayName, name],
      [Tag.attachmentLongFileName, embedded ? undefined : name],
      [Tag.attachmentExtension, embedded ? undefined : (/\.\w+$/.exec(name)?.[0] ?? '')],
      [Tag.attachmentMimeTag, embedded ? undefined : contentType],
      [Tag.attachmentData, embedded ? undefined : bytes],
    ],
    HeaderLength.other,
  );
  if (!embedded) return;
  const inner = await readMail({ ...mail, file: `${mail.file}/${name}` }, bytes);
  await writeMessage(file, `${folder}__substg1.0_3701000D/`, inner, HeaderLength.embeddedMessage, depth + 1);
}

const number = (index: number): string => index.toString(16).toUpperCase().padStart(8, '0');
