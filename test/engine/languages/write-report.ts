/** Reports as Exchange, Microsoft 365 and Gmail write them, from the words of one language. */
import { encode } from './charsets';
import type reports from './reports.json';

export type Words = (typeof reports)[number];
export interface Expected {
  address: string;
  replyCode: string;
  status: string;
  cause: string;
  diagnostic: string;
}
type Case = 'unknown' | 'full' | 'restricted' | 'policy' | 'large';

const ADDRESS = 'user.one@subsidiary.example';
const SECOND = 'user.two@subsidiary.example';
const HOST = 'MSX03.subsidiary.example';

/** What the servers say; it stays English in every language. */
interface Answers {
  cause: string;
  /** With a token that Exchange alone writes. */
  exchange: string;
  /** As any server behind it may answer. */
  plain: string;
  gmail: string;
}
const ANSWERS: Readonly<Record<Case, Answers>> = {
  unknown: {
    cause: 'recipient-unknown',
    exchange: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    plain: '550 5.1.1 User unknown',
    gmail: '550 5.1.1 The email account that you tried to reach does not exist. q1-2adb.120 - gsmtp',
  },
  full: {
    cause: 'mailbox-full',
    exchange: '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
    plain: '552 5.2.2 Mailbox full',
    gmail: '552 5.2.2 The email account that you tried to reach is over quota. q1-2adb.120 - gsmtp',
  },
  restricted: {
    cause: 'recipient-restricted',
    exchange: '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
    plain: '550 5.7.124 Sender not in allowed-senders list',
    gmail: '550 5.7.1 You may not have permission to post messages to the group. q1-2adb.120 - gsmtp',
  },
  policy: {
    cause: 'policy-rule',
    exchange: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
    plain: '550 5.7.1 Message rejected due to company policy',
    gmail: '550 5.7.1 The recipient has a policy that prohibits the mail that you sent. q1-2adb.120 - gsmtp',
  },
  large: {
    cause: 'message-too-large',
    exchange: '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
    plain: '552 5.3.4 Message size exceeds fixed limit',
    gmail: "552 5.3.4 Your message exceeded Google's message size limits. q1-2adb.120 - gsmtp",
  },
};

export interface Report {
  from: string;
  subject: string;
  type: 'plain' | 'html';
  body: string;
  expected: Expected[];
}
export type Server = keyof Omit<Answers, 'cause'>;

const expect = (address: string, what: Case, server: Server): Expected => {
  const [replyCode = '', status = ''] = ANSWERS[what][server].split(' ');
  return { address, replyCode, status, cause: ANSWERS[what].cause, diagnostic: ANSWERS[what][server] };
};

const RETURNED = [
  'Received: from app02.training-platform.example (203.0.113.40) by smtp.company.example;',
  ' Thu, 19 Nov 2026 08:44:06 +0100',
  'From: Security Awareness <training@company.example>',
  `To: <${ADDRESS}>`,
  'Subject: Your security training is waiting',
  'Date: Thu, 19 Nov 2026 08:44:06 +0100',
  'Message-ID: <20261119074406.290e66ecfb@company.example>',
  'MIME-Version: 1.0',
];

/** @param around marks that stand before and behind each address */
export type Around = readonly [before: string, behind: string];
const NONE: Around = ['', ''];

/** Exchange's text form, without any part for machines. */
export function exchangeText({ exchange, name }: Words, server: Server, around = NONE): Report {
  const failed: [string, Case][] =
    exchange.case === 'two'
      ? [
          [ADDRESS, 'unknown'],
          [SECOND, 'full'],
        ]
      : [[ADDRESS, exchange.case as Case]];
  const shown = ([address]: [string, Case]) => `${around[0]}${address}${around[1]}`;
  const body = [
    exchange.failed,
    '',
    ...failed.flatMap((one) => [`${name} (${shown(one)})<mailto:${one[0]}>`, exchange.prose, '']),
    '',
    exchange.diagnostics,
    '',
    `${exchange.server} ${HOST}`,
    '',
    ...failed.flatMap((one) => [
      shown(one),
      exchange.said.replace('{answer}', () => ANSWERS[one[1]][server]),
      '',
    ]),
    exchange.headers,
    '',
    ...RETURNED,
  ].join('\n');
  return {
    from: 'postmaster@subsidiary.example',
    subject: `${exchange.subject}Your security training is waiting`,
    type: 'plain',
    body,
    expected: failed.map(([address, what]) => expect(address, what, server)),
  };
}

