/**
 * A campaign that is made up, with what is true of each person: seeded, so that every run makes the same one. It comes
 * back as a real one does: an export of the sending service, a mailbox of bounces, and a server's log.
 */
import { mulberry32 } from '../engine/random';

interface MadePerson {
  address: string;
  /** Whoever stands under the same truth is helped by the same act. */
  truth: string;
}

export interface MadeCampaign {
  people: MadePerson[];
  files: { name: string; text: string }[];
}

/** How many people failed for what; the figures of the example in docs/campaign.md are the default. */
export interface MadeCounts {
  suppressed: number;
  rule: number;
  wrong: number;
  /** Of each of the causes that are rarer. */
  others?: number;
}

const SUBJECT = 'Security training: spot the fake invoice';
const at = (n: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, n)).toISOString();

type Said = (address: string, n: number) => string;
const WRONG: readonly Said[] = [
  (address) => `550 5.1.1 <${address}>: Recipient address rejected: User unknown in virtual mailbox table`,
  (address) =>
    `550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address 5.1.1 ${address}`,
  (_, n) =>
    `550 5.4.1 Recipient address rejected: Access denied. [DB5EUR0${n % 10}FT01${n}.eop-EUR05.prod.protection.outlook.com]`,
  () => '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
];
/** Causes that are rarer, each cured by an act of its own. */
const OTHERS: readonly (readonly [truth: string, domain: string, said: Said])[] = [
  ['full', 'company.example', () => '552 5.2.2 Mailbox full'],
  [
    'no domain',
    'gone.example',
    () =>
      '550 5.1.2 Host or domain name not found. Name service error for name=gone.example type=MX: Host not found',
  ],
  [
    'spamhaus',
    'partner.example',
    () => '554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org',
  ],
  [
    'group',
    'company.example',
    () => '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
  ],
  [
    'spf',
    'strict.example',
    () => '550 5.7.23 The message was rejected because of Sender Policy Framework violation',
  ],
  [
    'other rule',
    'branch.example',
    () => '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  ],
  ['size', 'company.example', () => '552 5.3.4 Message size exceeds fixed limit'],
  ['relay', 'moved.example', () => '550 5.7.64 TenantAttribution; Relay Access Denied'],
];

export function makeCampaign(counts: MadeCounts, seed = 1): MadeCampaign {
  const random = mulberry32(seed);
  const people: MadePerson[] = [];
  const exported: string[] = [];
  const mails: string[] = [];
  const logged: string[] = [];
  const sources = [
    (address: string, said: string, n: number) =>
      exported.push(row(at(n), 'bounce', address, said, `m${n}.filter0001`)),
    (address: string, said: string, n: number) => mails.push(bounce(address, said, n)),
    (address: string, said: string, n: number) => logged.push(...postfix(address, said, n)),
  ] as const;
  const add = (truth: string, domain: string, tell: (address: string, n: number) => unknown) => {
    const n = people.length;
    const address = `person${n}.${Math.floor(random() * 1e6).toString(36)}@${domain}`;
    people.push({ address, truth });
    tell(address, n);
  };
  const any = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  for (let n = 0; n < counts.suppressed; n++)
    add('suppressed', any(['company.example', 'branch.example']), (address, at0) =>
      exported.push(
        row(at(at0), 'dropped', address, any(['Bounced Address', 'bounced address']), `m${at0}.filter0001`),
      ),
    );
  for (let n = 0; n < counts.rule; n++)
    add('rule', 'company.example', (address, at0) =>
      mails.push(
        bounce(
          address,
          '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
          at0,
        ),
      ),
    );
  for (let n = 0; n < counts.wrong; n++)
    add('wrong', any(['company.example', 'branch.example']), (address, at0) =>
      any(sources)(address, any(WRONG)(address, at0), at0),
    );
  for (let n = 0; n < (counts.others ?? 0); n++)
    for (const [truth, domain, said] of OTHERS)
      add(truth, domain, (address, at0) => any(sources)(address, said(address, at0), at0));
  const head = 'processed,event,email,reason,sg_message_id,subject';
  return {
    people,
    files: [
      { name: 'activity.csv', text: [head, ...shuffled(exported, random)].join('\n') + '\n' },
      { name: 'bounces.mbox', text: shuffled(mails, random).join('\n') },
      { name: 'mail.log', text: logged.join('\n') + '\n' },
    ],
  };
}

const row = (time: string, event: string, address: string, reason: string, id: string) =>
  [time, event, address, `"${reason.replaceAll('"', '""')}"`, id, SUBJECT].join(',');

const bounce = (address: string, said: string, n: number) =>
  `From MAILER-DAEMON Mon Nov 23 09:00:00 2026
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.company.example>
To: training@platform.example
Subject: Undelivered Mail Returned to Sender
Date: ${new Date(Date.UTC(2026, 10, 23, 9, 0, n)).toUTCString().replace('GMT', '+0000')}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.company.example

Final-Recipient: rfc822; ${address}
Action: failed
Status: ${/\b([45]\.\d+\.\d+)/.exec(said)?.[1] ?? '5.0.0'}
Diagnostic-Code: smtp; ${said}

--b
Content-Type: text/rfc822-headers

From: training@platform.example
To: ${address}
Subject: ${SUBJECT}
Message-ID: <${n}@platform.example>

--b--
`;

function postfix(address: string, said: string, n: number): string[] {
  const time = new Date(Date.UTC(2026, 10, 23, 9, 0, n)).toUTCString();
  const lead = `Nov 23 ${time.slice(17, 25)} mx`;
  const queue = (0xa0000000 + n).toString(16).toUpperCase();
  const domain = address.split('@')[1] ?? '';
  const code = /\b([45]\.\d+\.\d+)/.exec(said)?.[1] ?? '5.0.0';
  return [
    `${lead} postfix/cleanup[7]: ${queue}: message-id=<${n}@platform.example>`,
    `${lead} postfix/smtp[9]: ${queue}: to=<${address}>, relay=mx.${domain}[192.0.2.1]:25, delay=1, dsn=${code}, status=bounced (host mx.${domain}[192.0.2.1] said: ${said} (in reply to RCPT TO command))`,
    `${lead} postfix/qmgr[8]: ${queue}: removed`,
  ];
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const all = [...items];
  for (let at0 = all.length - 1; at0 > 0; at0--) {
    const other = Math.floor(random() * (at0 + 1));
    [all[at0], all[other]] = [all[other] as Item, all[at0] as Item];
  }
  return all;
}
