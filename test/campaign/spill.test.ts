/** Many rows are put into a file: what is told of them must be what is told of rows in memory. */
import fc from 'fast-check';
import { listFiles } from '../../src/campaign/lists';
import { summaryLines } from '../../src/campaign/lines';
import { compareRows, repeatOffenders } from '../../src/campaign/over-time';
import { settled } from '../../src/campaign/people';
import type { Row } from '../../src/campaign/row';
import { Spill } from '../../src/campaign/spill';
import { emptySummary, merge, type Summary } from '../../src/campaign/summary';
import { toSummaryJson } from '../../src/campaign/summary-json';
import { overviewOf } from '../../src/campaign/things-to-do';
import { loadWords, type Words } from '../../src/engine';
import { row } from './made-rows';
import { MemoryFile, memorySpill } from './memory-spill';

let words: Words;
beforeAll(async () => {
  words = await loadWords('en');
});

const ofFew = <Value>(...values: Value[]) => fc.constantFrom(...values);
const anyRow: fc.Arbitrary<Row> = fc
  .record({
    address: ofFew(
      'a@example.com',
      'b@example.net',
      'c!@example.com',
      'c"@example.com',
      'é@example.com',
      null,
    ),
    action: ofFew('failed', 'failed', 'delayed', 'delivered'),
    cause: ofFew('recipient-unknown', 'mailbox-full', 'policy-rule'),
    mail: ofFew(null, 'q1', 'q2'),
    originalMessageId: ofFew(null, '<1@example.org>'),
    campaign: ofFew(null, 'Training A', 'Training B'),
    lastSeen: ofFew(null, '2026-11-23T09:00:00.000Z', '2026-11-24T09:00:00.000Z'),
    rootCause: ofFew('wrong-addresses', 'policy-rule | example.com'),
    event: fc.stringMatching(/^[a-d]{1,2}$/),
  })
  .map(({ event, ...fields }) => row({ ...fields, events: [event] } as Partial<Row>));
const anyRows = fc.array(anyRow, { maxLength: 40 });
/** From each row by itself to nearly all of them together. */
const anySize = fc.integer({ min: 0, max: 6_000 });

const summaryOf = (rows: readonly Row[], spill: Spill | null): Summary => {
  const summary = emptySummary(spill);
  for (const one of rows) summary.rows.add(one);
  return summary;
};
const context = { ownDomains: ['example.com'] };

/** All that is told of a summary. */
function told(summary: Summary) {
  const overview = overviewOf(summary);
  return {
    lines: [...summaryLines(summary)],
    json: toSummaryJson(overview, words),
    rows: [...overview.rows],
    last: overview.rows.at(overview.rows.length - 1),
    beyond: overview.rows.at(overview.rows.length),
    things: overview.things.map(({ rows, ...thing }) => ({ ...thing, rows: [...rows], count: rows.length })),
    files: Array.from(listFiles(overview, summary, context, words), ({ name, parts }) => [
      name,
      [...parts].join(''),
    ]),
  };
}

test('a summary tells the same', () => {
  fc.assert(
    fc.property(anyRows, anySize, (rows, size) => {
      expect(told(summaryOf(rows, memorySpill(size)))).toEqual(told(summaryOf(rows, null)));
    }),
    { numRuns: 300 },
  );
});

test('so do two that are merged, of which each stays as it was', () => {
  fc.assert(
    fc.property(anyRows, anyRows, anySize, (one, other, size) => {
      const spill = memorySpill(size);
      const [a, b] = [summaryOf(one, spill), summaryOf(other, spill)];
      const both = [...summaryLines(merge(summaryOf(one, null), summaryOf(other, null)))];
      expect([...summaryLines(merge(a, b))]).toEqual(both);
      expect([...summaryLines(merge(b, a))]).toEqual(both);
      expect([...summaryLines(a)]).toEqual([...summaryLines(summaryOf(one, null))]);
    }),
    { numRuns: 300 },
  );
});

test('so does a comparison', () => {
  const compared = (before: Summary, now: Summary, spill: Spill | null) => {
    const lists = compareRows(settled(before.rows), settled(now.rows), spill);
    return {
      ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]])),
      repeated: [...repeatOffenders(merge(before, now).rows)],
    };
  };
  fc.assert(
    fc.property(anyRows, anyRows, anySize, (one, other, size) => {
      const spill = memorySpill(size);
      expect(compared(summaryOf(one, spill), summaryOf(other, spill), spill)).toEqual(
        compared(summaryOf(one, null), summaryOf(other, null), null),
      );
    }),
    { numRuns: 300 },
  );
});

test('memory holds no more than it is given, however many rows come', () => {
  const file = new MemoryFile();
  const summary = emptySummary(new Spill(file, 20_000));
  for (let n = 0; n < 2_000; n++)
    summary.rows.add(row({ address: `user${n}@example.com`, diagnostic: `550 no mailbox ${n}` }));
  expect(file.written.length).toBeGreaterThan(10);
  expect(Math.max(...file.written)).toBeLessThan(21_000);
  expect([...summary.rows]).toHaveLength(2_000);
});
