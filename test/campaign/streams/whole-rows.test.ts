import fc from 'fast-check';
import Papa from 'papaparse';
import { wholeRows } from '../../../src/campaign/streams/whole-rows';
import { piecesIn } from '../read-files';

test.each([
  ['a,b\nc,d\n', 8, false],
  ['a,b\nc', 4, false],
  ['a,"b\nc"\n', 8, false],
  ['a,"b\nc', 0, false],
  ['a,"b"', 0, false],
  ['a,"b ""c""\nd" \ne\n', 17, false],
  ['a,5" disk\nb,"c"\n', 16, false],
  ['a,"b\nc,"d"\n', 0, true],
  ['x\na,"b\n"c"\n', 2, true],
  ['a,"b "c" d"\ne\n', 14, false],
])('%j: whole rows end at %i, is the next one broken: %s', (text, end, isBroken) =>
  expect(wholeRows(text, ',')).toEqual({ end, isBroken }),
);

test('a table that was written by a well-kept library is whole', () => {
  const cell = fc.stringMatching(/^[a",;\n ]{0,6}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';'),
      (rows, mark) => {
        const text = Papa.unparse(rows, { delimiter: mark, newline: '\n' }) + '\n';
        expect(wholeRows(text, mark)).toEqual({ end: text.length, isBroken: false });
      },
    ),
    { numRuns: 500 },
  );
});

/** Characters that are searched, or handed to Papa Parse, while a table is read. */
async function workOf(text: string): Promise<number> {
  let work = 0;
  const search = String.prototype.indexOf;
  const { Parser } = Papa;
  const counted = jest.spyOn(String.prototype, 'indexOf').mockImplementation(function (
    this: string,
    sought: string,
    from = 0,
  ) {
    const at = search.call(this, sought, from);
    work += (at < 0 ? this.length : at) - from;
    return at;
  });
  const parsed = jest.spyOn(Papa, 'Parser').mockImplementation(function (config) {
    const parser = new Parser(config);
    const parse = parser.parse.bind(parser) as (text: string, ...others: unknown[]) => unknown;
    parser.parse = ((read: string, ...others: unknown[]) => {
      work += read.length;
      return parse(read, ...others);
    }) as typeof parser.parse;
    return parser;
  } as (config: Papa.ParseConfig) => Papa.Parser);
  try {
    await piecesIn({ name: 'a.csv', text }, 65_536);
  } finally {
    counted.mockRestore();
    parsed.mockRestore();
  }
  return work;
}

const usual = (n: number) => `u${n}@example.com,bounce,550 no`;
const tables: [what: string, rowOf: (n: number) => string][] = [
  ['a quote forgotten in the first row', (n) => (n === 0 ? `u0@example.com,bounce,"550 no` : usual(n))],
  ['a quote forgotten in each row', (n) => `u${n}@example.com,bounce,"550 no`],
  ['a quote forgotten at the start of each row', (n) => `"${usual(n)}`],
  ['a quote forgotten in each tenth row', (n) => usual(n).replace('550', n % 10 === 0 ? '"550' : '550')],
  ['doubled quotes alone', (n) => `u${n}@example.com,bounce,""550 no`],
  ['quotes around each cell', (n) => `"u${n}@example.com","bounce","550 ""no"""`],
];

test.each(tables)('%s: no row is lost, and the work grows no faster than the table', async (_, rowOf) => {
  const table = (count: number) =>
    `email,event,reason\n${Array.from({ length: count }, (_row, n) => `${rowOf(n)}\n`).join('')}`;
  const { pieces } = await piecesIn({ name: 'a.csv', text: table(3_000) }, 65_536);
  expect(pieces.map(({ place }) => place)).toEqual(Array.from({ length: 3_000 }, (_row, n) => n + 2));
  for (const count of [4_000, 40_000])
    expect(await workOf(table(count))).toBeLessThan(12 * table(count).length);
});
