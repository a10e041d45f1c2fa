import { recordOf, type DeliveryRecord } from '../../../src/engine/record/record';
import { mergeRecords } from '../../../src/engine/record/merge';

const A = 'a@example.com';
const B = 'b@example.com';
const merge = (lists: Partial<DeliveryRecord>[][], failed: string[] = []) =>
  mergeRecords(
    lists.map((list) => list.map(recordOf)),
    () => failed,
  );

describe('with a status part', () => {
  test('its recipients are the answer; prose adds none', () => {
    expect(merge([[{ address: A, status: '5.1.1' }], [{ address: B, status: '5.2.2' }]])).toEqual([
      recordOf({ address: A, status: '5.1.1' }),
    ]);
  });

  test('the text about the same address fills the gaps, and only the gaps', () => {
    const [one] = merge([
      [{ address: A, status: '5.1.1', diagnostic: 'said' }],
      [{ address: A, status: '5.2.2', replyCode: '552', diagnostic: 'other', remoteMta: 'mx', prose: 'why' }],
    ]);
    expect(one).toEqual(
      recordOf({ address: A, status: '5.1.1', diagnostic: 'said', remoteMta: 'mx', prose: 'why' }),
    );
  });

  test('a reply code comes along where the status is the same', () => {
    const [one] = merge([
      [{ address: A, status: '5.1.1' }],
      [{ address: A, status: '5.1.1', replyCode: '550' }],
    ]);
    expect(one?.replyCode).toBe('550');
  });

  test('a general status gives way to a finer one', () => {
    const [one] = merge([
      [{ address: A, status: '5.0.0' }],
      [{ address: A, status: '5.2.2', replyCode: '552' }],
    ]);
    expect(one).toMatchObject({ status: '5.2.2', replyCode: '552' });
  });

  test('with one recipient, an answer that names nobody is about that one', () => {
    const [one] = merge([[{ address: A }], [{ diagnostic: '550 no', replyCode: '550' }]]);
    expect(one).toMatchObject({ address: A, diagnostic: '550 no', replyCode: '550' });
  });

  test('with two, it is about nobody', () => {
    const both = merge([[{ address: A }, { address: B }], [{ diagnostic: '550 no', replyCode: '550' }]]);
    expect(both).toEqual([recordOf({ address: A }), recordOf({ address: B })]);
  });

  test('the same recipient twice is one', () => {
    expect(
      merge([
        [
          { address: A, action: 'failed' },
          { address: A, status: '5.1.1' },
        ],
      ]),
    ).toEqual([recordOf({ address: A, action: 'failed', status: '5.1.1' })]);
  });
});

describe('without a status part', () => {
  test('the reader that comes first comes first', () => {
    expect(
      merge([[], [{ address: A, diagnostic: 'one' }], [{ address: A, diagnostic: 'two' }]]),
    ).toMatchObject([{ address: A, diagnostic: 'one' }]);
  });

  test('a status comes from no other answer', () => {
    const [one] = merge([[], [{ address: A, replyCode: '550' }], [{ replyCode: '554', status: '5.0.0' }]]);
    expect(one).toMatchObject({ replyCode: '550', status: null });
  });

  test('a nameless answer goes to the one address', () => {
    expect(merge([[], [{ address: A }], [{ diagnostic: '550 no', replyCode: '550' }]])).toMatchObject([
      { address: A, diagnostic: '550 no', replyCode: '550' },
    ]);
  });

  test('a nameless answer goes to no address of several', () => {
    expect(merge([[], [{ address: A }, { address: B }], [{ diagnostic: '550 no' }]])).toEqual([
      recordOf({ address: A }),
      recordOf({ address: B }),
    ]);
  });

  test('a nameless answer goes to the addresses that a field names', () => {
    expect(merge([[], [{ diagnostic: '550 no', replyCode: '550' }]], [A, B])).toMatchObject([
      { address: A, diagnostic: '550 no' },
      { address: B, diagnostic: '550 no' },
    ]);
  });

  test('a nameless answer alone stays nameless', () => {
    expect(merge([[], [{ diagnostic: '550 no' }]])).toEqual([recordOf({ diagnostic: '550 no' })]);
  });

  test('nothing at all is nothing', () => expect(merge([[], []])).toEqual([]));
  test('nothing but the addresses of a field are these', () => {
    expect(merge([[], []], [A])).toEqual([recordOf({ address: A })]);
  });
});
