/** What a row says of its mail, under the names that exports give their columns. */
import { factsOf } from '../../src/campaign/facts';
import { piecesIn } from './read-files';

const factsOfRow = (row: Readonly<Record<string, string>>) =>
  factsOf({
    form: 'row',
    place: 1,
    records: 1,
    input: null,
    names: Object.keys(row),
    cells: Object.values(row),
  });

const NAMES_OF_TIMES = [
  'origin_timestamp_utc',
  'date_time_utc',
  'Start date',
  'Event date',
  'Date (UTC)',
  'Zeitstempel',
  'Datum/Uhrzeit',
  'Fecha y hora',
  'Tarih/Saat',
  'Date et heure',
  'Bounce Date',
  'Last Bounce',
  'Sent at',
  'Created On',
  'receivedDateTime',
];

test.each(NAMES_OF_TIMES)('%s is a time', (name) =>
  expect(factsOfRow({ Recipient: 'user@example.com', [name]: '2026-11-20 09:00:00' })).toMatchObject({
    lastSeen: '2026-11-20T09:00:00.000Z',
  }),
);

test('a day and a clock in two columns are one time', () =>
  expect(factsOfRow({ Date: '2026-11-20', Time: '09:14:05' })).toMatchObject({
    lastSeen: '2026-11-20T09:14:05.000Z',
  }));

test('our own table keeps its times and its Message-ID', () =>
  expect(
    factsOfRow({
      address: 'user@example.com',
      firstSeen: '2026-11-20T09:00:00.000Z',
      lastSeen: '2026-11-21T10:00:00.000Z',
      campaign: 'Q4',
      originalMessageId: '<1@example.org>',
    }),
  ).toMatchObject({
    firstSeen: '2026-11-20T09:00:00.000Z',
    lastSeen: '2026-11-21T10:00:00.000Z',
    campaign: 'Q4',
    originalMessageId: '<1@example.org>',
  }));

test('an id of a campaign is its name where it has no other', () =>
  expect(factsOfRow({ rcpt_to: 'user@example.com', campaign_id: 'Q4 training', subject: 'x' })).toMatchObject(
    {
      campaign: 'Q4 training',
    },
  ));

describe('the order of day and month', () => {
  const timesOf = async (...dates: string[]) => {
    const rows = dates.map((date, n) => `user${n}@example.com,${date},550 5.1.1 User unknown`);
    const { pieces } = await piecesIn({
      name: 'bounces.csv',
      text: ['Recipient,Date,Error', ...rows].join('\n'),
    });
    return pieces.map((piece) => factsOf(piece).lastSeen?.slice(0, 10));
  };

  test('is told by the other rows of a table', async () =>
    expect(await timesOf('05/11/2026 14:03', '27/11/2026 14:03')).toEqual(['2026-11-05', '2026-11-27']));

  test('is America’s where they tell so, or nothing', async () => {
    expect(await timesOf('11/05/2026', '11/27/2026')).toEqual(['2026-11-05', '2026-11-27']);
    expect(await timesOf('11/05/2026')).toEqual(['2026-11-05']);
  });
});
