/** Signed mails are read, encrypted ones named as such; as mails and as Outlook saved them. */
import { explain, loadWords, say } from '../../../src/engine';
import { signedEntity } from '../../../src/engine/mail/smime';
import { bounce, fullReport, multipart, REASON, toBytes } from '../write-mail';
import { outlookReport, WORDS } from './outlook-reports';
import { writeMsg } from './write-msg';

/** An element of ASN.1: tag, length, content. */
function element(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const size = [content.length >>> 16, (content.length >>> 8) & 0xff, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, 0x83, ...size]), content]);
}
/** The same with an open length, which two zeros end. */
const open = (tag: number, ...contents: Uint8Array[]): Uint8Array =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.alloc(2)]);

const oid = (last: number) => Buffer.from([6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, last]);
const VERSION = Buffer.from([2, 1, 1]);
const ALGORITHMS = element(0x31, element(0x30, Buffer.from([6, 5, 0x2b, 0x0e, 3, 2, 0x1a])));
const SIGNERS = element(0x31, Buffer.alloc(0));

const signedInOne = (entity: string) =>
  element(
    0x30,
    oid(2),
    element(
      0xa0,
      element(
        0x30,
        VERSION,
        ALGORITHMS,
        element(0x30, oid(1), element(0xa0, element(4, toBytes(entity)))),
        SIGNERS,
      ),
    ),
  );
/** As Outlook streams it: lengths open, the content in pieces. */
const signedInPieces = (entity: string) => {
  const pieces = entity.match(/[\s\S]{1,100}/g) ?? [];
  const octets = open(0x24, ...pieces.map((piece) => element(4, toBytes(piece))));
  return open(
    0x30,
    oid(2),
    open(0xa0, open(0x30, VERSION, ALGORITHMS, open(0x30, oid(1), open(0xa0, octets)), SIGNERS)),
  );
};
const encrypted = element(0x30, oid(3), element(0xa0, element(0x30, VERSION, Buffer.alloc(64, 7))));

/** A forwarded bounce, as the content of a signed mail. */
const CONTENT = multipart(
  ['Content-Type: text/plain\n\nSee below.', `Content-Type: message/rfc822\n\n${fullReport()}`],
  { Subject: null, From: null, To: null, Date: null, 'Return-Path': null },
);
const clear = (entity: string) =>
  [
    'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="sig"',
    '',
    `--sig\n${entity}\n--sig`,
    'Content-Type: application/pkcs7-signature; name=smime.p7s',
    '',
    'MIIB\n--sig--\n',
  ].join('\n');

const outer = { subject: 'FW: it came back', senderEmail: 'colleague@company.example' };
const p7m = (data: Uint8Array, mediaType = 'application/pkcs7-mime') => [
  { fileName: 'smime.p7m', mediaType, data },
];
const asMsg = (messageClass: string, data: Uint8Array, mediaType?: string) =>
  writeMsg({ ...outer, class: messageClass, attachments: p7m(data, mediaType) });
const asMail = (data: Uint8Array, type = 'application/pkcs7-mime; name=smime.p7m') =>
  toBytes(
    bounce(Buffer.from(data).toString('base64').replace(/.{60}/g, '$&\n'), {
      Subject: outer.subject,
      From: outer.senderEmail,
      'Return-Path': null,
      'Content-Type': type,
      'Content-Transfer-Encoding': 'base64',
    }),
  );

