import { mailboxOwner } from '../protocol/mailbox-owner';
import { chance, itemAt } from './chance';
import type { StoredMessage } from './stored-message';

interface MessageKind {
  share: number;
  messageClass: string;
  from: string;
  subject: string;
}

/** What a mailbox holds, by class: mostly failures, and everything that has to be told from them. */
const KINDS: readonly [MessageKind, ...MessageKind[]] = [
  {
    share: 0.6,
    messageClass: 'REPORT.IPM.Note.NDR',
    from: 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@company.example',
    subject: 'Undeliverable: Your security training is waiting',
  },
  {
    share: 0.08,
    messageClass: 'REPORT.IPM.Note.Delayed.DR',
    from: 'postmaster@company.example',
    subject: 'Delivery delayed: Your security training is waiting',
  },
  {
    share: 0.08,
    messageClass: 'REPORT.IPM.Note.DR',
    from: 'postmaster@company.example',
    subject: 'Delivered: Your security training is waiting',
  },
  {
    share: 0.04,
    messageClass: 'REPORT.IPM.Note.IPNRN',
    from: 'learner@company.example',
    subject: 'Read: Your security training is waiting',
  },
  {
    share: 0.1,
    messageClass: 'IPM.Note',
    from: 'mailer-daemon@mx.example.net',
    subject: 'Mail delivery failed: returning message to sender',
  },
  {
    share: 0.1,
    messageClass: 'IPM.Note',
    from: 'learner@company.example',
    subject: 'Question about my training',
  },
];

const MINUTE_MS = 60_000;
const NEWEST = Date.parse('2026-11-25T12:00:00Z');

/** `count` messages of all kinds, newest first; some of the same minute, as a campaign brings them. */
export function generatedMessages(count: number, seed: number): StoredMessage[] {
  const next = chance(seed);
  let received = NEWEST;
  return Array.from({ length: count }, (_, index) => {
    // A third arrives in the same minute as the one before.
    if (next() > 0.33) received -= Math.ceil(next() * 90) * MINUTE_MS;
    return generated(index, new Date(received).toISOString(), itemAt(KINDS, next()), next() < 0.4);
  });
}

function generated(
  index: number,
  received: string,
  { messageClass, from, subject }: MessageKind,
  isRead: boolean,
): StoredMessage {
  const failed = `learner${String(index)}@company.example`;
  const to = messageClass.startsWith('REPORT.') ? { name: failed, address: failed } : mailboxOwner;
  return {
    key: `generated-${String(index)}`,
    file: null,
    messageClass,
    subject,
    receivedDateTime: received,
    lastModifiedDateTime: received,
    isRead,
    from: { name: '', address: from },
    toRecipients: [{ name: to.name, address: to.address }],
    internetMessageId: `<generated-${String(index)}@company.example>`,
    mime: () => new TextEncoder().encode(mimeOf({ from, subject, failed, received })),
  };
}

function mimeOf({ from, subject, failed, received }: Record<string, string>): string {
  return [
    `From: <${from ?? ''}>`,
    `To: <${mailboxOwner.address}>`,
    `Date: ${new Date(received ?? '').toUTCString()}`,
    `Subject: ${subject ?? ''}`,
    'MIME-Version: 1.0',
    'Return-Path: <>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `The mail to ${failed ?? ''} could not be delivered.`,
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.company.example',
    '',
    `Final-Recipient: rfc822; ${failed ?? ''}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--part--',
    '',
  ].join('\r\n');
}
