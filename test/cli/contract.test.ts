/** The line of JSON that other programs rely on. */
import { expectedMails, ourContext } from '../engine/our-mails';
import { mail, mails, rowsOf, run } from './command';

const own = [
  ...ourContext.ownDomains!.flatMap((domain) => ['--own-domain', domain]),
  ...ourContext.sendingAddresses!.flatMap((address) => ['--sender', address]),
];

describe('one line a mail', () => {
  const ran = run(['--json', mail('postfix-two-recipients.eml')]);
  const [row, ...others] = rowsOf(ran);

  test('and nothing else', () => {
    expect(ran.stdout.endsWith('\n')).toBe(true);
    expect(others).toEqual([]);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
  });

  test('with these keys, in this order', () => {
    expect(Object.keys(row!)).toEqual(['file', 'kind', 'trust', 'reportingMta', 'original', 'recipients']);
    expect(Object.keys(row!.trust)).toEqual(['verdict', 'signals']);
    expect(row).toHaveProperty('original.messageId');
    expect(row).toHaveProperty('original.subject');
    expect(row).toHaveProperty('original.from');
    for (const recipient of row!.recipients)
      expect(Object.keys(recipient)).toEqual([
        'address',
        'action',
        'replyCode',
        'status',
        'cause',
        'confidence',
        'diagnostic',
        'evidence',
        'remoteMta',
        'whoActs',
        'resend',
        'steps',
        'variant',
      ]);
  });

  test('with the values of the mail', () => {
    expect(row).toMatchObject({
      file: mail('postfix-two-recipients.eml'),
      kind: 'failure',
      recipients: [
        {
          address: 'b.moreau@example.org',
          action: 'failed',
          replyCode: '550',
          status: '5.1.1',
          cause: 'recipient-unknown',
        },
        {
          address: 'f.costa@example.org',
          action: 'failed',
          replyCode: '552',
          status: '5.2.2',
          cause: 'mailbox-full',
        },
      ],
    });
  });

  test('with words for steps and signals by name', () => {
    for (const signal of row!.trust.signals) expect(signal).toMatch(/^[a-z0-9-]+$/);
    for (const { steps } of row!.recipients) {
      expect((steps as string[]).length).toBeGreaterThan(1);
      for (const step of steps as string[]) expect(step).toMatch(/^[A-Z].* .*\.$/);
    }
  });
});

describe('what the mail does not say is null, never left out', () => {
  const [row] = rowsOf(run(['--json', '-'], { input: 'Administrative prohibition - envelope blocked' }));
  test.each(['address', 'replyCode', 'status', 'remoteMta'])('%s', (key) => {
    expect(row?.recipients[0]).toHaveProperty(key, null);
  });
  test('reportingMta and original', () => {
    expect(row).toMatchObject({
      reportingMta: null,
      original: { messageId: null, subject: null, from: null },
    });
  });
});

test('the command answers what the engine answers, on all mails of the mailbox', () => {
  const ran = run(['--json', ...own, mails]);
  const answers = Object.fromEntries(
    rowsOf(ran)
      .filter(({ file }) => file.endsWith('.eml'))
      .map(({ file, kind, trust, recipients }) => [
        file.slice(mails.length + 1),
        {
          kind,
          trust: trust.verdict,
          recipients: recipients.map(({ address, action, replyCode, status, cause }) => ({
            address,
            action,
            replyCode,
            status,
            cause,
          })),
        },
      ]),
  );
  expect(answers).toEqual(expectedMails);
});

test('control, direction and separator characters of a mail are escaped, and mean the same', () => {
  const subject = 'a\u009b31m \u202e \u2028 \u007f b';
  const input = `Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.com\nSubject: x\n\n<user@example.com>: 550 5.1.1 User unknown ${subject}\n`;
  const { stdout } = run(['--json', '-'], { input });
  // eslint-disable-next-line no-control-regex
  expect(stdout.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
  expect(rowsOf({ stdout, stderr: '', status: 0 })[0]?.recipients[0]?.diagnostic).toContain('User unknown a');
});

test('--now decides whether a wait is over', () => {
  const resend = (...more: string[]) =>
    rowsOf(run(['--json', ...more, mail('postfix-connection-refused.eml')]))[0]?.recipients[0]?.resend;
  expect(resend('--now', '2020-01-01T00:00:00Z')).toBe('wait');
  expect(resend('--now', '2099-01-01T00:00:00Z')).toBe('now');
});

test('the time zone of the machine changes nothing, also where a date names none', () => {
  const input =
    'Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.com\nSubject: Undelivered Mail Returned to Sender\nDate: Mon, 23 Nov 2026 09:00:00\n\n<user@example.com>: 451 4.4.4 hosted tenant which has no mail-enabled subscriptions\n';
  const [tokyo, lima] = ['Asia/Tokyo', 'America/Lima'].map(
    (timeZone) => run(['-'], { input, timeZone }).stdout,
  );
  expect(tokyo).toContain('hosted tenant');
  expect(tokyo).toBe(lima);
});
