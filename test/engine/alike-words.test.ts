/** Answers that share a word and mean different things: cause, variant. */
import { explain } from '../../src/engine';

type Row = [text: string, cause: string, variant?: string];

async function check(...[text, cause, variant]: Row) {
  const [one] = (await explain(text)).recipients;
  expect([one?.cause, ...(variant === undefined ? [] : [one?.variant])]).toEqual(
    variant === undefined ? [cause] : [cause, variant],
  );
}

describe('a header that a rule refuses', () => {
  test.each<Row>([
    ['550 rejected by header filter', 'policy-rule', 'content-rule'],
    ['554 5.7.1 Blocked by MailScanner: header check', 'policy-rule', 'content-rule'],
    ['550 Rejected: X-Phish-Test header not allowed by policy', 'policy-rule', 'content-rule'],
    ['550 X-PHPMailer header is not permitted here', 'policy-rule', 'content-rule'],
    ['550 5.7.1 Blocked by header rule: X-Campaign', 'policy-rule', 'content-rule'],
    ['550 header From not allowed (policy)', 'policy-rule'],
    ['550 5.7.1 header From not allowed by local policy', 'policy-rule'],
  ])('%s', check);
});

describe('a sender taken for forged', () => {
  test.each<Row>([
    ['550 spoofed header detected', 'policy-rule', 'own-domain-guard'],
    [
      "Rejected - Info: 'Anti-Spoofing Header Lockout', to user@company.example",
      'policy-rule',
      'own-domain-guard',
    ],
    ['550 Message rejected because the From header is spoofed', 'policy-rule', 'own-domain-guard'],
    ['554 5.7.1 Spoofing attempt blocked', 'policy-rule', 'own-domain-guard'],
    ['550 Anti-spoof check failed: internal sender from outside', 'policy-rule', 'own-domain-guard'],
    ['550 5.7.1 SPF check failed, spoofed mail', 'auth-failure', 'spf'],
    ['550 Rejected by DMARC policy (spoofed From header)', 'auth-failure', 'dmarc'],
  ])('%s', check);
});

describe('a header that is malformed', () => {
  test.each<Row>([
    ['554 The headers of this mail are not as they should be', 'message-malformed'],
    ['550 5.6.0 Message header is malformed', 'message-malformed'],
    ['554 5.6.0 invalid header field', 'message-malformed', 'header-fault'],
    ['550 header line too long', 'message-malformed', 'line-too-long'],
    ['554 Multiple From headers are not RFC 5322 compliant', 'message-malformed', 'header-fault'],
    ['550 8-bit characters in header not allowed', 'message-malformed'],
    ['554 Kopfzeile fehlerhaft', 'message-malformed'],
  ])('%s', check);
});

describe('a sign-in that Microsoft 365 refuses', () => {
  const ended = '550 5.7.30 Basic authentication is not supported for Client Submission.';
  const online = '[FR3P281CA0123.DEUP281.PROD.OUTLOOK.COM 2026-11-24T09:14:02.113Z 08DD0B2A]';
  test.each<Row>([
    [ended, 'sender-limit', 'password-sign-in-ended'],
    [`${ended} ${online}`, 'sender-limit', 'password-sign-in-ended'],
    [`550 5.7.30 ${online}`, 'sender-limit', 'password-sign-in-ended'],
    [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled',
      'sender-limit',
      'basic-login-off',
    ],
    ['550 5.7.30 REQUIRETLS support required', 'tls-required'],
    ['550 5.7.30 DKIM did not pass [mx.google.com]', 'auth-failure', 'dkim'],
  ])('%s', check);
});

describe('Sender was not authenticated', () => {
  test.each<Row>([
    ['550 5.7.12 Sender was not authenticated by organization', 'recipient-restricted', 'inside-only'],
    ['550 5.7.1 Client was not authenticated', 'recipient-restricted', 'inside-only'],
    ['530 5.7.57 Client not authenticated to send mail', 'sender-limit', 'submission-without-login'],
    ['432 4.7.12 A password transition is needed', 'sender-limit', 'password-change'],
  ])('%s', check);
});

