import { explain } from '../../../src/engine';
import { aliasesIn } from '../../../src/engine/roles/aliases';

test.each([
  ['on the line below', ['  admin@example.com', '    (generated from user@example.com)']],
  ['on the same line', ['<admin@example.com> (expanded from <user@example.com>): host mx said: 550 no']],
])('an alias %s', (_what, lines) =>
  expect([...aliasesIn(lines)]).toEqual([['admin@example.com', 'user@example.com']]),
);

test.each([
  ['nobody above', ['(generated from user@example.com)']],
  ['itself', ['user@example.com', '(expanded from: user@example.com)']],
  ['a word', ['admin@example.com', '(generated from the list)']],
])('is none where it led from %s', (_what, lines) => expect([...aliasesIn(lines)]).toEqual([]));

test('the step to resend names the alias, who was enrolled', async () => {
  const mail = [
    'From: Mail Delivery System <mailer-daemon@mx.example.com>',
    'Subject: Mail delivery failed',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    'The following address failed:',
    '',
    '  admin@example.com',
    '    (generated from user@example.com)',
    '    mailbox is full',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    'Action: failed',
    'Final-Recipient: rfc822;admin@example.com',
    'Status: 5.2.2',
    '',
    '--b--',
  ];
  const [recipient] = (await explain(new TextEncoder().encode(mail.join('\r\n')))).recipients;
  expect(recipient?.address).toBe('admin@example.com');
  expect(recipient?.advice.steps.find(({ resend }) => resend)?.text.values.address).toBe('user@example.com');
});
