import { readMessage } from '../../../src/engine/mail/read';
import { readReport } from '../../../src/engine/report/read-report';
import { splitReport } from '../../../src/engine/report/split';
import { bounce, fullReport, multipart, REASON } from '../write-mail';

const read = async (mail: string) => readReport(splitReport(await readMessage(mail)));
const addresses = async (mail: string) => (await read(mail)).recipients.map(({ address }) => address);

test('a full report: recipient, reporter, original', async () => {
  const { recipients, reportingMta, original } = await read(fullReport());
  expect(recipients).toMatchObject([
    {
      address: 'user@example.com',
      action: 'failed',
      replyCode: '550',
      status: '5.1.1',
      remoteMta: 'mail.example.com',
    },
  ]);
  expect(reportingMta).toBe('mx.example.com');
  expect(original).toEqual({
    messageId: '<1@company.example>',
    subject: 'Your training is waiting',
    from: 'training@company.example',
    to: 'user@example.com',
    date: '2026-11-23T08:00:00.000Z',
  });
});

describe('who failed', () => {
  test.each<[string, string, string[]]>([
    ['the one in the text', bounce(), ['user@example.com']],
    [
      'all in the text',
      bounce(`${REASON}\n\n<b@example.com>: 552 full`),
      ['user@example.com', 'b@example.com'],
    ],
    [
      'the one in a header field',
      bounce('It failed.', { 'X-Failed-Recipients': 'user@example.com' }),
      ['user@example.com'],
    ],
    [
      'all in a header field',
      bounce('It failed.', { 'X-Failed-Recipients': 'a@example.com, b@example.com' }),
      ['a@example.com', 'b@example.com'],
    ],
    [
      'the one that the returned mail was for',
      bounce(
        'It failed.\n\nOriginal message follows.\n\nReceived: from a by b\nTo: user@example.com\nSubject: x',
      ),
      ['user@example.com'],
    ],
    [
      'not the reporter, not the sender',
      bounce(`<MAILER-DAEMON@mx.example.com>\n<training@company.example>\n${REASON}`),
      ['user@example.com'],
    ],
    ['nobody', bounce('It failed.'), []],
  ])('%s', async (_what, mail, expected) => expect(await addresses(mail)).toEqual(expected));

  test('never more than a report can name', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `<user${i}@example.com>: no`).join('\n');
    const found = await addresses(bounce(many));
    expect(found.length).toBeGreaterThan(100);
    expect(found.length).toBeLessThanOrEqual(2000);
  });
});

test('records of a log are taken as they are', async () => {
  const { recipients } = await read('a@example.com bounced: 550 no\nb@example.com dropped: bounced address');
  expect(recipients.map(({ address, replyCode }) => [address, replyCode])).toEqual([
    ['a@example.com', '550'],
    ['b@example.com', null],
  ]);
});

test('an Exchange report names its reporter in the text', async () => {
  expect(
    (await read(bounce('Generating server: MX.Example.com\n\nuser@example.com\n#550 5.1.1 x ##')))
      .reportingMta,
  ).toBe('mx.example.com');
});

test('what the returned mail says is not what the servers said', async () => {
  const mail = multipart([
    `Content-Type: text/plain\n\n${REASON}`,
    'Content-Type: text/rfc822-headers\n\nFrom: a@company.example\nTo: user@example.com\nSubject: 552 5.2.2 full',
  ]);
  expect((await read(mail)).recipients).toMatchObject([{ replyCode: '550', status: '5.1.1' }]);
});

test.each([
  ['alone', '550 5.1.1 <user@example.com>: User unknown'],
  ['below a sentence', 'Your mail could not be delivered.\n\n550 5.1.1 <user@example.com>: User unknown'],
])("a server's answer %s in a mail is read", async (_what, body) => {
  expect((await read(bounce(body))).recipients).toMatchObject([
    { address: 'user@example.com', replyCode: '550', status: '5.1.1' },
  ]);
});
