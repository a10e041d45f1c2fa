/**
 * Ways to spoil a mail. Each takes a mail's bytes and chance, and returns other bytes; none changes what it
 * was given.
 */
import { repeat, shapes } from './slow-inputs.cjs';

const bytesOf = (text) => new Uint8Array(Buffer.from(text, 'latin1'));
const textOf = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const join = (...all) => new Uint8Array(Buffer.concat(all));

/** Puts something in at a place, or in place of `length` bytes. */
const splice = (bytes, at, length, inserted) =>
  join(bytes.subarray(0, at), inserted, bytes.subarray(at + length));
const insert = (bytes, { below }, text) => splice(bytes, below(bytes.length + 1), 0, bytesOf(text));

const headerEnd = (bytes) => {
  const at = textOf(bytes).search(/\r?\n\r?\n/);
  return at < 0 ? bytes.length : at + 1;
};
const withFields = (bytes, fields) => join(bytesOf(fields), bytes);
const replaced = (bytes, pattern, make) => bytesOf(textOf(bytes).replace(pattern, make));

const CHARSETS = 'utf-8 utf-16 utf-16le utf-7 iso-2022-jp gb18030 big5 euc-kr koi8-r x-none us-ascii'.split(
  ' ',
);
const ENCODINGS = '7bit 8bit binary base64 quoted-printable x-uuencode none'.split(' ');
const TYPES =
  'text/plain text/html text/rfc822-headers message/rfc822 message/delivery-status message/global-delivery-status message/partial message/feedback-report message/disposition-notification multipart/report multipart/mixed multipart/alternative application/json application/octet-stream text /'.split(
    ' ',
  );
const NASTY = [
  '\0',
  '\r',
  '\n',
  '\r\n\r\n',
  '\u00e2\u0080\u00a8',
  '\u00ef\u00bb\u00bf',
  '<',
  '"',
  "'",
  '&#',
  '=?utf-8?B?',
  '--',
  'From ',
  '550 5.1.1 ',
  '@',
  '<script>',
  '{"event":"',
  'Final-Recipient: rfc822; ',
  '> From: ',
  '\x1b$B',
];

