/** The table of recipients of reports that Outlook saved, in UTF-16 and in code pages. */
import { explain } from '../../../src/engine';
import { openMsg } from '../../../src/engine/mail/msg';
import { failuresIn, outlookReport, recipientOf, WORDS, type FailedRecipient } from './outlook-reports';
import { writeMsg, type MsgFile, type MsgProperties } from './write-msg';

const [unknown] = failuresIn(WORDS.english) as [FailedRecipient, ...FailedRecipient[]];

describe('every field of every recipient', () => {
  const codePages = {
    english: [1252, 1254, 932, 65001],
    german: [1252, 65001],
    turkish: [1254, 65001],
    japanese: [932, 65001],
  };
  const files = Object.entries(codePages).flatMap(([language, pages]) =>
    [undefined, ...pages].map((page) => [language, page ?? 'UTF-16', page] as const),
  );

  test.each(files)('%s, %s', async (language, _what, codePage) => {
    const words = WORDS[language as keyof typeof WORDS];
    const explanation = await explain(writeMsg(outlookReport(words, { codePage })));
    expect(explanation).toMatchObject({
      kind: 'failure',
      subject: words.subject,
      date: '2026-11-23T09:00:00.000Z',
      reportingMta: 'mx.example.com',
      original: {
        subject: 'Your training is waiting',
        from: 'training@company.example',
        messageId: '<1@company.example>',
        date: '2026-11-23T08:59:00.000Z',
      },
      warnings: [],
    });
    expect(explanation.recipients).toMatchObject(
      failuresIn(words).map(({ answer, ...rest }) => ({ ...rest, diagnostic: answer, action: 'failed' })),
    );
    expect(explanation.recipients).toHaveLength(3);
  });
});

test('as many recipients as a group has', async () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ ...unknown, address: `user${at}@example.com` }));
  const { recipients } = await explain(
    writeMsg(outlookReport(WORDS.english, { recipients: many.map(recipientOf) })),
  );
  expect(recipients.map(({ address }) => address)).toEqual(many.map(({ address }) => address));
});

describe('what became of them stands in the class', () => {
  test.each([
    ['REPORT.IPM.Note.NDR', 'failed'],
    ['report.ipm.note.ndr', 'failed'],
    ['REPORT.IPM.Schedule.Meeting.Request.NDR', 'failed'],
    ['REPORT.IPM.Note.SMIME.MultipartSigned.NDR', 'failed'],
    ['REPORT.IPM.Note.Delayed.DR', 'delayed'],
    ['REPORT.IPM.Note.Relayed.DR', 'relayed'],
    ['REPORT.IPM.Note.Expanded.DR', 'expanded'],
    ['REPORT.IPM.Note.DR', 'delivered'],
  ])('%s: %s', (messageClass, action) => {
    const { parts } = openMsg(writeMsg(outlookReport(WORDS.english, { class: messageClass })));
    expect(parts[0]?.text).toContain(`\nAction: ${action}\n`);
  });

  test.each([
    ['a mail sent again, which keeps the old answers', 'IPM.Note'],
    ['a read receipt', 'REPORT.IPM.Note.IPNRN'],
  ])('none: %s', (_what, messageClass) => {
    const { parts } = openMsg(writeMsg(outlookReport(WORDS.english, { class: messageClass })));
    expect(parts.map(({ mediaType }) => mediaType)).not.toContain('message/delivery-status');
  });
});

/** The status part of a report with this recipient. */
const blockOf = (recipient: MsgProperties, rest: MsgFile = {}) =>
  openMsg(writeMsg(outlookReport(WORDS.english, { recipients: [recipient], ...rest })))
    .parts[0]?.text.split('\n\n')
    .at(-1)
    ?.split('\n');