describe('a signed mail is read', () => {
  test.each([
    ['.msg, clear', asMsg('IPM.Note.SMIME.MultipartSigned', toBytes(clear(CONTENT)), 'multipart/signed')],
    ['.msg, clear, without a type', asMsg('IPM.Note.SMIME.MultipartSigned', toBytes(clear(CONTENT)), '')],
    ['.msg, in an envelope', asMsg('IPM.Note.SMIME', signedInOne(CONTENT))],
    ['.msg, in an envelope in pieces', asMsg('IPM.Note.SMIME', signedInPieces(CONTENT))],
    [
      '.msg, in an envelope of another type',
      asMsg('IPM.Note.SMIME', signedInOne(CONTENT), 'application/octet-stream'),
    ],
    ['.msg, clear inside an envelope', asMsg('IPM.Note.SMIME', signedInOne(clear(CONTENT)))],
    ['.eml, in an envelope', asMail(signedInOne(CONTENT))],
    ['.eml, in an envelope in pieces', asMail(signedInPieces(CONTENT))],
    ['.eml, in an envelope of the older type', asMail(signedInOne(CONTENT), 'application/x-pkcs7-mime')],
  ])('%s', async (_what, file) => {
    expect(await explain(file)).toMatchObject({
      kind: 'failure',
      recipients: [{ address: 'user@example.com', status: '5.1.1' }],
      warnings: [],
    });
  });

  test.each([
    ['.msg', asMsg('IPM.Note.SMIME', signedInOne(`Content-Type: text/plain\n\n${REASON}`))],
    ['.eml', asMail(signedInOne(`Content-Type: text/plain\n\n${REASON}`))],
  ])('%s: under the subject of the mail around it', async (_what, file) =>
    expect((await explain(file)).subject).toBe(outer.subject),
  );
});

describe('an encrypted mail is named', () => {
  test.each([
    ['.msg', asMsg('IPM.Note.SMIME', encrypted)],
    [
      '.msg, signed around it',
      asMsg(
        'IPM.Note.SMIME',
        signedInOne(
          `Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n${Buffer.from(encrypted).toString('base64')}`,
        ),
      ),
    ],
    [
      '.msg, with rights management',
      writeMsg({
        ...outer,
        class: 'IPM.Note',
        attachments: [{ fileName: 'message.rpmsg', data: Buffer.alloc(9) }],
      }),
    ],
    [
      '.msg in a .msg',
      writeMsg({ ...outer, attachments: [{ fileName: 'a.msg', data: asMsg('IPM.Note.SMIME', encrypted) }] }),
    ],
    ['.eml', asMail(encrypted)],
    [
      '.eml, by PGP',
      toBytes(
        multipart(
          [
            'Content-Type: application/pgp-encrypted\n\nVersion: 1',
            'Content-Type: application/octet-stream\n\nx',
          ],
          {},
          'encrypted',
        ),
      ),
    ],
  ])('%s', async (_what, file) => {
    const { warnings } = await explain(file);
    expect(warnings.map(({ key }) => key)).toEqual(['engine.warnings.encrypted']);
  });

  test.each(['en', 'tr', 'de', 'fr', 'es', 'ar'])('in words: %s', async (language) => {
    const text = { key: 'engine.warnings.encrypted', values: {} };
    expect(say(await loadWords(language), text)).toContain('Outlook');
  });

  test.each([
    [
      'a report that returns one',
      writeMsg(
        outlookReport(WORDS.english, {
          attachments: [{ message: { class: 'IPM.Note.SMIME', attachments: p7m(encrypted) } }],
        }),
      ),
    ],
    ['a report in plain words', toBytes(bounce())],
  ])('should not: %s', async (_what, file) => expect((await explain(file)).warnings).toEqual([]));
});

describe('an envelope that is cut or made up', () => {
  const whole = signedInPieces(CONTENT);

  test('is read as far as it goes, at any length', () => {
    for (let length = 0; length < whole.length; length += 7) {
      const read = signedEntity(whole.subarray(0, length));
      if (read)
        expect(CONTENT.startsWith(Buffer.from(read).toString('latin1').replace(/\0+$/, ''))).toBe(true);
    }
  });

  test('of open lengths without end holds nothing', () =>
    expect(
      signedEntity(new Uint8Array(100_000).fill(0x30).map((byte, at) => (at % 2 ? 0x80 : byte))),
    ).toBeNull());
});
