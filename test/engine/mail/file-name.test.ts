import fc from 'fast-check';
import { fileNameIn } from '../../../src/engine/mail/file-name';

describe('a file is named', () => {
  test.each([
    ['in quotes', 'attachment; filename="report.html"', 'report.html'],
    ['without quotes', 'attachment; filename=report.html; size=3', 'report.html'],
    ['by the other field', 'application/octet-stream; name="bounce.EML"', 'bounce.EML'],
    ['in encoded words', 'attachment; filename="=?utf-8?Q?Pr=C3=BCfung.pdf?="', 'Prüfung.pdf'],
    ['in percents', "attachment; filename*=utf-8''Pr%C3%BCfung.pdf", 'Prüfung.pdf'],
    ['in percents of another charset', "attachment; filename*=iso-8859-1'de'Pr%FCfung.pdf", 'Prüfung.pdf'],
    ['in percents of a charset that nobody knows', "attachment; filename*=x-none''a%20b.pdf", 'a b.pdf'],
    ['in pieces', 'attachment; filename*0="invoice.pdf"; filename*1=".html"', 'invoice.pdf.html'],
    [
      'in pieces, the first in percents',
      'attachment; filename*0*=utf-8\'\'Pr%C3%BC; filename*1="fung.htm"',
      'Prüfung.htm',
    ],
    // As people and careless programs write it.
    [
      'without quotes, with blanks',
      'attachment; filename=Undelivered report.html',
      'Undelivered report.html',
    ],
    [
      'in pieces, the last first',
      'attachment; filename*1=".html"; filename*0="invoice.pdf"',
      'invoice.pdf.html',
    ],
    ['behind a decoy', 'attachment; x-name="safe.txt"; filename="a.html"', 'a.html'],
    ['behind a decoy in quotes', 'attachment; x="; filename=safe.txt"; filename="a.html"', 'a.html'],
    ['behind a decoy in a comment', 'attachment (filename=safe.txt); filename=a.html', 'a.html'],
    [
      'by more than 300 characters',
      `attachment; filename="${'x'.repeat(400)}.html"`,
      `${'x'.repeat(400)}.html`,
    ],
    [
      'in 22 pieces',
      `attachment; ${Array.from({ length: 22 }, (_, n) => `filename*${n}="${n === 21 ? '.html' : 'x'}"`).join('; ')}`,
      `${'x'.repeat(21)}.html`,
    ],
    ['in more pieces than tens, by number', 'a; name*10=".js"; name*2="b"; name*0="a"', 'ab.js'],
    ['with its other field a decoy', 'attachment; name="safe.txt"; filename="a.html"', 'a.html'],
    ['with a quote inside', 'attachment; filename="a\\"b.html"', 'a"b.html'],
    ['over several lines', 'attachment;\n filename="report.html"', 'report.html'],
  ])('%s', (_how, field, name) => expect(fileNameIn(field)).toBe(name));

  test.each(['', 'attachment', 'attachment; filename=', 'attachment; nickname="x"', 'inline; filename=""'])(
    'not in %j',
    (field) => expect(fileNameIn(field)).toBeNull(),
  );
});

test('any field is answered, and by no more than its own length', () => {
  const piece = fc.constantFrom(
    'filename',
    'name',
    '*0',
    '*',
    '=',
    '"',
    ';',
    ' ',
    "utf-8''",
    '%C3',
    'a.html',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const field = pieces.join('');
      expect((fileNameIn(field) ?? '').length).toBeLessThanOrEqual(field.length);
    }),
  );
});
