import fc from 'fast-check';
import { addLine, exampleLine, summaryLines } from '../../src/campaign/lines';
import { settledList } from '../../src/campaign/people';
import { hasArrived, joinRows, keyOf, type Row } from '../../src/campaign/row';
import {
  addAccount,
  emptyAccount,
  emptySummary,
  exampleOf,
  merge,
  type Summary,
} from '../../src/campaign/summary';
import type { Explanation } from '../../src/engine';
import { row, storeOf } from './made-rows';
import { summaryOf } from './read-files';

const settled = (rows: readonly Row[]) => [...settledList(storeOf(rows))];

const ofFew = <Value>(...values: Value[]) => fc.constantFrom(...values);
const anyRow = fc
  .record({
    address: ofFew('a@example.com', 'b@example.com', null),
    action: ofFew('failed', 'delayed', 'delivered'),
    mail: ofFew(null, 'q1', 'q2'),
    originalMessageId: ofFew(null, '<1@example.org>', '<2@example.org>'),
    campaign: ofFew(null, 'Training A', 'Training B'),
    lastSeen: ofFew(null, '2026-11-23T09:00:00.000Z', '2026-11-24T09:00:00.000Z'),
    diagnostic: ofFew('550 5.1.1 User unknown', '452 4.2.2 Mailbox full'),
    source: ofFew('a.csv:2', 'b.log:7'),
    event: fc.stringMatching(/^[a-c]{1,2}$/),
  })
  .map(({ event, ...fields }) =>
    row({ ...fields, firstSeen: fields.lastSeen, events: [event] } as Partial<Row>),
  );

const summaryOfRows = (rows: readonly Row[], source = 'a.csv'): Summary => {
  const summary = emptySummary();
  for (const one of rows) summary.rows.add(one);
  addAccount(summary, { ...emptyAccount(source), part: String(rows.length), records: rows.length });
  return summary;
};
const told = (summary: Summary) => [...summaryLines(summary)].join('\n');
const rowsTold = (summary: Summary) => told({ ...summary, accounts: new Map() });

test('any order, any split and duplicates give the same summary', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 30 }),
      fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      fc.nat(30),
      (rows, order, cut) => {
        const whole = rowsTold(summaryOfRows(rows));
        const mixed = rows
          .map((one, at) => [order[at] ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const parts = merge(summaryOfRows(mixed.slice(cut)), summaryOfRows(mixed.slice(0, cut)));
        expect(rowsTold(parts)).toBe(whole);
        expect(rowsTold(summaryOfRows([...rows, ...mixed]))).toBe(whole);
        expect([...settledList(parts.rows)]).toEqual(settled(rows));
      },
    ),
    { numRuns: 300 },
  );
});

test('merging is commutative, associative and idempotent', () => {
  const anySummary = fc
    .tuple(fc.array(anyRow, { maxLength: 12 }), ofFew('a.csv', 'b.csv'))
    .map(([rows, source]) => summaryOfRows(rows, source));
  fc.assert(
    fc.property(anySummary, anySummary, anySummary, (a, b, c) => {
      expect(told(merge(a, b))).toBe(told(merge(b, a)));
      expect(told(merge(merge(a, b), c))).toBe(told(merge(a, merge(b, c))));
      expect(told(merge(a, a))).toBe(told(a));
    }),
    { numRuns: 300 },
  );
});

test('lines of a summary give the same summary', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
      const summary = summaryOfRows(rows);
      const again = emptySummary();
      for (const line of summaryLines(summary)) expect(addLine(again, line)).toBe(true);
      expect(told(again)).toBe(told(summary));
    }),
  );
});

test.each([
  '',
  'null',
  '7',
  '{}',
  '{"type":"row"}',
  '{"type":"row","events":7}',
  'From: a@b',
  '{"type":"example"}',
  '{"type":"example","rootCause":"a","mark":"b","explanation":null}',
  '{"type":"account","source":"a","part":"","records":1,"told":1,"silent":0,"suspicious":0,"leftOut":null}',
])('a line that is none of ours is refused: %s', (line) => expect(addLine(emptySummary(), line)).toBe(false));

