import { decode, encode } from '../../../src/engine/mail/iconv-by-text-decoder';
import { latin1, toBytes } from '../write-mail';

test.each([
  ['utf8', toBytes('Grüße'), 'Grüße'],
  ['iso-8859-1', latin1('Grüße'), 'Grüße'],
  ['windows-1254', Uint8Array.of(0xfd, 0xfe), 'ış'],
  ['x-none-such', latin1('Grüße'), 'Grüße'],
])('decodes %s', (encoding, bytes, text) => expect(decode(bytes, encoding)).toBe(text));

test('text is written as UTF-8', () => expect(encode('ü')).toEqual(Uint8Array.of(0xc3, 0xbc)));
