import { overviewOf } from '../../src/campaign/things-to-do';
import { loadWords } from '../../src/engine';
import { RowTable } from '../../src/page/worker/row-table';
import { speechIn } from '../../src/plan/speech';
import { summaryOf } from '../campaign/read-files';

const EXPORT = `email,event,reason,timestamp,subject
b@example.com,bounce,550 5.1.1 User unknown,1791011022,Training
a@example.com,dropped,Bounced Address,1791011023,Training
c@example.com,delivered,,1791011024,Training
`;

async function table() {
  const overview = overviewOf(await summaryOf([{ name: 'a.csv', text: EXPORT }]));
  return new RowTable(overview, speechIn(await loadWords('en')));
}
const ALL = { sortBy: 'address', isDescending: false, search: '', of: 'all' } as const;
const addresses = (rows: RowTable, wanted: Parameters<RowTable['order']>[0]) =>
  rows.shown([...rows.order(wanted)]).map(({ address }) => address?.[0]);

test('sorts, filters, searches', async () => {
  const rows = await table();
  expect(addresses(rows, ALL)).toEqual(['a', 'b', 'c']);
  expect(addresses(rows, { ...ALL, sortBy: 'seen', isDescending: true })).toEqual(['c', 'a', 'b']);
  expect(addresses(rows, { ...ALL, of: 'arrived' })).toEqual(['c']);
  expect(addresses(rows, { ...ALL, search: ' UNKNOWN ' })).toEqual(['b']);
  expect(addresses(rows, { ...ALL, search: 'nobody has this' })).toEqual([]);
  expect([0, 1].flatMap((thing) => addresses(rows, { ...ALL, of: thing })).sort()).toEqual(['a', 'b']);
});

test('says nothing of who acts on what arrived', async () => {
  const rows = await table();
  expect(rows.shown([2])).toMatchObject([{ address: 'c@example.com', cause: 'Arrived', who: '', list: '' }]);
});