/** Name → mutation; `other` is a second mail. */
export const mutations = {
  'bit flips': (bytes, { below, size }) => {
    const spoilt = bytes.slice();
    for (let n = 1 + size(100); n > 0; n--) spoilt[below(spoilt.length)] ^= 1 << below(8);
    return spoilt;
  },
  'a run of one byte': (bytes, { below, size }) =>
    splice(bytes, below(bytes.length), size(2000), new Uint8Array(size(20_000)).fill(below(256))),
  'random bytes': (bytes, { below, size }) =>
    splice(
      bytes,
      below(bytes.length),
      size(500),
      Uint8Array.from({ length: size(3000) }, () => below(256)),
    ),
  'two mails spliced': (bytes, { below }, other) =>
    join(bytes.subarray(0, below(bytes.length)), other.subarray(below(other.length))),
  'two mails in alternate lines': (bytes, _, other) => {
    const second = textOf(other).split('\n');
    return bytesOf(
      textOf(bytes)
        .split('\n')
        .flatMap((line, index) => [line, second[index] ?? ''])
        .join('\n'),
    );
  },
  'cut off': (bytes, { below }) => bytes.slice(0, below(bytes.length)),
  'begun late': (bytes, { below }) => bytes.slice(below(bytes.length)),
  'a piece repeated': (bytes, { below, size }) => {
    const from = below(bytes.length);
    const piece = bytes.subarray(from, from + size(3000));
    return splice(bytes, from, 0, join(...Array.from({ length: size(200) }, () => piece)));
  },
  'its body repeated': (bytes, { size }) => {
    const body = bytes.subarray(headerEnd(bytes));
    return join(bytes, ...Array.from({ length: size(60) }, () => body));
  },
  'pieces in another order': (bytes, { below, size }) => {
    const lines = textOf(bytes).split('\n');
    for (let n = size(200); n > 0; n--) {
      const [one, two] = [below(lines.length), below(lines.length)];
      [lines[one], lines[two]] = [lines[two], lines[one]];
    }
    return bytesOf(lines.join('\n'));
  },
  'nested multiparts': (bytes, { size, maybe }) => {
    const depth = size(300);
    const same = maybe(0.3);
    let open = '';
    for (let n = 0; n < depth; n++) {
      const name = same ? 'b' : `b${n}`;
      open += `Content-Type: multipart/mixed; boundary="${name}"\n\n--${name}\n`;
    }
    return join(bytesOf(open), bytes);
  },
  'deep forwards': (bytes, { size, below, maybe }) => {
    const mark = 'x'.repeat(1 + below(3));
    let open = '';
    for (let n = 0, depth = size(60); n < depth; n++) {
      open += `Subject: Fwd: ${n}\nFrom: a@example.com\nContent-Type: multipart/mixed; boundary=${mark}${n}\n\n--${mark}${n}\n`;
      open += `Content-Type: message/rfc822\n${maybe(0.1) ? 'Content-Transfer-Encoding: base64\n' : ''}\n`;
    }
    return join(bytesOf(open), bytes);
  },
  'many attached mails': (bytes, { size }) => {
    const part = join(bytesOf('--bb\nContent-Type: message/rfc822\n\n'), bytes, bytesOf('\n'));
    const open =
      'From: a@example.com\nTo: b@example.com\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=bb\n\n';
    return join(bytesOf(open), ...Array.from({ length: size(100) }, () => part));
  },
  'many header fields': (bytes, { size, pick }) => {
    const name = pick(['X-A', 'Received', 'Subject', 'From', 'Content-Type', 'To']);
    const value = pick(['a', '=?utf-8?Q?a?=', '"a" <a@example.com>', 'multipart/mixed; boundary=a']);
    return withFields(bytes, repeat(`${name}: ${value}\n`, size(10_000) * 10));
  },
  'ten thousand header fields': (bytes) =>
    withFields(bytes, Array.from({ length: 10_000 }, (_, n) => `X-${n}: ${n}\n`).join('')),
  'a field of one megabyte': (bytes, { pick }) => {
    const name = pick(['X-A', 'Subject', 'From', 'To', 'Content-Type', 'Message-ID', 'X-Failed-Recipients']);
    const piece = pick(['a', 'a ', 'a\n ', '"', '<', '=?', '=?a?Q?b?= ', 'a@example.com, ', '; a=b', '(']);
    return withFields(bytes, `${name}: ${repeat(piece, 1_000_000)}\n`);
  },
  'charset lies': (bytes, { pick }) =>
    replaced(bytes, /charset\s*=\s*"?[\w-]+"?/gi, () => `charset=${pick(CHARSETS)}`),
  'a charset lie on top': (bytes, { pick }) =>
    withFields(
      bytes,
      `Content-Type: ${pick(TYPES)}; charset=${pick(CHARSETS)}; boundary=${pick(['b', '""'])}\n`,
    ),
  'transfer-encoding lies': (bytes, { pick }) =>
    replaced(bytes, /(content-transfer-encoding: *)\S+/gi, (_, name) => name + pick(ENCODINGS)),
  'a transfer-encoding lie on top': (bytes, { pick }) =>
    withFields(bytes, `Content-Transfer-Encoding: ${pick(ENCODINGS)}\n`),
  'media type lies': (bytes, { pick }) =>
    replaced(bytes, /(content-type: *)[\w/-]+/gi, (_, name) => name + pick(TYPES)),
  'boundary games': (bytes, { pick, maybe }) => {
    const names = [...textOf(bytes).matchAll(/boundary="?([^";\s]+)/gi)].map((match) => match[1]);
    const name = names.length > 0 ? pick(names) : 'b';
    const change = pick([
      name + '--',
      name.slice(0, -1),
      '',
      '-',
      name + ' ',
      name.toUpperCase(),
      '"' + name,
    ]);
    const all = textOf(bytes);
    return bytesOf(maybe(0.5) ? all.replace(name, change) : all.replaceAll(`--${name}`, `--${change}`));
  },
  'line ends mixed': (bytes, { pick, maybe }) =>
    replaced(bytes, /\r?\n/g, (end) => (maybe(0.2) ? pick(['\r', '\n', '\r\n', '\n\r', '\r\r\n', '']) : end)),
  'line ends of another kind': (bytes, { pick }) => replaced(bytes, /\r?\n/g, pick(['\r', '\n', '\r\n'])),
  'zero bytes': (bytes, { below, size }) => {
    let spoilt = bytes;
    for (let n = size(40); n > 0; n--)
      spoilt = splice(spoilt, below(spoilt.length), 0, new Uint8Array(size(100)));
    return spoilt;
  },
  'two bytes a character': (bytes, { maybe }) => {
    const wide = Buffer.from(textOf(bytes), 'utf16le');
    return new Uint8Array(maybe(0.5) ? wide : Buffer.concat([Buffer.from([0xff, 0xfe]), wide]));
  },
  'long lines': (bytes, { below, pick, size }) =>
    insert(bytes, { below }, repeat(pick(['a', ' ', '-', 'a ', '= ', '.,', '>', "'"]), size(500_000))),
  'line ends lost': (bytes, { below }) => {
    const from = headerEnd(bytes) + below(500);
    return join(bytes.subarray(0, from), bytesOf(textOf(bytes.subarray(from)).replace(/\r?\n/g, ' ')));
  },
  'markup that never ends': (bytes, { below, pick, size }) =>
    insert(
      bytes,
      { below },
      repeat(
        pick(['<a href="', "<a b='", '<!--', '<script>', '&amp', '&#6', '<', '</', '<a ']),
        size(200_000),
      ),
    ),
  'a token of address characters': (bytes, { below, pick, size }) =>
    insert(bytes, { below }, repeat(pick(['a', '@', 'a@', 'a.', 'a@b.', '=', '"a"@']), size(300_000))),
  'thousands of addresses': (bytes, { below, pick, size }) => {
    const write = pick([
      (n) => `<u${n}@example.com>: 550 5.1.1 no\n\n`,
      (n) => `u${n}@example.com\n`,
      (n) => `u${n}@example.com, `,
      (n) => `Final-Recipient: rfc822; u${n}@example.com\nAction: failed\n\n`,
      (n) => `550 5.1.1 x${n}\n`,
      (n) => `Unable to deliver message to: u${n}@example.com\n`,
    ]);
    return insert(bytes, { below }, Array.from({ length: size(8000) }, (_, n) => write(n)).join(''));
  },
  'nasty pieces': (bytes, chance) => {
    let spoilt = bytes;
    for (let n = 1 + chance.size(30); n > 0; n--) spoilt = insert(spoilt, chance, chance.pick(NASTY));
    return spoilt;
  },
  'a shape made to be slow': (bytes, { pick, size }) => {
    const make = pick(Object.values(shapes));
    return join(new Uint8Array(Buffer.from(make(100 + size(300_000)))), bytes);
  },
  'headers only': (bytes) => bytes.slice(0, headerEnd(bytes)),
  'body only': (bytes) => bytes.slice(headerEnd(bytes)),
};

/** Some of these mails weigh a megabyte; they are made less often. */
export const RARE = new Set([
  'ten thousand header fields',
  'a field of one megabyte',
  'a shape made to be slow',
]);
