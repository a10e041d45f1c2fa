/** Status parts as relays, gateways and truncation leave them: what still stands in them is read. */
import { explain, type Input } from '../../../src/engine';
import { latin1, multipart, REPORT, STATUS_PART } from '../write-mail';

const TEXT = `Content-Type: text/plain\n\n${REPORT}`;
const FIELDS = STATUS_PART.slice(STATUS_PART.indexOf('\n\n') + 2);
const report = (...parts: string[]) => multipart([TEXT, ...parts], {}, 'report; report-type=delivery-status');
const part = (type: string, body: string) => `Content-Type: ${type}\n\n${body}`;
const encoded = (encoding: string, body: string) =>
  part(`message/delivery-status\nContent-Transfer-Encoding: ${encoding}`, body);
const quoted = FIELDS.replace(/=/g, '=3D').replace('rfc822; ', 'rfc822;=\n ');

const facts = async (input: Input) => {
  const { kind, recipients } = await explain(input);
  return {
    kind,
    recipients: recipients.map(({ address, replyCode, status, cause }) => [
      address,
      replyCode,
      status,
      cause,
    ]),
  };
};
const UNKNOWN = ['user@example.com', '550', '5.1.1', 'recipient-unknown'];

test.each([
  ['as it should be', report(STATUS_PART)],
  ['in base64', report(encoded('base64', Buffer.from(FIELDS).toString('base64')))],
  ['in quoted-printable', report(encoded('quoted-printable', quoted))],
  ['as an attachment by another type', report(part('application/octet-stream; name=details.txt', FIELDS))],
  [
    'as text that is attached',
    report(
      part('text/plain; name=details.txt\nContent-Disposition: attachment; filename=details.txt', FIELDS),
    ),
  ],
  [
    'as fields with texts of their own inside, as Gmail once wrote them',
    report(part('message/delivery-status', FIELDS.replace('\n\n', '\n\nContent-Type: text/plain\n\n'))),
  ],
  ['within a mixed mail', multipart([TEXT, STATUS_PART])],
  ['cut in its last field', report(STATUS_PART.slice(0, -8))],
  ['cut before its end line', report(STATUS_PART).replace(/--limit-\d-?--\n$/, '')],
  ['with a blank line at its start', report(part('message/delivery-status', `\n\n${FIELDS}`))],
  [
    'of two, the first about the mail alone',
    report(part('message/delivery-status', 'Reporting-MTA: dns; a.example'), STATUS_PART),
  ],
])('finds the status part: %s', async (_how, mail) =>
  expect(await facts(mail)).toEqual({ kind: 'failure', recipients: [UNKNOWN] }),
);

test('several recipients, several fates', async () => {
  const fields = [
    'Reporting-MTA: dns; mx.example.com',
    '',
    'Final-Recipient: rfc822; one@example.com',
    'Action: failed',
    'Status: 5.2.2',
    'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
    '',
    'Final-Recipient: rfc822; two@example.com',
    'Action: delivered',
    'Status: 2.1.5',
    '',
    'Final-Recipient: rfc822; three@example.com',
    'Action: delayed',
    'Status: 4.4.1',
  ].join('\n');
  const { kind, recipients } = await explain(report(part('message/delivery-status', fields)));
  expect(kind).toBe('failure');
  expect(recipients.map(({ address, action, status }) => [address, action, status])).toEqual([
    ['one@example.com', 'failed', '5.2.2'],
    ['two@example.com', 'delivered', '2.1.5'],
    ['three@example.com', 'delayed', '4.4.1'],
  ]);
});

test.each([
  ['utf-8', 'utf-8; jö@bücher.example', 'jö@bücher.example'],
  ['rfc822', 'rfc822; user@example.com', 'user@example.com'],
])('RFC 6533, address type %s', async (_type, field, address) => {
  const fields = FIELDS.replace('rfc822; user@example.com', field);
  const { kind, recipients } = await explain(report(part('message/global-delivery-status', fields)));
  expect(kind).toBe('failure');
  expect(recipients.map((one) => [one.address, one.status])).toEqual([[address, '5.1.1']]);
});

test('an answer in ISO-2022-JP, though fields are ASCII', async () => {
  const fields = FIELDS.replace('550 5.1.1 User unknown', '550 5.1.1 \u001b$B%f!<%6!<\u001b(B');
  const { recipients } = await explain(latin1(report(part('message/delivery-status', fields))));
  expect(recipients[0]?.diagnostic).toBe('550 5.1.1 ユーザー');
});
