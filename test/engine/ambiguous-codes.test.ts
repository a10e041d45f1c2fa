/** Codes that mean more than one thing, each settled by a rule: cause, will it pass, who acts. */
import { explain } from '../../src/engine';
import { codes } from '../../src/knowledge/generated/rules';

type Row = [text: string, cause: string, permanence: string | null, whoActs: string];

async function check(...[text, ...expected]: Row) {
  const { recipients } = await explain(text);
  const [one] = recipients;
  expect([one?.cause, one?.permanence, one?.advice.whoActs]).toEqual(expected);
}

describe('text beats the enhanced code, which beats the basic code', () => {
  test.each<Row>([
    ['552 5.1.1 <user@example.com>: mailbox overquota', 'mailbox-full', 'permanent', 'recipient-user'],
    [
      '550 5.1.0 <user@example.org> The domain example.org explicitly denies this server via SPF Record. IB508',
      'auth-failure',
      'permanent',
      'sender-admin',
    ],
    ['550 5.2.2 Submission quota exceeded', 'sender-limit', 'transient', 'sender-admin'],
    [
      '550 5.4.1 [user@example.com]: Recipient address rejected: Access denied [DB5EUR01FT004.eop-EUR01.prod.protection.outlook.com]',
      'recipient-unknown',
      'permanent',
      'recipient-admin',
    ],
    [
      '554 5.7.1 <user@example.com>: Recipient address rejected: Access denied',
      'recipient-restricted',
      'permanent',
      'recipient-admin',
    ],
    ['550 5.4.1 Relay Access Denied', 'relay-denied', 'permanent', 'recipient-admin'],
    ['550 5.4.1 no words beside it', 'recipient-unknown', 'permanent', 'recipient-admin'],
    ['450 4.4.1 no words beside it', 'connection-failed', 'transient', 'network-team'],
    ['550 5.4.1 no answer from host', 'connection-failed', 'permanent', 'network-team'],
    ['550 5.4.1 [Access denied]', 'recipient-unknown', 'permanent', 'recipient-admin'],
    ["Remote Server returned '550 5.4.1 Access denied'", 'recipient-unknown', 'permanent', 'recipient-admin'],
    ['550 5.7.1 Access denied', 'policy-rule', 'permanent', 'recipient-admin'],
    ['550 5.7.1 Message rejected due to DMARC', 'auth-failure', 'permanent', 'sender-admin'],
    ['552 5.3.4 Message header size limits exceeded', 'message-malformed', 'permanent', 'sender-admin'],
    ['552 5.2.2 no words beside it', 'mailbox-full', 'permanent', 'recipient-user'],
  ])('%s', check);
});

describe('where basic and enhanced class differ', () => {
  test.each<Row>([
    // The time was up, so it is given up; the 4 says why it took so long.
    ['550 4.4.7 QUEUE.Expired; message expired', 'expired', 'permanent', 'recipient-admin'],
    ['554 4.3.2 mailbox server is offline', 'server-fault', 'transient', 'recipient-admin'],
    ['421 5.7.32 no words beside it [mx.google.com]', 'auth-failure', 'permanent', 'sender-admin'],
    ['550 5.4.5 Daily user sending limit exceeded', 'sender-limit', 'transient', 'platform-admin'],
  ])('%s', check);
});

describe('one code, one meaning with its provider and another in general', () => {
  const microsoft = '[AM7EUR06FT055.eop-eur06.prod.protection.outlook.com]';
  const exchange = 'Generating server: mail.company.example\n\nuser@company.example\n#';
  test.each<Row>([
    ['550 5.1.10', 'domain-not-found', 'permanent', 'recipient-admin'],
    [`550 5.1.10 ${microsoft}`, 'recipient-unknown', 'permanent', 'recipient-admin'],
    ['550 5.1.8', 'sender-identity', 'permanent', 'sender-admin'],
    [`550 5.1.8 ${microsoft}`, 'sender-limit', 'permanent', 'sender-admin'],
    [`${exchange}550 5.1.8 ##`, 'sender-limit', 'permanent', 'sender-admin'],
    ['432 4.7.12', 'sender-limit', 'transient', 'sender-admin'],
    ['550 5.7.12', 'recipient-restricted', 'permanent', 'recipient-admin'],
    [`550 5.7.12 ${microsoft}`, 'recipient-restricted', 'permanent', 'recipient-admin'],
    ['550 5.7.13', 'mailbox-disabled', 'permanent', 'recipient-admin'],
    [`550 5.7.13 ${microsoft}`, 'recipient-restricted', 'permanent', 'platform-admin'],
    ['550 5.7.3', 'tls-required', 'permanent', 'sender-admin'],
    [`${exchange}550 5.7.3 ##`, 'relay-denied', 'permanent', 'recipient-admin'],
    ['5.7.5', 'tls-required', 'permanent', 'sender-admin'],
    [`5.7.5 ${microsoft}`, 'tls-required', 'permanent', 'recipient-admin'],
    ['550 5.7.1 Unable to relay', 'relay-denied', 'permanent', 'recipient-admin'],
    [`${exchange}550 5.7.1 Unable to relay ##`, 'relay-denied', 'permanent', 'sender-admin'],
  ])('%s', check);
});