/** The lines of Microsoft 365's page; two cells in a row are a label and its value. */
function pageRows({ microsoft365: words }: Words, server: Server, around: Around): string[][] {
  const shown = `${around[0]}${ADDRESS}${around[1]}`;
  const [local = '', domain = ''] = ADDRESS.split('@');
  const said = ANSWERS[words.case as Case][server];
  return [
    [words.undelivered.replace('{address}', shown)],
    [words.reason.replace('{local}', local).replace('{domain}', domain)],
    ['training', 'Office 365', local],
    [words.action, '', words.party],
    [words.short],
    [words.howTo],
    [words.hint],
    [words.admins],
    [`${words.statusCode} ${said.split(' ').slice(0, 2).join(' ')}`],
    [words.original],
    [words.sender, 'training@company.example'],
    [words.recipient, shown],
    [words.subject, 'Your security training is waiting'],
    [words.details],
    [words.error, said],
    [words.generatedBy, 'AM6PR94MB1664.eurprd04.prod.outlook.com'],
    [words.headers],
  ];
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function microsoft365Html(words: Words, server: Server, around = NONE): Report {
  const rows = pageRows(words, server, around).map(
    (cells) => `<tr>${cells.map((cell) => `<td><span>${escapeHtml(cell)}</span></td>`).join('')}</tr>`,
  );
  const direction = ['ar', 'he'].includes(words.language) ? ' dir="rtl"' : '';
  return {
    from: 'postmaster@subsidiaryexample.onmicrosoft.com',
    subject: `${words.exchange.subject}Your security training is waiting`,
    type: 'html',
    body: [
      `<html><head><title>DSN</title></head><body${direction}><table><tbody>`,
      ...rows,
      `</tbody></table><pre>${escapeHtml(RETURNED.join('\n'))}</pre></body></html>`,
    ].join('\n'),
    expected: [expect(ADDRESS, words.microsoft365.case as Case, server)],
  };
}

/** The same page as people copy it out of Outlook: cells with tabs between them. */
export const microsoft365Copied = (words: Words, server: Server, around = NONE) =>
  [...pageRows(words, server, around).map((cells) => cells.join('\t')), '', ...RETURNED].join('\n');

export function gmailText({ gmail }: Words, around = NONE): Report {
  const what = gmail.case as Case;
  return {
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    subject: 'Delivery Status Notification (Failure)',
    type: 'plain',
    body: [
      '',
      `** ${gmail.title} **`,
      '',
      gmail.sentence.replace('{address}', `${around[0]}${ADDRESS}${around[1]}`),
      '',
      gmail.answer,
      '',
      ANSWERS[what].gmail,
      '',
    ].join('\n'),
    expected: [expect(ADDRESS, what, 'gmail')],
  };
}

export type Transfer = 'base64' | 'quoted-printable';
type Written = Omit<Report, 'expected' | 'type'> & { type?: 'plain' | 'html'; fields?: readonly string[] };

/** A whole mail with one part, and neither a null return path nor a field of Exchange's own. */
export function writeMail(
  { from, subject, type = 'plain', body, fields = [] }: Written,
  charset: string,
  transfer: Transfer,
): Uint8Array {
  const bytes = Buffer.from(encode(body, charset));
  // Escape sequences are ASCII: such mail goes as it is.
  const plain = charset === 'iso-2022-jp';
  const content = plain
    ? bytes.toString('latin1')
    : transfer === 'base64'
      ? bytes.toString('base64').replace(/.{76}/g, '$&\n')
      : quotedPrintable(bytes);
  const word = `=?${charset}?B?${Buffer.from(encode(subject, charset)).toString('base64')}?=`;
  const mail = [
    `From: ${from}`,
    'To: training@company.example',
    `Subject: ${word}`,
    'Date: Thu, 19 Nov 2026 08:44:16 +0100',
    'Message-ID: <a1e0d312@subsidiary.example>',
    'MIME-Version: 1.0',
    `Content-Type: text/${type}; charset="${charset}"`,
    `Content-Transfer-Encoding: ${plain ? '7bit' : transfer}`,
    ...fields,
    '',
    content,
  ].join('\n');
  return new Uint8Array(Buffer.from(mail, 'latin1'));
}

function quotedPrintable(bytes: Buffer): string {
  const lines = bytes
    .toString('latin1')
    .split('\n')
    .map((line) =>
      line.replace(
        /[^!-<>-~ ]| $/g,
        (character) => `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      ),
    );
  // Soft line ends never split an encoded byte.
  return lines.map((line) => line.replace(/(?:=[0-9A-F]{2}|[^=]){70}(?=.)/g, '$&=\n')).join('\n');
}
