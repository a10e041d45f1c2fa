/** Bounces made up for measuring: the same number always gives the same one, of a person of its own. */

const REASONS = [
  '550 5.1.1 User unknown',
  'Bounced Address',
  '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  '452 4.2.2 Mailbox full',
];
const EVENTS = ['bounce', 'dropped', 'bounce', 'deferred'];
const STATUSES = ['Failed', 'Quarantined', 'FilteredAsSpam', 'Pending', 'Delivered'];
/** What servers answer in mails. */
const ANSWERS = [
  '550 5.1.1 User unknown',
  '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
  '552 5.2.2 Mailbox full',
];

/** Five shapes in turn. */
export function logLine(n) {
  const address = `user${n}@example.com`;
  switch (n % 5) {
    case 0: {
      const queue = (0xa0000000 + n).toString(16).toUpperCase();
      return `Nov 23 09:12:0${n % 10} mx postfix/smtp[71]: ${queue}: to=<${address}>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)`;
    }
    case 1:
      return `2026-11-23 10:51:22 1s6nPk-0004Xq-2M ** ${address} R=dnslookup T=remote_smtp: 550 relay not permitted`;
    case 2:
      return `Email to ${address} dropped: bounced address`;
    case 3:
      return `{"event":"bounce","email":"${address}","reason":"550 5.1.1 User unknown","timestamp":1791011022}`;
    default:
      return `2026-11-23 09:12:00,${address},bounced,550 5.1.1 User unknown`;
  }
}

export const EXPORT_HEAD = 'email,event,reason,processed,subject,sg_message_id';
export const exportRow = (n) =>
  `user${n}@example.com,${EVENTS[n % 4]},"${REASONS[n % 4]}",${1791011022 + n},Training A,m${n}.filter0001`;

export const TRACE_HEAD =
  '"Received","SenderAddress","RecipientAddress","Subject","Status","MessageId","MessageTraceId"';
export const traceRow = (n) =>
  `"2026-11-20T10:00:00Z","training@example.org","user${n}@example.com","Training A","${STATUSES[n % 5]}","<${n}@example.org>","1f2e3d4c-0000-4000-8000-${String(n).padStart(12, '0')}"`;

export const bounceMail = (n) => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
To: training@example.org
Subject: Undelivered Mail Returned to Sender
Date: Mon, ${(n % 5) + 9} Nov 2026 09:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; user${n}@example.com
Action: failed
Status: ${/\d\.\d\.\d/.exec(ANSWERS[n % 3])[0]}
Diagnostic-Code: smtp; ${ANSWERS[n % 3]}

--b
Content-Type: text/rfc822-headers

Subject: Training A
Message-ID: <${n}@example.org>

--b--
`;

export const mboxMail = (n) => `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${bounceMail(n)}\n`;

/** Some 64 KiB at a time, which is quicker to write. */
export function* joinedLines(count, lineOf) {
  let text = '';
  for (let n = 0; n < count; n++) {
    text += `${lineOf(n)}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}