describe('the status', () => {
  const smtpAddress = 'user@example.com';
  test.each<[string, MsgProperties, string | undefined]>([
    [
      'of the answer',
      { supplementaryInfo: '<mx.example.com #5.1.10 smtp;550 no>', statusCode: 510 },
      '5.1.10',
    ],
    ['of an answer without a host', { supplementaryInfo: '< #5.7.1 smtp;550 no>' }, '5.7.1'],
    ['of an answer in the older form', { supplementaryInfo: '#< #5.2.2 smtp;552 full> #SMTP#' }, '5.2.2'],
    ['as a number', { statusCode: 522 }, '5.2.2'],
    ['as a number that stands for several', { statusCode: 510, diagnosticCode: 48 }, undefined],
    ['as a number that is none', { statusCode: 7 }, undefined],
    ['of a diagnostic code alone', { diagnosticCode: 48 }, '5.1.2'],
    ['of a diagnostic code and its reason', { diagnosticCode: 35, reasonCode: 1 }, '5.1.1'],
    ['of a diagnostic code for several', { diagnosticCode: 35, reasonCode: 0 }, undefined],
    ['of no code at all', {}, undefined],
  ])('%s', (_what, properties, status) => {
    const block = blockOf({ smtpAddress, ...properties });
    expect(block?.find((line) => line.startsWith('Status: '))).toBe(status && `Status: ${status}`);
  });

  test('one that only the table says is explained', async () => {
    const recipients = [{ smtpAddress: 'user@example.com', statusCode: 522 }];
    const file = outlookReport(WORDS.english, { recipients, reportText: 'Delivery has failed.' });
    expect((await explain(writeMsg(file))).recipients).toMatchObject([
      { address: 'user@example.com', status: '5.2.2', cause: 'mailbox-full' },
    ]);
  });
});

describe('the address', () => {
  const dn = '/o=Example/ou=Exchange Administrative Group/cn=Recipients/cn=user';
  test.each<[string, MsgProperties, string]>([
    [
      'by SMTP',
      { smtpAddress: 'user@example.com', email: dn, addressType: 'EX' },
      'rfc822; user@example.com',
    ],
    ['that is typed in', { email: 'user@example.com', addressType: 'SMTP' }, 'rfc822; user@example.com'],
    ['in the name', { email: dn, displayName: 'user@example.com' }, 'rfc822; user@example.com'],
    ['of none but a name', { email: dn, displayName: 'Jane Doe' }, 'unknown; Jane Doe'],
    ['of nobody', { email: dn }, 'unknown; unknown'],
  ])('%s', (_what, properties, recipient) =>
    expect(blockOf(properties)?.[0]).toBe(`Final-Recipient: ${recipient}`),
  );

  test('what was said of somebody without one is kept', async () => {
    const recipients = [
      {
        displayName: 'Jane Doe',
        email: dn,
        supplementaryInfo: '<mx.example.com #5.2.2 smtp;552 5.2.2 full>',
      },
    ];
    const file = outlookReport(WORDS.english, { recipients, attachments: [] });
    expect((await explain(writeMsg(file))).recipients).toMatchObject([
      { diagnostic: '552 5.2.2 full', cause: 'mailbox-full' },
    ]);
  });
});

test('the remote host of the answer, where the table has no field for it', () =>
  expect(
    blockOf({ smtpAddress: 'user@example.com', supplementaryInfo: '<mx.example.com #5.1.1 smtp;550 no>' }),
  ).toContain('Remote-MTA: dns; mx.example.com'));

test("a recipient's own words, where there is no answer", () =>
  expect(blockOf({ smtpAddress: 'user@example.com', reportText: 'No such user.\r\nSorry.' })).toContain(
    'Diagnostic-Code: x-report; No such user. Sorry.',
  ));

test('no value can add a field or a recipient', () => {
  const evil = 'x\r\n\r\nFinal-Recipient: rfc822; other@example.com\r\nAction: failed';
  const file = outlookReport(WORDS.english, {
    reportingMta: evil,
    recipients: [{ smtpAddress: `user@example.com${evil}`, remoteMta: evil, supplementaryInfo: evil }],
  });
  const text = openMsg(writeMsg(file)).parts[0]?.text ?? '';
  expect(text.match(/^Final-Recipient/gm)).toHaveLength(1);
});
