/** Reports of mail servers, in their own frames; names, addresses and free text are ours. */
import type { Dialect } from './dialect';

export const servers: Dialect[] = [
  {
    name: 'ActiveHunter',
    subject: 'FAILURE NOTICE :',
    body: `
  ----- The following addresses had permanent fatal errors -----

>>> user@example.com <user@example.com>

  ----- Transcript of session follows -----
550 sorry, no mailbox here by that name (#5.1.1 - chkusr)
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Amavis, virus',
    subject: 'VIRUS (Eicar-Signature) in mail FROM YOU',
    body: `
VIRUS ALERT

Our content checker found
    virus: Eicar-Signature

in an email to the following recipient:
-> user@example.com

Delivery of the email was stopped!

The message WAS NOT relayed to:
<user@example.com>:
   554 5.7.0 Reject, id=04217-01 - INFECTED: Eicar-Signature
`,
    expected: [['user@example.com', '554', '5.7.0', 'malware-attachment']],
  },
  {
    name: 'Apache James',
    from: 'postmaster@mx.example.net',
    subject: '[BOUNCE]',
    body: `
Hi. This is the James mail server at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.  Below
I include the list of recipients and the reason why I was unable to deliver
your message.

Failed recipient(s):
user@example.com

Error message:
550 5.1.1 <user@example.com>: no mailbox of this name
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Axigen',
    subject: 'Delivery Status Notification (Failure)',
    body: `
Your message could not be delivered to the following recipients:

user@example.com
    Reason: 550 5.1.1 User unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'cc:Mail',
    from: '"cc:Mail Link to SMTP" <postmaster@ccgate.example.net>',
    subject: 'cc:Mail SMTPLINK Undeliverable Message',
    body: `
User user@example.com is not defined

Original text follows
---------------------

Received: from app.company.example
From: training@company.example
To: user@example.com
Subject: Your training
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'CommuniGate Pro, remote',
    subject: 'Undeliverable mail: Your training',
    body: `
Failed to deliver to 'user@example.com'
SMTP module(domain example.com) reports:
 host mx.example.com says:
 550 5.1.1 <user@example.com>... User unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'CommuniGate Pro, local',
    subject: 'Undeliverable mail: Your training',
    body: `
Failed to deliver to '<user@example.com>'
LOCAL module(account user) reports:
 account is full (quota exceeded)
`,
    expected: [['user@example.com', null, null, 'mailbox-full']],
  },
  {
    name: 'Courier',
    from: '"Courier mail server at mx.example.net" <@>',
    subject: 'NOTICE: mail delivery status.',
    body: `
This is a delivery status notification from mx.example.net,
running the Courier mail server, version 1.1.6.

The original message was received on Mon, 23 Nov 2026 09:00:00 +0100
from app.company.example ([192.0.2.1])

---------------------------------------------------------------------------

                           UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<user@example.com>:
    mx.example.com [192.0.2.9]:
>>> RCPT TO:<user@example.com>
<<< 550 5.1.1 <user@example.com>... User unknown

---------------------------------------------------------------------------

If your message was also sent to additional recipients, their delivery
status is not included in this report.  You may or may not receive
other delivery status notifications for additional recipients.
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'DragonFly',
    subject: 'Mail delivery failed',
    body: `
This is the DragonFly Mail Agent v0.13 at df.example.net.

There was an error delivering your mail to <user@example.com>.

mx.example.com [192.0.2.9] did not like our RCPT TO:
550 5.1.1 <user@example.com>: Recipient address rejected: User unknown in local recipient table

Message headers follow.
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Exchange 5.5',
    from: 'System Administrator <postmaster@example.net>',
    subject: 'Undeliverable: Your training',
    body: `
Your message

  To:      user@example.com
  Subject: Your training
  Sent:    Mon, 23 Nov 2026 09:00:00 +0100

did not reach the following recipient(s):

user@example.com on Mon, 23 Nov 2026 09:00:05 +0100
    The recipient name is not recognized
	The MTS-ID of the original message is: c=de;a= ;p=company;l=MX2611230800
    MSEXCH:IMS:Company:SITE:MX 0 (000C05A6) Unknown Recipient
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Exchange 2003',
    from: 'System Administrator <postmaster@example.net>',
    subject: 'Undeliverable: Your training',
    body: `
Your message did not reach some or all of the intended recipients.

      Subject:	Your training
      Sent:	23.11.2026 09:00

The following recipient(s) could not be reached:

      user@example.com on 23.11.2026 09:00
            The e-mail account does not exist at the organization this message was sent to.  Check the e-mail address, or contact the recipient directly to find out the correct address.
            <mx.example.net #5.1.1 smtp;550 5.1.1 <user@example.com>... User unknown>
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Exim, several recipients',
    subject: 'Mail delivery failed: returning message to sender',
    body: `
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  user@example.com
    host mx.example.com [192.0.2.9]
    SMTP error from remote mail server after RCPT TO:<user@example.com>:
    550 5.1.1 <user@example.com>: Recipient address rejected: User unknown
  other@example.org
    retry timeout exceeded
  third@example.net
    (ultimately generated from list@example.net)
    mailbox is full
`,
    expected: [
      ['user@example.com', '550', '5.1.1', 'recipient-unknown'],
      ['other@example.org', null, null, 'expired'],
      ['third@example.net', null, null, 'mailbox-full'],
    ],
  },
  {
    name: 'fetchmail',
    from: 'FETCHMAIL-DAEMON@example.net',
    subject: 'Returned mail: see transcript for details',
    body: `
Some addresses were rejected by the MDA fetchmail forwards to.

This message could not be delivered to:

   user@example.com: 550 5.1.1 unknown user
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'GroupWise',
    from: 'Mailer-Daemon@gw.example.net',
    subject: 'Message status - undeliverable',
    body: `
The message that you sent was undeliverable to the following:

	user@example.com (user not found)

Possibly truncated original message follows:

From: training@company.example
To: user@example.com
Subject: Your training
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Haraka',
    subject: 'failure notice',
    body: `
Hi. This is the Haraka Mailer program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

Intended Recipients: <user@example.com>
Failure Reason: Some recipients failed: 550 5.1.1 no such user
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'hMailServer',
    subject: 'Message undeliverable: Your training',
    body: `
Your message did not reach some or all of the intended recipients.

   Sent: Mon, 23 Nov 2026 09:00:00 +0100
   Subject: Your training

The following recipient(s) could not be reached:

user@example.com
   Error Type: SMTP
   Remote server (192.0.2.9) issued an error.
   hMailServer sent: RCPT TO:<user@example.com>
   Remote server replied: 550 5.1.1 User unknown

hMailServer
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'IceWarp',
    subject: 'Mail System Notification',
    body: `
The mail server could not deliver mail to user@example.com.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.

Error: 550 5.1.1 User unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'IMail, unknown user',
    from: 'Postmaster <postmaster@imail.example.net>',
    subject: 'Undeliverable Mail',
    body: `
Unknown user: user@example.com

Original message follows.

Received: from app.company.example
From: training@company.example
To: user@example.com
Subject: Your training
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'IMail, size',
    from: 'Postmaster <postmaster@imail.example.net>',
    subject: 'Undeliverable Mail',
    body: `
User mailbox exceeds allowed size: user@example.com

Original message follows.

Received: from app.company.example
`,
    expected: [['user@example.com', null, null, 'mailbox-full']],
  },
  {
    name: 'InterScan',
    subject: 'Mail could not be delivered',
    body: `
Unable to deliver message to: <user@example.com>

Sent <<< RCPT TO:<user@example.com>
Received >>> 550 5.1.1 <user@example.com>... User unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Kerio',
    subject: 'Undeliverable mail',
    body: `
Your message could not be delivered to one or more of its intended recipients.

Following recipients failed:
<user@example.com>: Remote host mx.example.com (192.0.2.9) said: 550 5.1.1 user unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Domino',
    from: 'postmaster@domino.example.net',
    subject: 'DELIVERY FAILURE: User user (user@example.com) not listed in Domino Directory',
    body: `
Your message

  Subject: Your training

was not delivered to:

  user@example.com

because:

  User user (user@example.com) not listed in Domino Directory
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Domino, German',
    from: 'postmaster@domino.example.net',
    subject: 'ZUSTELLUNGSFEHLER: Benutzer user (user@example.com) nicht im Domino-Verzeichnis aufgeführt',
    body: `
Ihre Nachricht

  Betreff: Ihre Schulung

konnte nicht zugestellt werden an:

  user@example.com

weil:

  Benutzer user (user@example.com) nicht im Domino-Verzeichnis aufgeführt
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Lotus Notes',
    from: 'Mail Router <postmaster@notes.example.net>',
    subject: 'DELIVERY FAILURE: User not listed in public Name & Address Book',
    body: `
------- Failure Reasons  --------

User not listed in public Name & Address Book
user@example.com


------- Returned Message --------

Received: from app.company.example
From: training@company.example
To: user@example.com
Subject: Your training
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'maddy',
    subject: 'Undelivered Mail Returned to Sender',
    body: `
This is the mail delivery system at mx.example.net.

Unfortunately, your message could not be delivered to one or more
recipients. The usual cause of this problem is invalid
recipient address or maintenance at the recipient side.

Contact the postmaster for further assistance, provide the Message ID (below):

Message ID: 4b1f2c
Arrival: Mon, 23 Nov 2026 09:00:00 +0100

Delivery to user@example.com failed with error: 550 5.1.1 User does not exist
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'MailEnable',
    subject: 'Message Delivery Failure',
    body: `
MailEnable: Message delivery failure.

The following recipient(s) could not be reached:

	Recipient: [SMTP:user@example.com]
	Reason: Remote SMTP Server Returned: 550 5.1.1 user unknown


Message headers follow:
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'MailFoundry',
    subject: 'Message delivery has failed',
    body: `
This is a MIME encoded message.

Unable to deliver message to: <user@example.com>
Delivery failed for the following reason:

Server mx.example.com[192.0.2.9] failed with: 550 <user@example.com> No such user here
`,
    expected: [['user@example.com', '550', null, 'recipient-unknown']],
  },
  {
    name: 'MailMarshal',
    subject: 'Undeliverable Mail: "Your training"',
    body: `
Your message:
   From:    training@company.example
   Subject: Your training

Could not be delivered because of

550 5.1.1 User unknown

The following recipients were affected: 
    user@example.com

Additional Information
======================
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'MDaemon',
    from: 'Mail Delivery Subsystem <MDaemon@example.net>',
    subject: 'Permanent Delivery Failure',
    body: `
The attached message had PERMANENT fatal delivery errors!

After one or more unsuccessful delivery attempts the attached message has
been removed from the mail queue on this server.  The number and frequency
of delivery attempts are determined by local configuration parameters.

YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!

--------------------------------------------------------------------
Failed address: user@example.com
--------------------------------------------------------------------

--- Session Transcript ---
 Mon 2026-11-23 09:00:00: Parsing message <xxxxxxxxxxxxxxxxxxxxxx\\pd50000001.msg>
 Mon 2026-11-23 09:00:00: *  From: training@company.example
 Mon 2026-11-23 09:00:00: *  To: user@example.com
 Mon 2026-11-23 09:00:01: <-- 220 mx.example.com ESMTP
 Mon 2026-11-23 09:00:01: --> MAIL From:<training@company.example>
 Mon 2026-11-23 09:00:01: <-- 250 Ok
 Mon 2026-11-23 09:00:01: --> RCPT To:<user@example.com>
 Mon 2026-11-23 09:00:01: <-- 550 5.1.1 User unknown
 Mon 2026-11-23 09:00:01: --> QUIT
--- End Transcript ---
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Mercury',
    from: 'Electronic Postmaster <postmaster@mercury.example.net>',
    subject: 'Postmaster notify: delivery failure.',
    body: `
With reference to your message with the subject:
   "Your training"

The local mail transport system has reported the following problems it
encountered while trying to deliver your message:

-------------------------------------------------------------------
*** user@example.com
    550 5.1.1 No such user here
-------------------------------------------------------------------

Your mail message is being returned to you in the next part of this message.
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Microsoft SMTPSVC',
    from: 'postmaster@iis.example.net',
    subject: 'Delivery Status Notification (Failure)',
    body: `
This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       user@example.com
`,
    status: `Reporting-MTA: dns;iis.example.net
Received-From-MTA: dns;app.company.example

Final-Recipient: rfc822;user@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp;550 5.1.1 <user@example.com>... User unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Netscape Messaging',
    from: 'Mail Administrator <Postmaster@netscape.example.net>',
    subject: 'Mail System Error - Returned Mail',
    body: `
This Message was undeliverable due to the following reason:

One or more of the recipients of your message did not receive it
because they would have exceeded their mailbox size limit.  It
may be possible for you to successfully send your message again
at a later time; however, if it is large, it is recommended that
you first contact the recipients to confirm that the space will be
available for your message when you send it.

     <user@example.com>

Please reply to Postmaster@netscape.example.net
if you feel this message to be in error.
`,
    expected: [['user@example.com', null, null, 'mailbox-full']],
  },
  {
    name: 'InterMail, unknown addresses',
    from: 'Mail Administrator <Postmaster@intermail.example.net>',
    subject: 'Mail System Error - Returned Mail',
    body: `
This Message was undeliverable due to the following reason:

The following destination addresses were unknown (please check
the addresses and re-mail the message):

SMTP <user@example.com>

Please reply to Postmaster@intermail.example.net
if you feel this message to be in error.
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'OpenSMTPD',
    subject: 'Delivery status notification: error',
    body: `
    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

user@example.com: 550 5.2.2 <user@example.com>... Mailbox full

    Below is a copy of the original message:

Received: from app.company.example
`,
    expected: [['user@example.com', '550', '5.2.2', 'mailbox-full']],
  },
  {
    name: 'Oracle Messaging Server',
    from: 'Internet Mail Delivery <postmaster@ims.example.net>',
    subject: 'Delivery Notification: Delivery has failed',
    body: `
This report relates to a message you sent with the following header fields:

  Message-id: <1@company.example>
  Date: Mon, 23 Nov 2026 09:00:00 +0100
  From: Training <training@company.example>
  To: user@example.com
  Subject: Your training

Your message cannot be delivered to the following recipients:

  Recipient address: user@example.com
  Reason: Remote SMTP server has rejected address
  Diagnostic code: smtp;550 5.1.1 <user@example.com>... User unknown
  Remote system: dns;mx.example.com (TCP|192.0.2.1|25|192.0.2.9|25)
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Postfix, Zimbra, iCloud',
    subject: 'Undelivered Mail Returned to Sender',
    body: `
This is the mail system at host zimbra.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

<user@example.com>: host mx.example.com[192.0.2.9] said: 550 5.1.1
    <user@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

<other@example.org>: connect to example.org[192.0.2.7]:25: Connection timed out
`,
    expected: [
      ['user@example.com', '550', '5.1.1', 'recipient-unknown'],
      ['other@example.org', null, null, 'connection-failed'],
    ],
  },
  {
    name: 'PowerMTA',
    from: 'postmaster@pmta.example.net',
    subject: 'Delivery report',
    body: `
Hello, this is the mail server on pmta.example.net.

I am sending you this message to inform you on the delivery status of a
message you previously sent.  Immediately below you will find a list of
the affected recipients;  also attached is a Delivery Status Notification
(DSN) report in standard format, as well as the headers of the original
message.

  <user@example.com>  delivery failed; will not continue trying
`,
    status: `Reporting-MTA: dns;pmta.example.net
Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0100

Final-Recipient: rfc822;user@example.com
Action: failed
Status: 5.1.1 (bad destination mailbox address)
Remote-MTA: dns;mx.example.com (192.0.2.9)
Diagnostic-Code: smtp;550 5.1.1 User unknown
X-PowerMTA-BounceCategory: bad-mailbox
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'qmail',
    subject: 'failure notice',
    body: `
Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<user@example.com>:
192.0.2.9 does not like recipient.
Remote host said: 550 5.1.1 <user@example.com>... User unknown
Giving up on 192.0.2.9.

<other@example.org>:
Sorry, I couldn't find any host named example.org. (#5.1.2)

--- Below this line is a copy of the message.

Return-Path: <training@company.example>
`,
    expected: [
      ['user@example.com', '550', '5.1.1', 'recipient-unknown'],
      ['other@example.org', null, '5.1.2', 'domain-not-found'],
    ],
  },
  {
    name: 'Sendmail',
    subject: 'Returned mail: see transcript for details',
    body: `
The original message was received at Mon, 23 Nov 2026 09:00:00 +0100
from app.company.example [192.0.2.1]

   ----- The following addresses had permanent fatal errors -----
<user@example.com>
    (reason: 550 5.7.606 Access denied, banned sending IP [192.0.2.1])

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 550 5.7.606 Access denied, banned sending IP [192.0.2.1]
550 5.1.1 <user@example.com>... User unknown
<<< 503 5.5.2 Need rcpt command
`,
    expected: [['user@example.com', '550', '5.7.606', 'ip-reputation']],
  },
  {
    name: 'Sendmail 5',
    subject: 'Returned mail: Host unknown',
    body: `
   ----- Transcript of session follows -----
550 <user@example.com>... Host unknown

   ----- Unsent message follows -----
Received: by mx.example.net (5.65/1.37) id AA123;
From: training@company.example
To: user@example.com
Subject: Your training
`,
    expected: [['user@example.com', '550', null, 'domain-not-found']],
  },
  {
    name: 'smail',
    from: '<MAILER-DAEMON@smail.example.net>',
    subject: 'mail failed, returning to sender',
    body: `
|------------------------- Message log follows: -------------------------|
 no valid recipients were found for this message
|------------------------- Failed addresses follow: ---------------------|
 <user@example.com> ... unknown user
|------------------------- Message text follows: ------------------------|
Received: from app.company.example
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'SmarterMail',
    from: 'System Administrator <postmaster@smarter.example.net>',
    subject: 'Delivery Failure',
    body: `
Could not deliver message to the following recipient(s):

Failed Recipient: user@example.com
Reason: Remote host said: 550 5.1.1 unknown user

   -- The header and top 20 lines of the message follows --

Received: from app.company.example
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Stalwart',
    subject: 'Failed to deliver message',
    body: `
Your message could not be delivered to the following recipients:

<user@example.com> (host 'mx.example.com' rejected command 'RCPT TO:<user@example.com>' with code 550 (5.1.1) 'User unknown')
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'SurfControl',
    subject: 'Your training',
    body: `
Your message could not be sent.
A transcript of the attempts to send the message follows.
The number of attempts made: 1
Addressed To: user@example.com

Mon 23 Nov 2026 09:00:00 +0100
Failed to send to identified host,
user@example.com: [192.0.2.9], 550 user@example.com... No such user
--- Message non-deliverable.
`,
    expected: [['user@example.com', '550', null, 'recipient-unknown']],
  },
  {
    name: 'ZoneMTA',
    subject: 'Delivery Status Notification (Failure)',
    body: `
Your message was not delivered to user@example.com.

Delivery to the following recipient failed permanently:

    user@example.com

Technical details of the failure:

550 5.1.1 The user does not exist
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
];
