/** Mails that look like bounces and are none, each with the kind that it is. */
import type { Kind } from '../../../src/engine/explanation';

export interface Other {
  name: string;
  fields: Record<string, string | null>;
  body: string;
  kind: Kind;
}
const person = { 'Return-Path': '<anna@example.org>', From: 'Anna <anna@example.org>' };
const list = {
  'Return-Path': '<talk-bounces@lists.example.org>',
  'List-Id': '<talk.lists.example.org>',
  'List-Post': '<mailto:talk@lists.example.org>',
};
const daemon = { 'Return-Path': '<>', From: 'MAILER-DAEMON@mx.example.org' };
const postmaster = { 'Return-Path': '<postmaster@example.org>', From: 'postmaster@example.org' };
const QUOTED = `> This is the mail system at host mx.example.org.
>
> I'm sorry to have to inform you that your message could not
> be delivered to one or more recipients. It's attached below.
>
> <user@example.com>: host mx.example.com[192.0.2.9] said: 550 5.1.1
>     <user@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command)`;
const BOUNCE = QUOTED.replace(/^> ?/gm, '');

export const others: Other[] = [
  {
    name: 'a list post that quotes a bounce',
    fields: { ...list, From: 'Anna <anna@example.org>', Subject: '[talk] Why does this bounce?' },
    body: `Hi all,\n\nsince Monday I get this for every second post:\n\n${QUOTED}\n\nAny idea?\nAnna`,
    kind: 'not-a-report',
  },
  {
    name: 'a list post with an unquoted bounce',
    fields: {
      ...list,
      From: 'Anna <anna@example.org>',
      Subject: '[talk] Undelivered Mail Returned to Sender',
    },
    body: `Hi,\n\nwhat is wrong with this one?\n\n${BOUNCE}\n\nAnna`,
    kind: 'not-a-report',
  },
  {
    name: "an administrator's answer with a transcript",
    fields: { ...list, From: 'Bo <bo@example.net>', Subject: 'Re: 550 5.1.1 User unknown' },
    body: `Your server says:\n\n>>> RCPT To:<user@example.com>\n<<< 550 5.1.1 <user@example.com>... User unknown\n550 5.1.1 <user@example.com>... User unknown\n\nso the alias is missing. Run newaliases.`,
    kind: 'not-a-report',
  },
  {
    name: 'a commit mail about bounce handling',
    fields: {
      ...list,
      From: 'commits@example.org',
      Subject: 'svn commit: bounce parser',
      'Auto-Submitted': 'auto-generated',
    },
    body: `Author: anna\nLog: treat "550 5.1.1 User unknown" as permanent failure\n\n+  'delivery failed',\n+  'mailbox is full', user@example.com\n`,
    kind: 'not-a-report',
  },
  {
    name: 'a newsletter on deliverability',
    fields: {
      'Return-Path': '<bounce-17@news.example.org>',
      From: 'Deliverability Weekly <news@example.org>',
      Subject: 'Undelivered mail: 7 reasons why your messages bounce',
      'List-Unsubscribe': '<https://example.org/u>',
    },
    body: 'Your message could not be delivered? A 550 5.1.1 means the user is unknown, a 552 5.2.2 that the mailbox is full. This week we look at both.\n\nWrite to us: editors@example.org',
    kind: 'not-a-report',
  },
  {
    name: 'a vacation notice by a postmaster',
    fields: { ...postmaster, Subject: 'Out of office: Your training', 'Auto-Submitted': 'auto-replied' },
    body: 'I am away until 30 November. Your message was not forwarded. In urgent cases write to helpdesk@example.org.',
    kind: 'auto-reply',
  },
  {
    name: 'a vacation notice with an empty return path',
    fields: {
      'Return-Path': '<>',
      From: 'Jo <jo@example.org>',
      Subject: 'Re: Your training',
      'Auto-Submitted': 'auto-replied (vacation)',
    },
    body: 'I am on holiday and will read your message on my return.',
    kind: 'auto-reply',
  },
  {
    name: 'a note that somebody has left',
    fields: { 'Return-Path': '<>', From: 'Jo <jo@example.org>', Subject: 'Automatic reply: Your training' },
    body: 'Jo has left the company. Please write to anna@example.org instead. Your message has not been forwarded.',
    kind: 'auto-reply',
  },
  {
    name: 'a Spanish absence',
    fields: { 'Return-Path': '<>', From: 'Jo <jo@example.org>', Subject: 'Respuesta automática: Formación' },
    body: 'Estoy fuera de la oficina. Para asuntos urgentes escriba a ana@example.org.',
    kind: 'auto-reply',
  },
  {
    name: 'a Finnish absence',
    fields: { 'Return-Path': '<>', From: 'Jo <jo@example.org>', Subject: 'Automaattinen vastaus: Koulutus' },
    body: 'Olen lomalla 30.11. asti.',
    kind: 'auto-reply',
  },
  {
    name: 'a ticket is opened',
    fields: {
      ...person,
      Subject: '[#4711] Mail delivery failed',
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
    },
    body: 'Thank you. We received your request "Mail delivery failed" and will answer within a day.',
    kind: 'auto-reply',
  },
  {
    name: 'a TMDA challenge',
    fields: {
      'Return-Path': '<>',
      From: 'Jo <jo-confirm+1@example.org>',
      Subject: 'Please confirm your message',
      'Auto-Submitted': 'auto-replied',
    },
    body: 'This message was created automatically by mail delivery software (TMDA).\n\nYour message attached below is being held because the address training@company.example has not been verified.\n\nTo release your message for delivery, please send an empty message to the following address, or use your mailer\'s "Reply" feature.\n\n   jo-confirm+1@example.org',
    kind: 'challenge',
  },
  {
    name: 'a BoxTrapper challenge',
    fields: { ...person, 'Return-Path': '<>', Subject: 'Your email requires verification verify#abc' },
    body: 'The message you sent requires that you verify that you are a real live human being and not a spam source.\n\nTo complete this verification, simply reply to this message and leave the subject line intact.',
    kind: 'challenge',
  },
  {
    name: 'a Spanish challenge',
    fields: { ...person, 'Return-Path': '<>', Subject: 'Confirme su mensaje' },
    body: 'Su mensaje está retenido porque su dirección no está verificada. Para confirmar su mensaje, responda a este correo sin cambiar el asunto.',
    kind: 'challenge',
  },
  {
    name: 'a German challenge',
    fields: { ...person, 'Return-Path': '<>', Subject: 'Bitte bestätigen Sie Ihre Nachricht' },
    body: 'Ihre Nachricht wird zurückgehalten, weil Ihre Adresse noch nicht bekannt ist. Um Ihre Nachricht freizugeben, antworten Sie bitte auf diese E-Mail.',
    kind: 'challenge',
  },
  {
    name: 'a French challenge',
    fields: { ...person, 'Return-Path': '<>', Subject: 'Confirmation de votre message' },
    body: "Votre message est en attente. Pour confirmer votre message, cliquez sur le lien ci-dessous afin de prouver que vous n'êtes pas un robot.",
    kind: 'challenge',
  },
  {
    name: 'a read receipt in words, German',
    fields: {
      ...person,
      Subject: 'Gelesen: Ihre Schulung',
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b',
    },
    body: '--b\nContent-Type: text/plain; charset=utf-8\n\nIhre Nachricht wurde am 23.11.2026 gelesen.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; jo@example.org\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n',
    kind: 'read-receipt',
  },
  {
    name: 'a read receipt: deleted unread',
    fields: {
      ...person,
      'Return-Path': '<>',
      Subject: 'Not read: Your training',
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b',
    },
    body: '--b\nContent-Type: text/plain\n\nYour message was deleted without being read.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; jo@example.org\nDisposition: automatic-action/MDN-sent-automatically; deleted\n--b--\n',
    kind: 'read-receipt',
  },
  {
    name: 'a complaint about a bounce',
    fields: {
      ...person,
      Subject: 'FW: Undelivered Mail',
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b',
    },
    body: `--b\nContent-Type: text/plain\n\nThis is an email abuse report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n--b\nContent-Type: message/rfc822\n\nFrom: a@example.org\nSubject: Undelivered Mail\n\n${BOUNCE}\n--b--\n`,
    kind: 'feedback-report',
  },
  {
    name: 'a parcel',
    fields: {
      'Return-Path': '<>',
      From: 'Parcel Delivery <delivery@parcels.example>',
      Subject: 'Delivery failed: your parcel',
    },
    body: 'We were unable to deliver your parcel today, nobody was at home. Your parcel has been returned to the depot.',
    kind: 'not-a-report',
  },
  {
    name: 'parcel spam with a daemon as sender',
    fields: { ...daemon, Subject: 'Delivery failure: parcel 4711' },
    body: 'Dear customer, the courier could not deliver your parcel. Print the attached label and pick it up at the post office.',
    kind: 'not-a-report',
  },
  {
    name: 'a shop by a postmaster',
    fields: { ...postmaster, Subject: 'Your order 4711' },
    body: 'Thank you for your order. Delivery takes three days. If delivery failed, call us.',
    kind: 'not-a-report',
  },
  {
    name: 'a worm with a zip',
    fields: { 'Return-Path': '<x@example.org>', From: 'x@example.org', Subject: 'Mail Delivery System' },
    body: 'The message contains Unicode characters and has been sent as a binary attachment.',
    kind: 'not-a-report',
  },
  {
    name: 'spam dressed as a notice, no failure told',
    fields: { ...daemon, Subject: 'Returned mail' },
    body: 'Cheap watches for you! Visit http://watches.example today. Remove: remove@watches.example',
    kind: 'not-a-report',
  },
  {
    name: 'output of cron',
    fields: {
      ...person,
      From: 'root@host.example.org (Cron Daemon)',
      'Return-Path': '<root@host.example.org>',
      Subject: 'Cron <root@host> /usr/local/bin/mail-report',
      'Auto-Submitted': 'auto-generated',
    },
    body: 'postqueue: 3 messages\nsend to user@example.com failed: 451 try later\nerror: could not connect\n',
    kind: 'not-a-report',
  },
  {
    name: 'a daily log summary',
    fields: {
      ...person,
      From: 'logwatch@host.example.org',
      Subject: 'Logwatch for host',
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    },
    body: ' --------------------- Postfix Begin ------------------------ \n\n   12   bounced\n    3   deferred\n    1   550 User unknown\n\n ---------------------- Postfix End ------------------------- ',
    kind: 'not-a-report',
  },
  {
    name: 'an alarm of a monitor',
    fields: {
      ...person,
      From: 'monitor@example.org',
      Subject: 'PROBLEM: SMTP on mx is CRITICAL',
      'Auto-Submitted': 'auto-generated',
    },
    body: 'Host mx.example.org: connect to port 25 failed: Connection refused (554 5.3.0)\n',
    kind: 'not-a-report',
  },
  {
    name: 'a quarantine digest',
    fields: { ...postmaster, Subject: 'Quarantine summary: 3 messages not delivered' },
    body: 'The following messages were held and have not been delivered to your inbox:\n\n1  news@example.com  Offer\n2  shop@example.net  Sale\n\nRelease or delete them in the portal.',
    kind: 'not-a-report',
  },
  {
    name: 'a postmaster tells of an outage',
    fields: { ...postmaster, Subject: 'Mail system maintenance' },
    body: 'The mail system will be down on Sunday. Mail sent meanwhile will be delayed, none will be lost. Questions: helpdesk@example.org',
    kind: 'not-a-report',
  },
  {
    name: 'a welcome by a list server',
    fields: {
      ...list,
      From: 'talk-request@lists.example.org',
      Subject: 'Welcome to the "Talk" mailing list',
      Precedence: 'bulk',
    },
    body: 'Welcome. To post, write to talk@lists.example.org. If your address bounces too often, your membership is disabled.',
    kind: 'not-a-report',
  },
  {
    name: 'a held posting',
    fields: {
      ...list,
      From: 'talk-bounces@lists.example.org',
      Subject: 'Your message to Talk awaits moderator approval',
      'Auto-Submitted': 'auto-generated',
    },
    body: "Your mail to 'Talk' with the subject\n\n    Training\n\nIs being held until the list moderator can review it for approval.",
    kind: 'not-a-report',
  },
  {
    name: 'a question with the words of a bounce',
    fields: { ...person, Subject: 'Undeliverable: invoice' },
    body: 'Hello, my message to jo@example.com was undeliverable, the mailbox is full it says. Do you have another address?\n\nAnna',
    kind: 'not-a-report',
  },
  {
    name: 'a mail to colleagues about failed payments',
    fields: { ...person, Subject: 'Failure notice' },
    body: 'The payment for order 4711 was rejected: 550 EUR missing. Please contact jo@example.com.',
    kind: 'not-a-report',
  },
  {
    name: 'a vacation notice in the shape of a report',
    fields: { ...daemon, Subject: 'Auto-Reply: Your training', 'Auto-Submitted': 'auto-replied' },
    body: 'This is an automatic answer: jo@example.org is away until Monday.',
    kind: 'auto-reply',
  },
  {
    name: 'a bug tracker about bounces',
    fields: {
      ...person,
      From: 'bugs@example.org',
      Subject: '[Bug 4711] Mail delivery failed: returning message to sender',
      'Auto-Submitted': 'auto-generated',
    },
    body: `anna wrote a comment:\n\nThis still happens:\n\n${QUOTED}\n\n-- \nYou get this mail because you watch the bug.`,
    kind: 'not-a-report',
  },
  {
    name: 'a mail forwarded without its bounce',
    fields: { ...person, Subject: 'Fwd: Mail delivery failed: returning message to sender' },
    body: 'Do you know this server?\n\nAnna',
    kind: 'not-a-report',
  },
  {
    name: 'a subscription with an empty return path',
    fields: { 'Return-Path': '<>', From: 'news@example.org', Subject: 'Your weekly news' },
    body: 'Deliveries of gas failed in three countries. Read more at https://example.org/gas',
    kind: 'not-a-report',
  },
  {
    name: 'DMARC aggregate report',
    fields: {
      ...person,
      From: 'noreply-dmarc@example.org',
      Subject: 'Report Domain: company.example Submitter: example.org Report-ID: 1',
    },
    body: 'This is an aggregate report from example.org. 3 messages failed DMARC, disposition: reject.',
    kind: 'not-a-report',
  },
];