// RFC 5248's registry lists each of these with reply codes of one class; the other class is free for providers.
describe('a code that the standard has in one class only', () => {
  test.each<Row>([
    ['550 5.7.23', 'auth-failure', 'permanent', 'sender-admin'],
    ['421 4.7.23', 'sender-identity', 'transient', 'sender-admin'],
    ['550 5.7.27', 'sender-identity', 'permanent', 'sender-admin'],
    ['421 4.7.27', 'auth-failure', 'transient', 'sender-admin'],
    ['421 4.7.29', 'tls-required', 'transient', 'sender-admin'],
    ['550 5.7.30', 'tls-required', 'permanent', 'sender-admin'],
    ['421 4.7.30', 'auth-failure', 'transient', 'sender-admin'],
  ])('%s', check);
});

describe('how sure a code without words makes', () => {
  const confidenceOf = async (text: string) => (await explain(text)).recipients[0]?.confidence;

  test.each(['5.7.27', '5.7.30', '5.7.12', '5.4.1', '4.7.23', '5.7.2', '5.1.6'])(
    '%s means one thing here and another there',
    async (code) => expect(await confidenceOf(code)).not.toBe('high'),
  );

  test.each([
    '5.1.1',
    '5.7.134',
    '5.7.23',
    '4.7.650',
    '5.7.27 [mx.google.com]',
    '5.7.12 [mail.protection.outlook.com]',
  ])('%s means one thing', async (code) => expect(await confidenceOf(code)).toBe('high'));

  test('no code is certain whose meaning the tables do not share', async () => {
    const rows = codes.flatMap(({ provider, rows }) => rows.map((row) => ({ ...row, provider })));
    const disputed = new Set(
      rows.flatMap(({ code, cause, provider }) =>
        /^[245]\.\d+\.\d+$/.test(code) &&
        rows.some(
          (row) =>
            row.provider !== provider &&
            row.cause !== cause &&
            (row.code === code || row.code === code.replace(/^\d/, 'X')),
        )
          ? [code]
          : [],
      ),
    );
    expect(disputed.size).toBeGreaterThan(20);
    const certain = [];
    for (const code of disputed) if ((await confidenceOf(code)) === 'high') certain.push(code);
    expect(certain).toEqual([]);
  });
});

describe('ranges', () => {
  test.each<Row>([
    ['550 5.7.606', 'ip-reputation', 'permanent', 'sender-admin'],
    ['550 5.7.649', 'ip-reputation', 'permanent', 'sender-admin'],
    ['550 5.7.900', 'policy-rule', 'permanent', 'recipient-admin'],
    ['550 5.7.999', 'policy-rule', 'permanent', 'recipient-admin'],
    ['451 4.7.500', 'rate-limited', 'transient', 'sender-admin'],
    ['451 4.7.699 (AS780)', 'rate-limited', 'transient', 'sender-admin'],
    ['451 4.7.650', 'ip-reputation', 'transient', 'sender-admin'],
    ['451 4.7.899', 'ip-reputation', 'transient', 'sender-admin'],
    ['550 5.7.650', 'undetermined', 'permanent', 'recipient-admin'],
  ])('%s', check);
});

describe('behind the words of the server that passes an answer on', () => {
  test.each<Row>([
    [
      '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 5.7.1 Message rejected as spam',
      'spam-content',
      'permanent',
      'recipient-admin',
    ],
    [
      '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 5.1.1 no',
      'recipient-unknown',
      'permanent',
      'recipient-admin',
    ],
    [
      '550 5.0.350 Remote server returned an error -> 552 5.2.2 Mailbox full',
      'mailbox-full',
      'permanent',
      'recipient-user',
    ],
    [
      '450 4.4.312 DNS query failed [Message=InfoDomainNonexistent] [LastAttemptedServerName=example.org]',
      'domain-not-found',
      'transient',
      'platform-admin',
    ],
  ])('%s', check);
});

describe('words that say only that it failed lose to any code', () => {
  test.each<Row>([
    ['user@example.com Status: Not Delivered', 'undetermined', 'either', 'platform-admin'],
    ['user@example.com Status: Not Delivered, 5.4.4', 'dns-routing', 'permanent', 'recipient-admin'],
    ['{"event":"bounce","type":"bounce","status":"5.0.0"}', 'undetermined', 'permanent', 'platform-admin'],
    ['{"event":"bounce","type":"bounce","reason":"552"}', 'mailbox-full', 'permanent', 'recipient-user'],
  ])('%s', check);
});

describe('a code or a word typed alone', () => {
  test.each<Row>([
    ['5.7.134', 'recipient-restricted', 'permanent', 'recipient-admin'],
    ['#5.7.134', 'recipient-restricted', 'permanent', 'recipient-admin'],
    ['421 4.7.28', 'rate-limited', 'transient', 'sender-admin'],
    ['envelope blocked', 'sender-blocked', 'permanent', 'recipient-admin'],
    ['envelope blocked - User Entry', 'sender-blocked', 'permanent', 'recipient-user'],
    ['TRANSPORT.RULES.RejectMessage', 'policy-rule', 'permanent', 'recipient-admin'],
    ['S3150', 'ip-reputation', 'permanent', 'sender-admin'],
    ['IB508', 'auth-failure', 'permanent', 'sender-admin'],
    ['450', 'greylisted', 'transient', 'nobody'],
  ])('%s', check);
});

test('a delay is no failure, whatever its code', async () => {
  const text = [
    'Reporting-MTA: dns; mail.example.org',
    '',
    'Final-Recipient: rfc822; user@example.com',
    'Action: delayed',
    'Status: 4.4.1',
    'Diagnostic-Code: smtp; 550 5.7.1 refused',
  ].join('\n');
  const { kind, recipients } = await explain(text);
  expect(kind).toBe('delay');
  expect([recipients[0]?.permanence, recipients[0]?.advice.whoActs]).toEqual(['transient', 'nobody']);
});
