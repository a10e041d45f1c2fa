import { openMail } from '../../../src/engine/mail/open-mail';
import { bounce, fullReport, latin1, multipart, REASON, REPORT, toBytes } from '../write-mail';

const open = (text: string) => openMail(toBytes(text));
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
const warnings = ({ warnings }: { warnings: { key: string }[] }) => warnings.map(({ key }) => key);

describe('the readable text', () => {
  const latin = (body: string) =>
    latin1(
      bounce(body, { 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding': '8bit' }),
    );

  test.each<[string, Uint8Array, string]>([
    ['plain', toBytes(bounce('a\nb')), 'a\nb'],
    [
      'quoted-printable',
      toBytes(
        bounce('Gr=C3=BC=C3=9Fe =\nan alle', {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Transfer-Encoding': 'quoted-printable',
        }),
      ),
      'Grüße an alle',
    ],
    [
      'base64',
      toBytes(
        bounce(base64(REASON), { 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' }),
      ),
      REASON,
    ],
    ['Latin-1', latin('Grüße'), 'Grüße'],
    [
      'of an unknown charset',
      toBytes(bounce('Hello', { 'Content-Type': 'text/plain; charset=x-none-such' })),
      'Hello',
    ],
    ['without a MIME version', toBytes(bounce('a', { 'MIME-Version': null })), 'a'],
    ['without a body', toBytes(bounce('')), ''],
  ])('%s', async (_what, bytes, text) => expect((await openMail(bytes)).text).toBe(text));

  test('of HTML alone, with where its links lead', async () => {
    const message = await open(
      bounce('<p>a</p><a href="https://a.example">b</a>', { 'Content-Type': 'text/html' }),
    );
    expect(message).toMatchObject({ text: 'a\n\nb', htmlText: 'a\n\nb', linkTargets: ['https://a.example'] });
  });

  test('of two forms, the plain one; the other is kept beside it', async () => {
    const message = await open(
      multipart(
        ['Content-Type: text/plain\n\nplain', 'Content-Type: text/html\n\n<p>rich</p>'],
        {},
        'alternative',
      ),
    );
    expect(message).toMatchObject({ text: 'plain', htmlText: 'rich' });
  });
});

test('a report: its text, its status part and the returned mail', async () => {
  const message = await open(fullReport());
  expect(message.text).toBe(REPORT.trim());
  expect(message.parts.map(({ mediaType }) => mediaType)).toEqual([
    'message/delivery-status',
    'text/rfc822-headers',
  ]);
  expect(message.parts[0]?.text).toContain('Final-Recipient: rfc822; user@example.com');
  expect(message.attached).toEqual([]);
  expect(message.warnings).toEqual([]);
});

test('fields keep their order, from the top down', async () => {
  const { headers } = await open(`Received: first\nReceived: second\n${bounce()}`);
  expect(headers.all('received')).toEqual(['first', 'second']);
});

describe('attached mails', () => {
  const attach = (mail: string) => `Content-Type: message/rfc822\n\n${mail}`;
  const forward = (mail: string) =>
    multipart(['Content-Type: text/plain\n\nSee below.', attach(mail)], { Subject: 'FW' });

  test('a forwarded report is opened', async () => {
    const { text, attached } = await open(forward(bounce(REPORT, { Subject: 'inner' })));
    expect(text).toBe('See below.');
    expect(attached.map(({ headers }) => headers.get('subject'))).toEqual(['inner']);
    expect(attached[0]?.text).toContain(REASON);
  });

  test('a mail attached as a file is opened', async () => {
    const part = `Content-Type: application/octet-stream; name="bounce.EML"\nContent-Disposition: attachment; filename="bounce.EML"\nContent-Transfer-Encoding: base64\n\n${base64(bounce())}`;
    const { attached } = await open(multipart(['Content-Type: text/plain\n\nSee below.', part]));
    expect(attached.map(({ headers }) => headers.get('return-path'))).toEqual(['<>']);
  });

  test('the returned mail of a report is none', async () => {
    const returned = attach('Subject: Your training\n\nHello');
    expect((await open(fullReport({}, [returned]))).attached).toEqual([]);
  });

  test('a day of bounces: as many as are opened, and the rest is said', async () => {
    const message = await open(multipart(Array.from({ length: 40 }, () => attach(bounce()))));
    expect(message.attached.length).toBeGreaterThan(5);
    expect(message.attached.length).toBeLessThan(40);
    expect(warnings(message)).toContain('engine.warnings.attachment-unread');
  });

  test('three deep is opened', async () => {
    let message = await open(forward(forward(forward(bounce(REPORT, { Subject: 'inner' })))));
    for (let i = 0; i < 3; i++) message = message.attached[0]!;
    expect(message.headers.get('subject')).toBe('inner');
  });

  test('deeper than is opened: said', async () => {
    let mail = bounce();
    for (let i = 0; i < 12; i++) mail = forward(mail);
    const said = (message: Awaited<ReturnType<typeof open>>): string[] => [
      ...warnings(message),
      ...message.attached.flatMap(said),
    ];
    expect(said(await open(mail))).toContain('engine.warnings.nesting');
  });
});

describe('broken mails are read as far as they go', () => {
  const report = 'multipart/report; report-type=delivery-status';
  test.each([
    ['a boundary that never comes', bounce(REPORT, { 'Content-Type': `${report}; boundary="none"` })],
    ['no boundary named', bounce(REPORT, { 'Content-Type': report })],
    [
      'a boundary that never ends',
      bounce(`--limit\nContent-Type: text/plain\n\n${REPORT}`, {
        'Content-Type': `${report}; boundary=limit`,
      }),
    ],
    ['a broken content type', bounce(REPORT, { 'Content-Type': 'text' })],
    ['an unknown transfer encoding', bounce(REPORT, { 'Content-Transfer-Encoding': 'x-none-such' })],
    [
      'base64 cut in the middle',
      bounce(base64(REPORT + REPORT).slice(0, -7), {
        'Content-Type': 'text/plain',
        'Content-Transfer-Encoding': 'base64',
      }),
    ],
    [
      'base64 with foreign characters',
      bounce(base64(REPORT) + '!?*', { 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' }),
    ],
    ['no empty line below the fields', bounce(REPORT).replace('\n\n', '\n')],
  ])('%s', async (_what, mail) => expect((await open(mail)).text).toContain('550 5.1.1 User unknown'));

  test('a broken status part leaves the text', async () => {
    const message = await open(
      multipart([
        `Content-Type: text/plain\n\n${REPORT}`,
        'Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n%%%',
      ]),
    );
    expect(message.text).toContain(REASON);
  });
});

describe('ten thousand parts inside one another', () => {
  const nested = Array.from(
    { length: 10_000 },
    (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n`,
  ).join('\n');
  const mail = bounce(`--b0\nContent-Type: text/plain\n\n${REPORT}\n${nested}`, {
    'Content-Type': 'multipart/mixed; boundary=b0',
  });

  test('the text is read, and what was not is said', async () => {
    const message = await open(mail);
    expect(message.text).toContain(REASON);
    expect(message.headers.get('return-path')).toBe('<>');
    expect(warnings(message)).toEqual(['engine.warnings.nesting']);
  });
});
