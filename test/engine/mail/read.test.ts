import { InputError, type MessageParts } from '../../../src/engine';
import * as read from '../../../src/engine/mail/read';
import { bounce, latin1, REASON, REPORT, toBytes, utf16be, utf16le } from '../write-mail';

const { looksLikeMail } = read;
const readMessage = async (input: Parameters<typeof read.readMessage>[0]) => read.readMessage(input);

describe('should look like a mail', () => {
  test.each([
    ['a header block', bounce()],
    ['two fields alone', 'From: a\nTo: b\n'],
    ['with carriage returns', bounce().replaceAll('\n', '\r\n')],
    ['with carriage returns alone', bounce().replaceAll('\n', '\r')],
    ['behind an mbox line', `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${bounce()}`],
    ['behind a quoted mbox line', `>From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${bounce()}`],
    ['behind empty lines', `\n\n${bounce()}`],
    ['with folded fields', 'Received: from a\n\tby b;\n  today\nSubject: x\n\nbody'],
    ['with a single telling field', 'Return-Path: <>\n\nbody'],
    ['with blanks before a colon', 'Received: from a by b\nFrom  : a\nTo: b\n\nbody'],
    ['with a broken line below three fields', 'From: a\nTo: b\nSubject: c\nno field\n'],
  ])('%s', (_what, text) => expect(looksLikeMail(text)).toBe(true));
});

describe('should not look like a mail', () => {
  test.each([
    ['nothing', ''],
    ['a greeting', 'Dear all,\n\nhello'],
    ['a log line', '550 5.1.1: User unknown'],
    ['a sentence with a colon', 'Note: the server said no\nReason: unknown'],
    ['status fields', 'Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1'],
    ['a single common field', 'To: b\n\nbody'],
    ['a subject above a text', 'Subject: Undeliverable: x\n\nbody'],
    ['what is indented as a whole', '    Subject: x\n    From: a\n    To: b'],
    ['a list of properties', 'Received  : 23/11/2026\nSubject   : x\nFrom      : a\nTo        : b'],
    ['fields below a sentence', 'See this:\n\nFrom: a\nTo: b\nSubject: c'],
    ['JSON', '{"from": "a", "to": "b"}'],
    ['HTML', '<p>From: a</p>\n<p>To: b</p>'],
  ])('%s', (_what, text) => expect(looksLikeMail(text)).toBe(false));
});

describe('one mail in many forms', () => {
  test.each<[string, string | Uint8Array]>([
    ['bytes', toBytes(bounce())],
    ['text', bounce()],
    ['with carriage returns', toBytes(bounce().replaceAll('\n', '\r\n'))],
    ['with carriage returns alone', toBytes(bounce().replaceAll('\n', '\r'))],
    ['with a mark of UTF-8', toBytes('\ufeff' + bounce())],
    ['as text with a mark', '\ufeff' + bounce()],
    ['in UTF-16', utf16le('\ufeff' + bounce())],
    ['in UTF-16, big end first', utf16be('\ufeff' + bounce())],
    ['behind an mbox line', toBytes(`From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${bounce()}`)],
    ['behind empty lines', toBytes(`\r\n\n ${bounce()}`)],
  ])('%s', async (_what, input) => {
    const { form, headers, text } = await readMessage(input);
    expect(form).toBe('mail');
    expect(headers.get('return-path')).toBe('<>');
    expect(headers.get('subject')).toBe('Undelivered Mail Returned to Sender');
    expect(text).toBe(REPORT.trim());
  });
});

describe('text that is no mail', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['pasted', 'Reason: unknown', 'Reason: unknown'],
    ['with carriage returns', 'one\r\ntwo', 'one\ntwo'],
    ['as bytes', toBytes('Größe'), 'Größe'],
    ['in Latin-1', latin1('Größe'), 'Größe'],
    ['in UTF-16', utf16le('\ufeffGröße'), 'Größe'],
    ['a saved page', '<html><body><p>550 &lt;a@example.com&gt;</p></body></html>', '550 <a@example.com>'],
  ])('%s', async (_what, input, text) => {
    const message = await readMessage(input);
    expect(message).toMatchObject({ form: 'text', text, parts: [], attached: [], warnings: [] });
    expect(message.headers.hasFields(1)).toBe(false);
  });

  test('an address in angle brackets is no page', async () => {
    expect((await readMessage(REASON)).text).toBe(REASON);
  });
});

describe('should be refused', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['no bytes', new Uint8Array(0), 'empty'],
    ['no text', '', 'empty'],
    ['white space', ' \n\t\r\n', 'empty'],
    ['bytes of white space', toBytes(' \n\n'), 'empty'],
    ['a mark and no more', '\ufeff', 'empty'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'binary'],
  ])('%s', async (_what, input, code) => {
    const refused = await readMessage(input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect(refused).toMatchObject({ name: 'InputError', code });
  });
});

describe('a mail in pieces', () => {
  const pieces = (some: Partial<MessageParts>): MessageParts => ({
    headers: null,
    subject: null,
    from: null,
    html: null,
    text: null,
    attachments: [],
    ...some,
  });

  test('without a header block, sender and subject take its place', async () => {
    const { form, headers } = await readMessage(
      pieces({ subject: 'Hello', from: 'a@example.com', text: 'x' }),
    );
    expect(form).toBe('mail');
    expect(headers.get('subject')).toBe('Hello');
    expect(headers.address('from')).toBe('a@example.com');
  });

  test('a header block comes before sender and subject', async () => {
    const { headers } = await readMessage(
      pieces({ headers: '\r\nSubject: From the block\r\nReturn-Path: <>\r\n', subject: 'Hello' }),
    );
    expect(headers.all('subject')).toEqual(['From the block']);
    expect(headers.get('return-path')).toBe('<>');
  });

  test('HTML comes before plain text, which has lost the lines of tables', async () => {
    const html = '<table><tr><td>a</td><td>b</td></tr></table><a href="https://a.example">x</a>';
    const message = await readMessage(pieces({ html, text: 'a b x' }));
    expect(message.text).toBe('a\n\nb\n\nx');
    expect(message.linkTargets).toEqual(['https://a.example']);
  });

  test('empty HTML leaves the plain text', async () => {
    expect((await readMessage(pieces({ html: '<p></p>', text: 'a' }))).text).toBe('a');
  });

  test('attached mails are opened', async () => {
    const { attached } = await readMessage(pieces({ text: 'see below', attachments: [toBytes(bounce())] }));
    expect(attached.map(({ headers }) => headers.get('subject'))).toEqual([
      'Undelivered Mail Returned to Sender',
    ]);
  });

  test('more attached mails than are opened: said', async () => {
    const attachments = Array.from({ length: 40 }, () => toBytes(bounce()));
    const { attached, warnings } = await readMessage(pieces({ text: 'x', attachments }));
    expect(attached.length).toBeLessThan(40);
    expect(warnings.map(({ key }) => key)).toContain('engine.warnings.attachment-unread');
  });
});
