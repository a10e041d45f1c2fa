/** A forged bounce that would have a group opened to everybody. */

const REFUSAL =
  '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed';

/** From an outside server, for itself in order; the returned mail is three fields that anybody can write. */
export const FORGED = `Return-Path: <>
Authentication-Results: mx.company.example; spf=pass smtp.mailfrom=forger.example; dkim=pass header.d=forger.example; dmarc=pass header.from=forger.example
From: Mail Delivery Subsystem <MAILER-DAEMON@forger.example>
To: training@company.example
Subject: Undeliverable: Your security training is waiting
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=f

--f
Content-Type: text/plain

Your message to everyone@company.example could not be delivered.
${REFUSAL}

--f
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.forger.example

Final-Recipient: rfc822; everyone@company.example
Action: failed
Status: 5.7.133
Diagnostic-Code: smtp; ${REFUSAL}

--f
Content-Type: message/rfc822

From: training@company.example
To: everyone@company.example
Subject: Your security training is waiting

--f--
`;
