import { explain, InputError } from '../../../src/engine';
import { openMsg } from '../../../src/engine/mail/msg';
import { writeMsg } from './write-msg';

const NOT_FOUND = '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup';
const FULL = '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException';

/** A report as Outlook saves it: what the servers said stands in the table of recipients. */
const exchange = {
  class: 'REPORT.IPM.Note.NDR',
  subject: 'Undeliverable: Your training is waiting',
  reportText: 'Delivery has failed to these recipients or groups:',
  recipients: [
    { smtpAddress: 'user@example.com', supplementaryInfo: `<mx.example.com #5.1.10 smtp;${NOT_FOUND}>` },
    { smtpAddress: 'full@example.com', supplementaryInfo: `<mx.example.com #5.2.2 smtp;${FULL}>` },
  ],
};

test('an Exchange report: addresses, codes and causes of its recipients', async () => {
  const { kind, subject, recipients } = await explain(writeMsg(exchange));
  expect(kind).toBe('failure');
  expect(subject).toBe(exchange.subject);
  expect(
    recipients.map(({ address, action, replyCode, status, cause }) => [
      address,
      action,
      replyCode,
      status,
      cause,
    ]),
  ).toEqual([
    ['user@example.com', 'failed', '550', '5.1.10', 'recipient-unknown'],
    ['full@example.com', 'failed', '554', '5.2.2', 'mailbox-full'],
  ]);
  expect(recipients[0]?.diagnostic).toBe(NOT_FOUND);
});

test('nothing is made up: a file that names no reporter has none', async () => {
  expect((await explain(writeMsg(exchange))).reportingMta).toBeNull();
});

test('a recipient with a name for a host keeps to its own lines', async () => {
  const supplementaryInfo = `<mx.example.com #5.1.10 smtp;${NOT_FOUND}>\r\n\r\nFinal-Recipient: rfc822; other@example.com`;
  const { recipients } = await explain(
    writeMsg({ ...exchange, recipients: [{ smtpAddress: 'user@example.com', supplementaryInfo }] }),
  );
  expect(recipients.map(({ address }) => address)).toEqual(['user@example.com']);
});

describe('what a file says', () => {
  test.each([
    ['the body', { body: 'one\r\ntwo' }, { text: 'one\ntwo' }],
    ['the text of a report, without a body', { reportText: 'failed' }, { text: 'failed' }],
    [
      'HTML, without either',
      { html: Buffer.from('<p>a</p><p>b</p>') },
      { text: 'a\n\nb', htmlText: 'a\n\nb' },
    ],
  ])('%s', (_what, file, message) =>
    expect(openMsg(writeMsg(file))).toMatchObject({ form: 'mail', ...message }),
  );

  test('its header block comes before its own subject and sender', () => {
    const { headers } = openMsg(
      writeMsg({
        headers: 'Return-Path: <>\r\nSubject: block\r\n',
        subject: 'own',
        senderEmail: 'a@example.com',
      }),
    );
    expect(headers.all('subject')).toEqual(['block']);
    expect(headers.get('return-path')).toBe('<>');
    expect(headers.address('from')).toBe('a@example.com');
  });

  test('recipients of an ordinary mail make no report', async () => {
    const { kind } = await explain(
      writeMsg({ subject: 'Lunch', body: 'At noon?', recipients: [{ smtpAddress: 'user@example.com' }] }),
    );
    expect(kind).toBe('not-a-report');
  });
});

describe('should be refused as damaged', () => {
  const whole = writeMsg(exchange);
  test.each([
    ['its first bytes alone', whole.subarray(0, 8)],
    ['its first block alone', whole.subarray(0, 512)],
    ['cut in the middle', whole.subarray(0, whole.length >> 1)],
    ['zeros behind the mark', Uint8Array.from(whole, (byte, index) => (index < 8 ? byte : 0))],
    [
      'noise behind the mark',
      Uint8Array.from(whole, (byte, index) => (index < 8 ? byte : (index * 7919) & 0xff)),
    ],
  ])('%s', async (_what, bytes) => {
    const refused = await explain(bytes).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect(refused).toMatchObject({ code: 'broken-msg' });
  });
});

test('a body that was written as bytes is read as text', async () => {
  const bodyBytes = new TextEncoder().encode(`<user@example.com>: ${FULL}`);
  const [one] = (await explain(writeMsg({ subject: 'Undeliverable: Your training', bodyBytes }))).recipients;
  expect([one?.address, one?.cause]).toEqual(['user@example.com', 'mailbox-full']);
});
