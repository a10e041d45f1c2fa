import { InputError } from '../../../src/engine';
import { isMsg, refuseNonText, unifyLineEnds } from '../../../src/engine/mail/bytes';
import { latin1, toBytes, utf16le } from '../write-mail';

const LINE = '550 5.1.1 <user@example.com>: User unknown';

const code = (bytes: Uint8Array) => {
  try {
    refuseNonText(bytes);
    return null;
  } catch (error) {
    return error instanceof InputError ? error.code : String(error);
  }
};

describe('should be refused', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a PNG picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'binary'],
    ['a JPEG picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'binary'],
    ['a GIF picture', latin1('GIF89a'), 'binary'],
    ['a PDF', latin1('%PDF-1.7'), 'binary'],
    ['a zip or a Word document', Uint8Array.of(0x50, 0x4b, 3, 4), 'binary'],
    ['a gzip', Uint8Array.of(0x1f, 0x8b, 8), 'binary'],
    ['a program', latin1('\x7fELF'), 'binary'],
    ['an Outlook data file', latin1('!BDN'), 'binary'],
    ['zero bytes', new Uint8Array(5000), 'binary'],
    ['text full of zero bytes', latin1('ab\0\0\0'.repeat(100)), 'binary'],
  ])('%s', (_what, bytes, expected) => expect(code(bytes)).toBe(expected));
});

describe('should not be refused', () => {
  test.each([
    ['text', toBytes(LINE)],
    ['UTF-16', utf16le(LINE)],
    ['a mail with a stray zero byte', toBytes(`Subject: a\0\n\n${LINE}`.padEnd(200))],
    ['Latin-1', latin1('Empfänger unbekannt')],
  ])('%s', (_what, bytes) => expect(code(bytes)).toBeNull());
});

test.each([
  ['a\r\nb\r\n', 'a\nb\n'],
  ['a\rb\r', 'a\nb\n'],
  ['a\nb', 'a\nb'],
  ['a\r\r\nb', 'a\nb'],
  ['', ''],
])('line ends of %j become %j', (text, expected) => expect(unifyLineEnds(text)).toBe(expected));

test('an Outlook .msg is known by its first eight bytes', () => {
  const mark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  expect(isMsg(Uint8Array.from([...mark, 0]))).toBe(true);
  expect(isMsg(Uint8Array.from(mark.slice(0, 7)))).toBe(false);
  expect(isMsg(toBytes('Subject: x'))).toBe(false);
});
