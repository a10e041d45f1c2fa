import { compareRows, repeatOffenders } from '../../src/campaign/over-time';
import { settled } from '../../src/campaign/people';
import { merge } from '../../src/campaign/summary';
import { summaryOf } from './read-files';

const table = (campaign: string, day: string, rows: readonly (readonly [string, string, string])[]) => ({
  name: `${campaign}.csv`,
  text:
    ['email,event,reason,campaign,time', ...rows.map((row) => [...row, campaign, day].join(','))].join('\n') +
    '\n',
});
const GONE = '550 5.1.1 User unknown';
const RULE = '550 5.7.1 TRANSPORT.RULES.RejectMessage';

test('who is new, who still fails, who was mended, who was not seen', async () => {
  const before = await summaryOf([
    table('A', '2026-10-01', [
      ['still@example.com', 'bounce', GONE],
      ['fixed@example.com', 'bounce', GONE],
      ['unseen@example.com', 'bounce', GONE],
    ]),
  ]);
  const now = await summaryOf([
    table('B', '2026-11-01', [
      ['still@example.com', 'bounce', GONE],
      ['fixed@example.com', 'delivered', ''],
      ['new@example.com', 'bounce', GONE],
    ]),
  ]);
  const compared = compareRows(settled(before.rows), settled(now.rows));
  expect(Object.fromEntries(Object.entries(compared).map(([name, list]) => [name, [...list]]))).toEqual({
    new: ['new@example.com'],
    still: ['still@example.com'],
    cured: ['fixed@example.com'],
    unseen: ['unseen@example.com'],
  });
});

test('only causes that say something of the person are counted, from their threshold on', async () => {
  const campaign = (name: string, day: string) =>
    table(name, day, [
      ['gone@example.com', 'bounce', GONE],
      ['ruled@example.com', 'bounce', RULE],
      ['full@example.com', 'bounce', '552 5.2.2 Mailbox full'],
      ['spam@example.com', 'bounce', '550 5.7.1 message rejected as spam'],
    ]);
  const two = merge(
    await summaryOf([campaign('A', '2026-10-01')]),
    await summaryOf([campaign('B', '2026-11-01')]),
  );
  expect([...repeatOffenders(two.rows)]).toEqual([
    { address: 'gone@example.com', failed: { 'recipient-unknown': 2 }, campaigns: ['A', 'B'] },
  ]);
  const three = merge(two, await summaryOf([campaign('C', '2026-11-20')]));
  expect(Array.from(repeatOffenders(three.rows), ({ address }) => address)).toEqual([
    'full@example.com',
    'gone@example.com',
  ]);
});
