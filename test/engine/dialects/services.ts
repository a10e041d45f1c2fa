/** Reports of mail providers, carriers, gateways and list servers, in their own frames; free text is ours. */
import type { Dialect } from './dialect';

export const services: Dialect[] = [
  {
    name: 'Amazon SES, Cisco IronPort',
    from: 'MAILER-DAEMON@email-bounces.amazonses.com',
    subject: 'Delivery Status Notification (Failure)',
    body: `
The following message to <user@example.com> was undeliverable.
The reason for the problem:
5.1.0 - Unknown address error 550-'5.1.1 User unknown'
`,
    expected: [['user@example.com', '550', '5.1.0', 'recipient-unknown']],
  },
  {
    name: 'AOL, returned page',
    from: 'Postmaster <Postmaster@AOL.com>',
    subject: 'Undeliverable: Your training',
    html: true,
    body: `
<html><body><table><tr><td>Email Returned</td></tr><tr><td>Something went wrong.</td></tr>
<tr><td>We were unable to deliver your message to the following address</td></tr>
<tr><td><b>user@example.com</b></td></tr>
<tr><td>because: Mailbox full</td></tr>
<tr><td>More information about type 5.2.2 delivery errors is available.</td></tr></table></body></html>
`,
    expected: [['user@example.com', null, '5.2.2', 'mailbox-full']],
  },
  {
    name: 'Barracuda',
    from: 'MAILER-DAEMON',
    subject: '**Message you sent blocked by our bulk email filter**',
    body: `
Your message to: user@example.com
was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

Subject: Your training
`,
    expected: [['user@example.com', null, null, 'spam-content']],
  },
  {
    name: 'Bigfoot',
    subject: 'Returned mail: Service unavailable',
    body: `
   ----- The following addresses had permanent fatal errors -----
<user@example.com>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<user@example.com>
<<< 553 Invalid recipient destination@example.net (Mode: normal)
`,
    expected: [['user@example.com', '553', null, 'recipient-unknown']],
  },
  {
    name: 'Biglobe',
    from: 'postmaster@biglobe.example.net',
    subject: 'Returned mail: user unknown',
    body: `
   ----- The following addresses had delivery problems -----
user@example.com

   ----- Non-delivered information -----
The number of messages in recipient's mailbox exceeded the local limit.
`,
    expected: [['user@example.com', null, null, 'mailbox-full']],
  },
  {
    name: 'Cai Wireless',
    from: 'Mail Administrator <Postmaster@cai.example.net>',
    subject: 'Mail System Error - Returned Mail',
    body: `
Your message was undeliverable. Details:

The following recipients did not receive this message:

     <user@example.com>

Please reply to Postmaster@cai.example.net
if you feel this message to be in error.
`,
    expected: [['user@example.com', null, null, 'undetermined']],
  },
  {
    name: 'CompuServe',
    from: 'CompuServe Postmaster <postmaster@compuserve.example.net>',
    subject: 'Undeliverable message',
    body: `
Your message could not be delivered for the following reason:

Invalid receiver address: user@example.com

--- Returned message ---

Sender: training@company.example
Received: from app.company.example
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Coremail',
    from: 'Postmaster@coremail.example.net',
    subject: '系统退信/Systems bounce',
    body: `
抱歉，您的邮件被退回来了……

邮件主题：Your training
收件人：user@example.com
退信原因：550 User not found: user@example.com
`,
    expected: [['user@example.com', '550', null, 'recipient-unknown']],
  },
  {
    name: 'Cox',
    subject: 'Undelivered Mail Returned to Sender',
    body: `
This is the mail system at host mx.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<user@cox.net>: host cxr.mx.a.cloudfilter.net[192.0.2.9] refused to talk to me:
    554 cmsmtp 192.0.2.1 blocked AUP#CXDNS
`,
    expected: [['user@cox.net', '554', null, 'sender-identity']],
  },
  {
    name: 'docomo',
    subject: 'Undelivered Mail Returned to Sender',
    body: `
This is the mail system at host mx.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<user@docomo.ne.jp>: host mfsmax.docomo.ne.jp[192.0.2.9] said: 550 Unknown user
    user@docomo.ne.jp (in reply to end of DATA command)
`,
    expected: [['user@docomo.ne.jp', '550', null, 'recipient-unknown']],
  },
  {
    name: 'EZweb',
    from: 'Postmaster@ezweb.ne.jp',
    subject: 'Mail System Error - Returned Mail',
    body: `
This message was undeliverable due to the following reason:

Each of the following recipients was rejected by a remote mail server.

    Recipient: <user@example.com>
    >>> RCPT TO:<user@example.com>
    <<< 550 <user@example.com>: User unknown
`,
    expected: [['user@example.com', '550', null, 'recipient-unknown']],
  },
  {
    name: 'Facebook',
    from: 'Facebook <mailer-daemon@mx.facebook.com>',
    subject: 'Sorry, your message could not be delivered',
    body: `
This message was created automatically by Facebook.

Sorry, your message could not be delivered to the following address(es):

<user@facebook.com>

550 5.1.1 RCP-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.1#rcp Refused due to recipient preferences
`,
    expected: [['user@facebook.com', '550', '5.1.1', 'recipient-restricted']],
  },
  {
    name: 'Gmail, 2012',
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    subject: 'Delivery Status Notification (Failure)',
    body: `
Delivery to the following recipient failed permanently:

     user@example.com

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the server for the recipient domain example.com by mx.example.com. [192.0.2.9].

The error that the other server returned was:
550 5.1.1 <user@example.com>: Recipient address rejected: User unknown

----- Original message -----

Received: by 192.0.2.7 with SMTP id a1
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Gmail',
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    subject: 'Delivery Status Notification (Failure)',
    body: `
** Address not found **

Your message wasn't delivered to user@example.com because the address couldn't be found, or is unable to receive mail.

Learn more here: https://support.google.com/mail/?p=NoSuchUser

The response was:

550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. a1-2adb.120 - gsmtp
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'GMX, 1&1',
    from: 'GMX Mailer Daemon <mailer-daemon@gmx.net>',
    subject: 'Mail delivery failed: returning message to sender',
    body: `
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address(es)
failed:

"user@example.com":

SMTP error from remote server after RCPT command:
host: mx.example.com
5.1.1 <user@example.com>... User unknown

--- The header of the original message is following. ---
`,
    expected: [['user@example.com', null, '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Google Groups',
    isNamedInHeader: true,
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    subject: 'Delivery Status Notification (Failure)',
    fields: { 'X-Failed-Recipients': 'team@example.com' },
    body: `
Hello training@company.example,

We're writing to let you know that the group you tried to contact (team) may not exist, or you may not have permission to post messages to the group.

 * You might have spelled or formatted the group name incorrectly.
 * The owner of the group may have removed this group.

----- Original message -----

X-Received: by 2002:a63:e942:: with SMTP id q2
`,
    expected: [['team@example.com', null, null, 'recipient-restricted']],
  },
  {
    name: 'JetMail',
    from: '"Jetmail System" <>',
    subject: 'Mail Error',
    body: `
Your mail cannot be delivered to the following address(es):

 user@example.com "(0), ErrMsg=mail box space not enough, account=user "

Please check the above address(es) and then try again.

---- Header of the source mail attached ----

Received: from app.company.example
`,
    expected: [['user@example.com', null, null, 'mailbox-full']],
  },
  {
    name: 'KDDI',
    from: 'no-reply@dion.example.net',
    subject: 'Mail',
    body: `
Your mail sent on: Mon, 23 Nov 2026 09:00:00 +0900
     Could not be delivered to: <user@example.com>
     As their mailbox is full.
`,
    expected: [['user@example.com', null, null, 'mailbox-full']],
  },
  {
    name: 'LLNL',
    from: 'postmaster@llnl.example.net',
    subject: 'Mail delivery failed',
    body: `
   ----- The following addresses had delivery problems -----

<user@example.com>   (unrecoverable error)
      No such recipient: user. Please look the name up in the directory.
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Mail.ru',
    from: 'Mail Delivery System <mailer-daemon@corp.mail.ru>',
    subject: 'Mail delivery failed: returning message to sender',
    body: `
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  user@mail.ru
    SMTP error from remote mail server after RCPT TO:<user@mail.ru>:
    host mxs.mail.ru [192.0.2.9]: 550 Message was not accepted -- invalid mailbox.  Local mailbox user@mail.ru is unavailable: user not found
`,
    expected: [['user@mail.ru', '550', null, 'recipient-unknown']],
  },
  {
    name: 'Mimecast',
    from: 'postmaster@eu-smtp-1.mimecast.com',
    subject: '[Postmaster] Email Delivery Failure',
    body: `
This is an automatic Mimecast message.

The email could not be delivered to user@example.com.

Additional information follows :

-- 550 Rejected by header based Anti-Spoofing policy: training@company.example - https://community.mimecast.com/docs/DOC-1369#550

The email below was not delivered
`,
    expected: [['user@example.com', '550', null, 'policy-rule']],
  },
  {
    name: 'Message filter (mFILTER)',
    subject: '送信エラー通知',
    body: `
user@example.com

-------server message
550 5.1.1 unknown user <user@example.com>

-------original message
Return-Path: <training@company.example>
Received: from app.company.example
From: training@company.example
To: user@example.com
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'MX Logic',
    subject: 'Mail delivery failed: returning message to sender',
    body: `
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  user@example.com
    SMTP error from remote mail server after RCPT TO:<user@example.com>:
    host mx.example.com [192.0.2.9]: 550 5.1.1 <user@example.com>... User Unknown

Included is a copy of the message header:
-----------------------------------------
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'McAfee',
    from: '<>',
    subject: 'Delivery Status',
    body: `
    --- The following addresses had delivery problems ---

<user@example.com>   (user@example.com... No such user)
`,
    expected: [['user@example.com', null, null, 'recipient-unknown']],
  },
  {
    name: 'Office 365, text',
    from: 'Microsoft Outlook <postmaster@company.example>',
    subject: 'Undeliverable: Your training',
    body: `
Your message to user@example.com couldn't be delivered.

user wasn't found at example.com.

training	Office 365	user
Action Required		Recipient

Unknown To address

More Info for Email Admins
Status code: 550 5.1.10

Original Message Details
Created Date:	11/23/2026 9:00:00 AM
Sender Address:	training@company.example
Recipient Address:	user@example.com
Subject:	Your training

Error Details
Reported error:	550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient user@example.com not found by SMTP address lookup
DSN generated by:	AM0PR04MB1.eurprd04.prod.outlook.com
`,
    expected: [['user@example.com', '550', '5.1.10', 'recipient-unknown']],
  },
  {
    name: 'Outlook.com',
    from: 'postmaster@outlook.com',
    subject: 'Delivery Status Notification (Failure)',
    body: `
This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       user@outlook.com
`,
    status: `Reporting-MTA: dns;BLU004-OMC1.hotmail.com
Received-From-MTA: dns;BLU436

Final-Recipient: rfc822;user@outlook.com
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp;550 5.2.2 <user@outlook.com>... Mailbox Full
`,
    expected: [['user@outlook.com', '550', '5.2.2', 'mailbox-full']],
  },
  {
    name: 'QQ',
    from: 'PostMaster <PostMaster@qq.com>',
    subject: '系统退信：Your training',
    body: `
您的邮件被退回到您的收件箱。

退信原因：收件人邮件地址（user@qq.com）不存在，邮件无法送达。
host mx3.qq.com[192.0.2.9] said: 550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?id=20022
`,
    expected: [['user@qq.com', '550', null, 'recipient-unknown']],
  },
  {
    name: 'SendGrid, relay',
    from: 'MAILER-DAEMON@sendgrid.example.net',
    subject: 'Undelivered Mail Returned to Sender',
    body: `
This is an automatically generated message from SendGrid.

I'm sorry to have to tell you that your message was not able to be
delivered to one of its intended recipients.

If you require assistance with this, please contact SendGrid support.

user:000000:<user@example.com> : 192.0.2.1 : mx.example.com:[192.0.2.9] : 550 5.1.1 <user@example.com>... User Unknown  in RCPT TO
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Sina',
    from: 'MAILER-DAEMON@sina.example.net',
    subject: '邮件发送失败！',
    body: `
sina.example.net.
邮件无法发送到您指定的地址中。
在邮件传输过程中由于外部的错误导致邮件无法送达。

<user@example.com>:
550 no such user

--- 附件中的内容是原信件的一份拷贝
`,
    expected: [['user@example.com', '550', null, 'recipient-unknown']],
  },
  {
    name: 'Sophos',
    from: 'postmaster@sophos.example.net',
    subject: 'Undeliverable: Your training',
    body: `
The message you sent could not be delivered to the recipients below.

user@example.com: 554 5.7.1 Message rejected due to content restrictions
`,
    expected: [['user@example.com', '554', '5.7.1', 'policy-rule']],
  },
  {
    name: 'Verizon',
    from: 'MMSC NDR Administrator <sysadmin@vzwpix.example.net>',
    subject: 'Undeliverable Message',
    body: `
Message could not be delivered to mobile.
Error: No valid recipients for this MM

Original Message:
From: Training <training@company.example>
To: 0000000000@vzwpix.example.net
Subject: Your training
Date:  Mon, 23 Nov 2026 09:00:00 +0000
`,
    expected: [['0000000000@vzwpix.example.net', null, null, 'recipient-unknown']],
  },
  {
    name: 'two kinds of errors (X5, Ecelerity)',
    subject: 'Mail delivery failed',
    body: `
This message was created automatically by mail system (ecelerity).

A message that you sent could not be delivered to one or more of its
recipients.  The following address(es) failed:

>>> user@example.com (after RCPT TO): 550 5.1.1 <user@example.com>: user unknown

------ This is a copy of the headers of the original message. ------
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Yahoo',
    from: 'MAILER-DAEMON@yahoo.com',
    subject: 'Failure Notice',
    body: `
Sorry, we were unable to deliver your message to the following address.

<user@example.com>:
554: delivery error: dd This user doesn't have a yahoo.com account (user@example.com) [-5] - mta1.mail.yahoo.com

--- Below this line is a copy of the message.
`,
    expected: [['user@example.com', '554', null, 'recipient-unknown']],
  },
  {
    name: 'Yandex',
    from: 'mailer-daemon@yandex.ru',
    subject: 'Недоставленное сообщение',
    body: `
Это письмо отправлено почтовым сервером yandex.ru.

К сожалению, мы вынуждены сообщить Вам о том, что Ваше письмо не может
быть отправлено одному или нескольким адресатам. Причины указаны ниже.

<user@example.com>: host mx.example.com[192.0.2.9] said: 550 5.7.1 No such
    user! (in reply to RCPT TO command)
`,
    expected: [['user@example.com', '550', '5.7.1', 'recipient-unknown']],
  },
  {
    name: 'Zoho',
    from: 'Mail Delivery System <mailer-daemon@mail.zoho.com>',
    subject: 'Undelivered Mail Returned to Sender',
    body: `
This message was created automatically by mail delivery software.
 A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

user@example.com Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <user@example.com>... User Unknown
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
  {
    name: 'Proofpoint',
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@pphosted.example.net>',
    subject: 'Returned mail: see transcript for details',
    body: `
   ----- The following addresses had permanent fatal errors -----
<user@example.com>
    (reason: 550 5.7.0 Local Policy Violation)

   ----- Transcript of session follows -----
... while talking to mx0a-001.pphosted.com.:
>>> DATA
<<< 550 5.7.0 Local Policy Violation
554 5.0.0 Service unavailable
`,
    expected: [['user@example.com', '550', '5.7.0', 'policy-rule']],
  },
  {
    name: 'Mailman, held for members',
    from: 'team-bounces@lists.example.net',
    subject: 'Your message to Team was rejected',
    fields: { 'Auto-Submitted': 'auto-generated' },
    body: `
Your message to <team@lists.example.net> was automatically rejected:

You are not allowed to post to this mailing list.
`,
    expected: [['team@lists.example.net', null, null, 'recipient-restricted']],
  },
  {
    name: 'Proton',
    from: 'MAILER-DAEMON@protonmail.example.net',
    subject: 'Delivery Status Notification (Failure)',
    body: `
This is an automatically generated message.

Your message could not be delivered to: user@example.com

Reason: 550 5.1.1 <user@example.com>: Recipient address rejected: Address does not exist
`,
    expected: [['user@example.com', '550', '5.1.1', 'recipient-unknown']],
  },
];
