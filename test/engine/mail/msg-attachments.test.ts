/** Mails attached to a mail that Outlook saved: as Outlook's own items, as .eml and as .msg files. */
import { utils, write } from 'cfb';
import { explain, InputError, type Explanation } from '../../../src/engine';
import { MAX_ATTACHED, MAX_ATTACHED_DEPTH } from '../../../src/engine/mail/limits';
import type { Message } from '../../../src/engine/mail/message';
import { openMsg } from '../../../src/engine/mail/msg';
import { bounce, fullReport, toBytes } from '../write-mail';
import { failuresIn, outlookReport, WORDS, type Words } from './outlook-reports';
import { writeMsg, type MsgFile } from './write-msg';

const forward = (...attachments: NonNullable<MsgFile['attachments']>): MsgFile => ({
  subject: 'FW: it came back',
  body: 'Can you have a look?',
  attachments,
});
const inside = (message: MsgFile) => ({ displayName: message.subject ?? 'mail', message });
const file = (fileName: string, data: Uint8Array, mediaType = 'application/octet-stream') => ({
  fileName,
  data,
  mediaType,
});
const keys = ({ warnings }: Message | Explanation) => warnings.map(({ key }) => key);
/** The failed recipients of one report, as it is read. */
const allOf = (words: Words) =>
  failuresIn(words).map(({ answer, ...rest }) => ({ ...rest, diagnostic: answer, action: 'failed' }));

describe('a report inside an ordinary mail: every field of every recipient', () => {
  const pages = [
    ['UTF-16', undefined, WORDS.english],
    ['code page 1252', 1252, WORDS.german],
    ['code page 1254', 1254, WORDS.turkish],
    ['code page 932', 932, WORDS.japanese],
  ] as const;
  const ways = [
    ['an item', (report: MsgFile) => forward(inside(report))],
    ['a .msg file', (report: MsgFile) => forward(file('report.msg', writeMsg(report)))],
    ['an item in an item', (report: MsgFile) => forward(inside(forward(inside(report))))],
    [
      'a .msg in a .msg in a .msg',
      (report: MsgFile) =>
        forward(file('outer.msg', writeMsg(forward(file('report.msg', writeMsg(report)))))),
    ],
  ] as const;
  const cases = ways.flatMap(([way, wrap]) =>
    pages.map(([page, codePage, words]) => [way, page, wrap, codePage, words] as const),
  );

  test.each(cases)('%s, %s', async (_way, _page, wrap, codePage, words) => {
    const explanation = await explain(writeMsg(wrap(outlookReport(words, { codePage }))));
    expect(explanation).toMatchObject({
      kind: 'failure',
      subject: words.subject,
      reportingMta: 'mx.example.com',
      original: { messageId: '<1@company.example>' },
      warnings: [],
    });
    expect(explanation.recipients).toMatchObject(allOf(words));
  });

  test('the code page of the mail around it holds where it names none of its own', async () => {
    const around = { ...forward(inside(outlookReport(WORDS.turkish, { codePage: 1254 }))), codePage: 1254 };
    const bare = { ...around.attachments?.[0]?.message, messageCodePage: 0, internetCodePage: 0 };
    const { subject } = await explain(writeMsg({ ...around, attachments: [inside(bare)] }));
    expect(subject).toBe(WORDS.turkish.subject);
  });
});

describe('an attached file', () => {
  test.each([
    ['by its name', file('bounce.EML', toBytes(fullReport()))],
    ['by its type', file('bounce', toBytes(fullReport()), 'message/rfc822')],
    ['a mail with the name of an Outlook file', file('bounce.msg', toBytes(fullReport()))],
  ])('is opened as a mail %s', async (_what, attached) => {
    expect(await explain(writeMsg(forward(attached)))).toMatchObject({
      kind: 'failure',
      recipients: [{ address: 'user@example.com', status: '5.1.1' }],
      warnings: [],
    });
  });

  test('that is no mail is named, and read where it is text', () => {
    const { parts, attached } = openMsg(
      writeMsg(forward(file('a.html', toBytes('<p>x</p>'), 'text/html'), file('b.png', Uint8Array.of(1)))),
    );
    expect(parts.map(({ filename, mediaType, text }) => [filename, mediaType, text])).toEqual([
      ['a.html', 'text/html', '<p>x</p>'],
      ['b.png', 'application/octet-stream', ''],
    ]);
    expect(attached).toEqual([]);
  });
});

test('the mail that a report returns is no attached mail', () => {
  const { attached, parts } = openMsg(writeMsg(outlookReport(WORDS.english)));
  expect(attached).toEqual([]);
  expect(parts.map(({ mediaType }) => mediaType)).toEqual(['message/delivery-status', 'message/rfc822']);
  expect(parts[1]?.text.split('\n')).toEqual([
    'Subject: Your training is waiting',
    'From: training@company.example',
    'To: user@example.com',
    'Date: Mon, 23 Nov 2026 08:59:00 GMT',
    'Message-ID: <1@company.example>',
    '',
  ]);
});

