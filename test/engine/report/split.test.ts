import { partOf } from '../../../src/engine/mail/message';
import { readMessage } from '../../../src/engine/mail/read';
import { isStatusPart, splitReport } from '../../../src/engine/report/split';
import { bounce, fullReport, REASON } from '../write-mail';

const split = async (mail: string) => splitReport(await readMessage(mail));
const ownLines = async (body: string) => (await split(bounce(body))).lines.join('\n').trim();
const RETURNED =
  'Received: from a by b\nFrom: training@company.example\nTo: user@example.com\nSubject: Training';

describe('should end where the returned mail begins', () => {
  test.each([
    '--- Below this line is a copy of the message.',
    '------ This is a copy of the message, including all the headers. ------',
    '   ----- Original message follows -----',
    '   ----- Original message -----',
    'Original message headers:',
    'Unsent message below',
    'Undelivered message:',
    'Ursprüngliche Nachrichtenkopfzeilen:',
    'En-têtes de message d’origine :',
    'Encabezados de mensaje original:',
    'Intestazioni originali del messaggio:',
    'Oorspronkelijke berichtkoppen:',
    'Orijinal ileti üstbilgileri:',
    '元のメッセージ ヘッダー:',
  ])('%s', async (line) => {
    const { lines, original } = await split(
      bounce(`${REASON}\n\n${line}\n\n${RETURNED}\n\n550 not the reason`),
    );
    expect(lines.join('\n').trim()).toBe(REASON);
    expect(original.get('subject')).toBe('Training');
    expect(original.address('from')).toBe('training@company.example');
  });

  test('at a header block without any line before it', async () => {
    const { lines, original } = await split(bounce(`${REASON}\n\n${RETURNED}\n\nbody`));
    expect(lines.join('\n').trim()).toBe(REASON);
    expect(original.get('subject')).toBe('Training');
  });

  test('where the returned fields are quoted', async () => {
    const { original } = await split(
      bounce(`${REASON}\n\nOriginal message follows.\n\n${RETURNED.replace(/^/gm, '> ')}`),
    );
    expect(original.get('subject')).toBe('Training');
  });
});

describe('should not end', () => {
  test.each([
    ['at its own first line', `Undelivered message\n\n${REASON}`],
    ['at a sentence with such words', `Sorry.\n\nWe could not deliver the original message.\n${REASON}`],
    ['at one field in a text', `Sorry.\n\nX-Reason: unknown\n\n${REASON}`],
    [
      'at the header of the mail that it is about',
      `This report relates to a message you sent with the following header fields:\n\n  Message-id: <1@company.example>\n  Date: today\n  To: user@example.com\n\n${REASON}`,
    ],
    ['at a long line', `Sorry.\n\nOriginal message ${'x'.repeat(150)}\n${REASON}`],
  ])('%s', async (_what, body) => expect(await ownLines(body)).toContain(REASON));
});

test.each([
  ['by its type', 'message/delivery-status', 'Reporting-MTA: dns; mx.example.com'],
  ['under another name', 'text/plain; name=details.txt', 'Reporting-MTA: dns; mx.example.com'],
  ['under no name', 'application/octet-stream', '\n\nReporting-MTA : dns; mx.example.com'],
])('a status part is known %s', (_how, mediaType, text) =>
  expect(isStatusPart(partOf(mediaType, null, text))).toBe(true),
);

test.each([
  ['a text', 'text/plain', 'The Reporting-MTA: field'],
  ['nothing', 'text/plain', ''],
])('%s is no status part', (_what, mediaType, text) =>
  expect(isStatusPart(partOf(mediaType, null, text))).toBe(false),
);

describe('what came back', () => {
  test('stands in a part of its own', async () => {
    const { original, statusParts } = await split(fullReport());
    expect(original.get('message-id')).toBe('<1@company.example>');
    expect(statusParts).toHaveLength(1);
  });

  test('is nothing where nothing came back', async () => {
    const { original, statusParts } = await split(bounce());
    expect(original.hasFields(1)).toBe(false);
    expect(statusParts).toEqual([]);
  });
});