describe('a row that was changed by hand', () => {
  const changed = (fields: object) => JSON.stringify({ type: 'row', ...row({}), ...fields });

  test.each([
    { lastSeen: 'gestern' },
    { firstSeen: '2026-13-41T09:00:00.000Z' },
    { waitUntil: '24.11.2026' },
    { lastSeen: 1791011022 },
    { action: 'bogus' },
    { action: 'constructor' },
    { kind: 'bounce' },
    { whoActs: undefined },
    { resend: 'soon' },
    { removeAddress: null },
    { trust: undefined },
    { confidence: 'sure' },
    { permanence: 'for ever' },
    { address: 7 },
    { source: null },
    { events: [7] },
  ])('is refused: %j', (fields) => expect(addLine(emptySummary(), changed(fields))).toBe(false));

  test.each([
    {},
    { permanence: null },
    { firstSeen: '2026-11-23T09:00:00Z', lastSeen: '2026-11-23T09:00:00.000Z' },
    { lastSeen: '+010000-01-01T00:00:00.000Z' },
    // A later version knows more of them.
    { cause: 'mailbox-moved', variant: 'to-the-moon' },
  ])('is taken where it still makes sense: %j', (fields) =>
    expect(addLine(emptySummary(), changed(fields))).toBe(true),
  );
});

test('an explanation comes back as it was, and one that was changed by hand is refused', async () => {
  const text = 'email,event,reason\nuser@example.com,bounce,550 5.1.1 User unknown\n';
  const summary = await summaryOf([{ name: 'a.csv', text }]);
  const again = emptySummary();
  for (const line of summaryLines(summary)) expect(addLine(again, line)).toBe(true);
  expect(told(again)).toBe(told(summary));
  const [[rootCause, example] = ['', exampleOf({} as Explanation)]] = summary.examples;
  const changed = { mark: example.mark, explanation: '{"recipients":[7]}' };
  expect(addLine(again, exampleLine(rootCause, changed))).toBe(false);
});

describe('rows of one person', () => {
  const early = { firstSeen: '2026-11-23T09:00:00.000Z', lastSeen: '2026-11-23T09:00:00.000Z' };
  const late = { firstSeen: '2026-11-24T09:00:00.000Z', lastSeen: '2026-11-24T09:00:00.000Z' };
  const id = { originalMessageId: '<1@example.org>' };

  test('a later delivery ends a failure', () => {
    const joined = joinRows(
      row({ ...id, ...early }),
      row({ ...id, ...late, action: 'delivered', events: ['f'] }),
    );
    expect(joined).toMatchObject({
      action: 'delivered',
      times: 2,
      firstSeen: early.firstSeen,
      lastSeen: late.lastSeen,
    });
  });

  test('a later failure ends a delivery: a server may take a mail and send it back', () =>
    expect(joinRows(row({ ...id, ...late }), row({ ...id, ...early, action: 'delivered' })).action).toBe(
      'failed',
    ));

  test('what became of another mail changes nothing', () => {
    const rows = [
      row({ ...id, ...early }),
      row({ originalMessageId: '<2@example.org>', ...late, action: 'delivered' }),
    ];
    expect(settled(rows).filter(hasArrived)).toHaveLength(1);
    expect(settled(rows)).toHaveLength(2);
  });

  test('a log and a bounce that name the same Message-ID are about one mail', () =>
    expect(
      settled([row({ ...id, mail: '4F1A2B', events: ['a'] }), row({ ...id, events: ['b'] })]),
    ).toMatchObject([{ times: 2, ...id }]));

  test('an export that knows only the campaign is about the mail of that campaign', () =>
    expect(
      settled([
        row({ ...id, campaign: 'Training A', events: ['a'] }),
        row({ campaign: 'Training A', mail: 'sg-1', events: ['b'], ...late, action: 'delivered' }),
      ]),
    ).toMatchObject([{ times: 2, action: 'delivered', ...id }]));

  test('of two mails of one campaign, it cannot be told which', () =>
    expect(
      settled([
        row({ ...id, campaign: 'Training A' }),
        row({ originalMessageId: '<2@example.org>', campaign: 'Training A' }),
        row({ campaign: 'Training A' }),
      ]),
    ).toHaveLength(3));

  test('bounces that name nobody stay apart', () =>
    expect(keyOf(row({ address: null, events: ['a'] }))).not.toBe(
      keyOf(row({ address: null, events: ['b'] })),
    ));
});

test('a click on some mail ends no failure', async () => {
  const text =
    'email,event,reason,timestamp\nuser@example.com,bounce,550 5.1.1 User unknown,1791011022\nuser@example.com,click,,1791011099\n';
  const summary = await summaryOf([{ name: 'a.csv', text }]);
  expect([...summary.rows].map(({ action }) => action)).toEqual(['failed']);
});

test('a file that is read twice tells nothing twice', async () => {
  const file = {
    name: 'a.csv',
    text: 'email,event,reason,timestamp\nuser@example.com,bounce,550 5.1.1 User unknown,1791011022\nuser@example.com,bounce,550 5.1.1 User unknown,1791011099\n',
  };
  const once = await summaryOf([file]);
  expect([...once.rows]).toMatchObject([{ times: 2 }]);
  expect(told(await summaryOf([file, file]))).toBe(told(once));
});
