import fc from 'fast-check';
import { markOf, rowsOf } from '../../../../src/engine/report/logs/table';

test.each<[string, string, string[][]]>([
  [
    'fields',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a field in quotes', '"a,b",c', [['a,b', 'c']]],
  ['quotes in quotes', '"a ""b""",c', [['a "b"', 'c']]],
  [
    'a line end in quotes',
    '"a\nb",c\nd,e',
    [
      ['a\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  ['empty fields', ',,', [['', '', '']]],
  [
    'empty lines',
    'a,b\n\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a quote that does not close', '"a,b', [['a', 'b']]],
  ['words behind a quote', '"a" b,c', [['a b', 'c']]],
])('rows of a table: %s', (_what, text, rows) => expect(rowsOf(text, ',')).toEqual(rows));

test.each([
  ['a,b,c', ','],
  ['a;b;c,d', ';'],
  ['a\tb\tc', '\t'],
  ['a, b', null],
  ['', null],
])('the mark of %j is %j', (line, mark) => expect(markOf(line)).toBe(mark));

test('what is written with quotes is read again', () => {
  const field = fc.string({ minLength: 1 }).map((text) => text.replaceAll('\r', '').trim() || 'x');
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(rowsOf(text, ',')).toEqual(rows);
      },
    ),
  );
});
