import { CallDispatcher, CallError, RawAnswer } from '../../host/protocol/call-dispatcher';

const dispatcher = new CallDispatcher(
  new Map<number | string, (params: unknown) => unknown>([
    [1, (params) => ({ echo: params })],
    [
      2,
      () => {
        throw new CallError(9020, 'no');
      },
    ],
    [
      3,
      () => {
        throw new Error('a bug');
      },
    ],
    [4, () => new RawAnswer({ own: 'form' })],
  ]),
);
beforeEach(() => dispatcher.restore());

test.each([
  ['data', 1, { error: false, wasSuccessful: true, data: { echo: 'x' } }],
  ['a failure with its code', 2, { error: true, wasSuccessful: false, errorCode: 9020, errorMessage: 'no' }],
  ['a bug as an internal error', 3, { error: true, errorCode: 5001 }],
  ['an answer with a form of its own', 4, { own: 'form' }],
  ['an unknown call as a host error', 99, { error: true, errorCode: 5000 }],
])('answers %s', async (_what, id, answer) => {
  expect(await dispatcher.answer(id, 'x')).toMatchObject(answer);
});

test('mute: no answer, until restored', async () => {
  dispatcher.mute(1);
  expect(await dispatcher.answer(1, 'x')).toBeNull();
  dispatcher.restore(1);
  expect(await dispatcher.answer(1, 'x')).toMatchObject({ error: false });
});

test('fail: that call with that code, no other call', async () => {
  dispatcher.fail(1, 7000);
  expect(await dispatcher.answer(1, 'x')).toMatchObject({ error: true, errorCode: 7000 });
  expect(await dispatcher.answer(4, 'x')).toEqual({ own: 'form' });
});

test('delay: the answer is made when asked', async () => {
  let selected = 'old';
  const late = new CallDispatcher(new Map([[1, () => selected]]));
  late.delay(1, 20);
  const answer = late.answer(1, undefined);
  selected = 'new';
  expect(await answer).toMatchObject({ data: 'old' });
});
