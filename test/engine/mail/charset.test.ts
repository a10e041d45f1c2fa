import {
  decodeAs,
  decodeText,
  latin1 as textOf,
  toBytes as bytesOf,
  utf16Of,
} from '../../../src/engine/mail/charset';
import { latin1, toBytes, utf16be, utf16le } from '../write-mail';

const LINE = '550 5.1.1 <user@example.com>: User unknown';

describe('utf16Of', () => {
  test.each([
    ['little end first, marked', utf16le('\ufeffHello'), 'utf-16le'],
    ['big end first, marked', utf16be('\ufeffHello'), 'utf-16be'],
    ['little end first, without a mark', utf16le(LINE), 'utf-16le'],
    ['big end first, without a mark', utf16be(LINE), 'utf-16be'],
    ['ASCII', toBytes(LINE), null],
    ['UTF-8', toBytes('Grüße'), null],
    ['UTF-8 with a mark', toBytes('\ufeffHello'), null],
    ['zero bytes', new Uint8Array(100), null],
    ['nothing', new Uint8Array(0), null],
    ['a single byte', toBytes('a'), null],
  ])('%s', (_what, bytes, expected) => expect(utf16Of(bytes)).toBe(expected));
});

describe('decodeText', () => {
  test.each([
    ['UTF-8', toBytes('Grüße'), 'Grüße'],
    ['UTF-8 with a mark', toBytes('\ufeffGrüße'), 'Grüße'],
    ['Latin-1', latin1('Grüße'), 'Grüße'],
    ['Windows-1252', Uint8Array.of(0x93, 0x61, 0x94), '“a”'],
    ['UTF-8 with the character for what is none', toBytes('Grüße \ufffd'), 'Grüße \ufffd'],
    [
      'Latin-1 with the bytes of that character',
      latin1('Gr\u00fc \u00ef\u00bf\u00bd'),
      'Gr\u00fc \u00ef\u00bf\u00bd',
    ],
    ['UTF-16 with a mark', utf16le('\ufeffGrüße'), 'Grüße'],
    ['UTF-16, big end first', utf16be('\ufeffGrüße'), 'Grüße'],
    ['UTF-16 without a mark', utf16le(LINE), LINE],
  ])('%s', (_what, bytes, expected) => expect(decodeText(bytes)).toBe(expected));
});

test('every byte comes back from its character', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(bytesOf(textOf(all))).toEqual(all);
  // As a browser decodes it.
  expect([...bytesOf('\u20ac\u2019\u0178')]).toEqual([0x80, 0x92, 0x9f]);
});

test('a character that no byte stands for becomes a question mark', () =>
  expect([...bytesOf('\u4e00')]).toEqual([0x3f]));

test.each([
  ['ISO-2022-JP', [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], 'あ'],
  ['gb18030', [0xc4, 0xe3], '你'],
])('a charset is known by its name, %s', (charset, bytes, text) => {
  expect(decodeAs(Uint8Array.from(bytes), charset)).toBe(text);
  expect(decodeAs(Uint8Array.from(bytes), charset.toUpperCase())).toBe(text);
});

test('a charset that nobody knows is not read', () =>
  expect(decodeAs(new Uint8Array(1), 'x-none')).toBeNull());
