import { recordOf, type DeliveryRecord } from '../../../src/engine/record/record';
import { lastWords } from '../../../src/engine/record/last-words';

const one = (address: string | null, fields: Partial<DeliveryRecord> = {}) =>
  recordOf({ address, ...fields });
const actions = (records: DeliveryRecord[]) =>
  lastWords(records).map(({ address, action }) => [address, action]);

test('what became of a mail in the end counts', () =>
  expect(
    actions([
      one('a@example.com', { action: 'delayed' }),
      one('b@example.com', { action: 'delayed' }),
      one('a@example.com', { action: 'delivered' }),
      one('b@example.com', { action: 'failed' }),
    ]),
  ).toEqual([
    ['a@example.com', 'delivered'],
    ['b@example.com', 'failed'],
  ]));

test('a line that says nothing of it does not take away what was said', () =>
  expect(lastWords([one('a@example.com', { replyCode: '550' }), one('a@example.com')])).toEqual([
    one('a@example.com', { replyCode: '550' }),
  ]));

test('what names nobody stays', () => expect(lastWords([one(null), one(null)])).toHaveLength(2));
