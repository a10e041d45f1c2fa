import fc from 'fast-check';
import { EventText } from '../../src/campaign/event-text';
import type { Row } from '../../src/campaign/row';
import { row, storeOf } from './made-rows';

const anyText = fc.oneof(
  fc.constantFrom(null, '', '\u0000', '<a@example.com>: no', 'a@example.com', '550 5.1.1 no', '$& "\\\ud800'),
  fc.string({ maxLength: 5 }),
);
const anyRow = fc.record({
  address: fc.constantFrom('a@example.com', 'b@example.com', 'é@example.com', '', null),
  mail: anyText,
  originalMessageId: anyText,
  waitUntil: anyText,
  smtpReply: anyText,
  status: anyText,
  diagnostic: anyText,
  evidence: anyText,
  provider: anyText,
  campaign: anyText,
  firstSeen: anyText,
  lastSeen: anyText,
  rootCause: anyText.map((text) => text ?? ''),
  source: fc.constantFrom('a.csv:2', 'C:\\a.csv:17', 'a.csv', ''),
});

test('a row comes back as it was kept, however often its texts came before', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (fields) => {
      // Rows of different events are of different mails where nobody is named.
      const rows = fields.map((own, n) => row({ ...own, mail: `${n} ${own.mail}` } as Partial<Row>));
      const again = new Map([...storeOf(rows)].map((one) => [one.mail, one]));
      expect(rows.map(({ mail }) => again.get(mail))).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('a copy grows by itself', () => {
  const store = storeOf([row({ events: ['a'] }), row({ events: ['b'] })]);
  const copy = store.copy();
  copy.add(row({ events: ['c'] }));
  copy.add(row({ address: 'z@example.com' }));
  expect([...store]).toMatchObject([{ times: 2, events: ['a', 'b'] }]);
  expect([...copy]).toMatchObject([{ times: 3, events: ['a', 'b', 'c'] }, { address: 'z@example.com' }]);
});

test('tellings are kept once each, in the memory of those that differ', () => {
  const text = new EventText();
  for (let n = 0; n < 10_000; n++) text.add([`e${n % 100}`]);
  expect(text.events()).toHaveLength(100);
  expect(text.length).toBeLessThan(2_000);
});

test('a person who is told of again and again takes no more time for each', () => {
  let looks = 0;
  class Counted extends EventText {
    override events(): string[] {
      looks++;
      return super.events();
    }
  }
  const text = new Counted();
  for (let n = 0; n < 100_000; n++) text.add([`event${n}`]);
  expect(looks).toBeLessThan(20);
  expect(text.events()).toHaveLength(100_000);
});
