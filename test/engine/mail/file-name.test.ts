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
