/** What a row says of its mail, under the names that exports give their columns. */
import { factsOf } from '../../src/campaign/facts';

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
