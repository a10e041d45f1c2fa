import { differenceOf } from '../../src/outlook/same-message';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const item = (subject: string | null, messageId: string | null = null) => ({ subject, messageId });
const mail = (subject: string, more = '') =>
  bytes(`From: x\r\nSubject: ${subject}\r\n${more}\r\nSubject: no\r\n`);

describe('by Message-ID, where both have one', () => {
  test.each([
    ['Message-ID: <a@example.com>\r\n', null],
    ['Message-Id:\r\n <a@example.com>\r\n', null],
    ['Message-ID: <b@example.com>\r\n', 'Message-ID'],
  ])('%j: %s', async (field, difference) =>
    // The subject does not matter then: a server may have rewritten it.
    expect(await differenceOf(item('Something else', ' <a@example.com> '), mail('Training', field))).toBe(
      difference,
    ),
  );
});

describe('by subject, where one has none', () => {
  test.each([
    ['Training', 'Training'],
    ['AW: Training', 'Training'],
    ['Training', 'Re: Fwd: Training'],
    ['[External] Training', 'Training'],
    ['Unzustellbar: Training', 'Undeliverable: Training'],
    ['Your  training\tis waiting', 'Your\r\n training is waiting'],
    ['Prüfung – Training', '=?utf-8?Q?Pr=C3=BCfung_=E2=80=93?= Training'],
    ['İletilemedi: eğitim', '=?iso-8859-9?Q?=DDletilemedi=3A_e=F0itim?='],
    [`${'x'.repeat(255)}`, `${'x'.repeat(600)}`],
    ['ﬁle', '=?utf-8?Q?=EF=AC=81le?='],
  ])('%j is %j', async (shown, written) => expect(await differenceOf(item(shown), mail(written))).toBeNull());

  test.each([
    ['Training', 'Undelivered Mail Returned to Sender'],
    ['Undeliverable: Training', 'Undeliverable: Invoice'],
    ['Prüfung', '=?utf-8?Q?Schulung?='],
    ['Training 2', 'Training 3'],
  ])('%j is not %j', async (shown, written) =>
    expect(await differenceOf(item(shown, '<a@example.com>'), mail(written))).toBe('subject'),
  );
});

describe('not where there is nothing to compare', () => {
  test.each([
    ['the item has no subject', item(null), mail('Training')],
    ['the mail has none', item('Training'), bytes('From: x\r\n\r\nSubject: other')],
    ['the mail has an empty one', item('Training'), mail('')],
    ['the subject has a charset that nobody knows', item('Training'), mail('=?x-none?Q?Hello?=')],
    ['the subject is in stray bytes', item('Training'), mail('Pr\xfcfung')],
    ['it is pasted text', item('Training'), 'Subject: other'],
    ['the client gives no header block', item('Training'), parts(null)],
  ])('%s', async (_why, asked, input) => expect(await differenceOf(asked, input)).toBeNull());

  test('the header block of a mail in pieces is compared as well', async () =>
    expect(await differenceOf(item('Training'), parts('Subject: other\r\n'))).toBe('subject'));
});

function parts(headers: string | null) {
  return { headers, subject: null, from: null, html: null, text: null, attachments: [] };
}