describe('what Yahoo says in brackets', () => {
  const forGood = 'All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.';
  test.each<Row>([
    [
      "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list",
      'ip-reputation',
      'spamhaus',
    ],
    ['553 5.7.1 [BL23] Connections not accepted from 192.0.2.1', 'ip-reputation', 'infected-sender'],
    [`421 4.7.1 [TSS07] ${forGood}`, 'ip-reputation', 'refused-for-good'],
    [`553 5.7.2 [TSS09] ${forGood}`, 'ip-reputation', 'refused-for-good'],
    [`421 4.7.1 [TS03] ${forGood}`, 'ip-reputation', 'refused-for-good'],
    [
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
      'ip-reputation',
      'volume-or-complaints',
    ],
    ['554 5.7.9 Message not accepted for policy reasons.', 'spam-content', 'sender-rules-not-met'],
    [
      '554 Message not allowed - [PH01] Email not accepted for policy reasons.',
      'spam-content',
      'public-provider-filter',
    ],
    ['554 5.7.1 rejected for policy reasons', 'policy-rule'],
  ])('%s', check);
});

describe('permission to send', () => {
  test.each<Row>([
    [
      '550 5.7.1 Client does not have permission to Send On Behalf Of the From address',
      'sender-identity',
      'from-not-own',
    ],
    [
      '550 5.7.1 sender does not have permission to Send As the From address',
      'sender-identity',
      'from-not-own',
    ],
    ['550 5.7.60 Client does not have permissions to send as this sender', 'sender-limit', 'send-as-denied'],
    ['550 5.7.1 Sender does not have permission to send to this recipient', 'recipient-restricted'],
    ['550 5.7.1 You do not have permission to send to this group', 'recipient-restricted'],
  ])('%s', check);
});

describe('an email that expired at Amazon SES, with the last answer', () => {
  const expired = 'smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.';
  test.each<Row>([
    [`${expired}<421 4.4.0 Unable to lookup DNS for example.org>`, 'dns-routing'],
    [`${expired}<452 4.2.2 over quota>`, 'mailbox-full'],
    [`${expired}<421 4.4.1 Connection timed out>`, 'connection-failed'],
    [`${expired}<450 4.2.1 The mailbox is disabled>`, 'mailbox-disabled'],
    [`${expired}<451 try later>`, 'expired'],
    [expired, 'expired'],
  ])('%s', check);
});

describe('blocked, says SendGrid, and the server says why', () => {
  const blocked = (rest: object) =>
    JSON.stringify({ email: 'user@company.example', event: 'bounce', type: 'blocked', ...rest });
  test.each<Row>([
    [blocked({ reason: '550 5.1.1 user unknown' }), 'recipient-unknown'],
    [
      blocked({ status: '5.7.1', reason: '550 5.7.1 Delivery not authorized, message refused' }),
      'policy-rule',
    ],
    [blocked({ status: '5.0.0', reason: '554 Sorry, not today' }), 'undetermined'],
    [blocked({ reason: 'Sorry, not today' }), 'undetermined'],
    [blocked({}), 'policy-rule', 'blocked-no-details'],
    [blocked({ reason: '' }), 'policy-rule', 'blocked-no-details'],
  ])('%s', check);

  test('its answer is quoted, where nothing is known of it', async () => {
    const [one] = (await explain(blocked({ status: '5.0.0', reason: '554 Rejected, no visitors' })))
      .recipients;
    expect(one?.variant).toBeNull();
    expect(one?.diagnostic).toContain('554 Rejected, no visitors');
  });
});

describe('what FortiGuard found', () => {
  test.each<Row>([
    ['550 5.7.1 FortiGuard-AntiSpam identified spam URL', 'spam-content', 'link-listed'],
    [
      '550 5.7.1 FortiGuard-AntiSpam identified spam URL in message. Message refused',
      'spam-content',
      'link-listed',
    ],
    ['550 5.7.1 FortiGuard-AntiSpam identified spam', 'spam-content'],
  ])('%s', check);
});