test('several reports in one mail, each with its recipients', async () => {
  const reports = [WORDS.english, WORDS.turkish].map((words, at) =>
    inside(
      outlookReport(words, {
        recipients: [
          { smtpAddress: `user${at}@example.com`, supplementaryInfo: '<mx #5.1.1 smtp;550 5.1.1 no>' },
        ],
      }),
    ),
  );
  const { recipients } = await explain(writeMsg(forward(...reports, file('c.eml', toBytes(bounce())))));
  expect(recipients.map(({ address }) => address)).toEqual([
    'user0@example.com',
    'user1@example.com',
    'user@example.com',
  ]);
});

describe('limits', () => {
  const nested = (levels: number): MsgFile => {
    let message = outlookReport(WORDS.english);
    for (let level = 0; level < levels; level++) message = forward(inside(message));
    return message;
  };

  test('as deep as is opened', async () => {
    const { recipients, warnings } = await explain(writeMsg(nested(MAX_ATTACHED_DEPTH)));
    expect(recipients).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  test('deeper: said', async () => {
    const explanation = await explain(writeMsg(nested(MAX_ATTACHED_DEPTH + 1)));
    expect(explanation.recipients).toEqual([]);
    expect(keys(explanation)).toEqual(['engine.warnings.nesting']);
  });

  test('more than are opened: said', () => {
    const mails = Array.from({ length: MAX_ATTACHED + 5 }, () => file('a.eml', toBytes(bounce())));
    const message = openMsg(writeMsg(forward(...mails)));
    expect(message.attached).toHaveLength(MAX_ATTACHED);
    expect(keys(message)).toEqual(['engine.warnings.attachment-unread']);
  });
});

describe('what is broken', () => {
  const report = writeMsg(outlookReport(WORDS.english));

  test.each([
    ['half a .msg', report.subarray(0, report.length >> 1)],
    ['a .msg of zeros', Uint8Array.from(report, (byte, at) => (at < 8 ? byte : 0))],
  ])('%s in a mail: said, and the other mails are read', async (_what, data) => {
    const explanation = await explain(
      writeMsg(forward(file('half.msg', data), file('whole.eml', toBytes(bounce())))),
    );
    expect(explanation.recipients.map(({ address }) => address)).toEqual(['user@example.com']);
    expect(keys(explanation)).toEqual(['engine.warnings.attachment-unread']);
  });

  /** Writes a number where a stream's size stands, 0x78 bytes behind the start of its entry in the directory. */
  const withSize = (bytes: Uint8Array, stream: string, size: number) => {
    const changed = Buffer.from(bytes);
    const at = changed.indexOf(Buffer.from(`${stream}\0`, 'utf16le'));
    expect(at % 128).toBe(0);
    changed.writeUInt32LE(size, at + 0x78);
    return new Uint8Array(changed);
  };

  test.each([0x7fffffff, 0xfffffff0])(
    'a subject of %i bytes, as the file has it, is refused',
    async (size) => {
      const refused = explain(withSize(report, '__substg1.0_0037001F', size));
      await expect(refused).rejects.toMatchObject({ name: InputError.name, code: 'broken-msg' });
    },
  );

  test('an attached mail of 2 GB, as the file has it: said', () => {
    const mail = writeMsg(forward(file('a.eml', toBytes(bounce()))));
    const message = openMsg(withSize(mail, '__substg1.0_37010102', 0x7fffffff));
    expect(message.text).toBe('Can you have a look?');
    expect(keys(message)).toEqual(['engine.warnings.attachment-unread']);
  });

  test.each([
    ['a message without anything', '/__nameid_version1.0/__substg1.0_00020102', 'broken-msg'],
    ['a file of another program', '/WordDocument', 'binary'],
  ])('%s is refused', async (_what, stream, code) => {
    const compound = utils.cfb_new();
    utils.cfb_add(compound, stream, Buffer.from('text'));
    const refused = explain(new Uint8Array(write(compound, { type: 'buffer' }) as Buffer));
    await expect(refused).rejects.toMatchObject({ code });
  });

  test('cut anywhere: refused in words, or read with what is missing said', async () => {
    for (let tenth = 0; tenth < 20; tenth++) {
      const cut = report.subarray(0, 8 + Math.floor(((report.length - 8) * tenth) / 20));
      const answer = await explain(cut).catch((error: unknown) => error);
      if (answer instanceof InputError) expect(answer.code).toBe('broken-msg');
      else expect(keys(answer as Explanation)).toEqual(['engine.warnings.attachment-unread']);
    }
  });
});
