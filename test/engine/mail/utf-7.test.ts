import fc from 'fast-check';
import { decodeUtf7 } from '../../../src/engine/mail/utf-7';
import { explain } from '../../../src/engine';
import { bounce, toBytes } from '../write-mail';

test.each([
  ['Gr+APwA3w-e', 'Grüße'],
  ['+ZeVnLIqe', '日本語'],
  ['+ZeVnLIqe-.', '日本語.'],
  ['+ADw-b+AD4-', '<b>'],
  ['+2D3eAA-', '😀'],
  ['1 +- 1', '1 + 1'],
  ['1 + 1', '1 + 1'],
  ['a+A-b', 'a+A-b'],
  ['', ''],
])('%j is %j', (raw, text) => expect(decodeUtf7(raw)).toBe(text));

test('any text comes back', () => {
  const encode = (text: string) =>
    `+${Buffer.from(text, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`;
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => decodeUtf7(encode(text)) === text),
  );
});

test('a lure in it is seen', async () => {
  const mail = bounce('+AFIAZQBsAGUAYQBzAGU your messages: +AGgAdAB0AHA://evil.example/x', {
    From: 'Mail <info@evil.example>',
    Subject: 'Delivery failed',
    'Content-Type': 'text/plain; charset=utf-7',
  });
  const { trust } = await explain(toBytes(mail), { ownDomains: ['company.example'] });
  expect(trust.signals.map(({ id }) => id)).toContain('lure-words');
});
