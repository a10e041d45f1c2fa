import { call } from '../../src/outlook/call';

const result = (fields: object) => fields as unknown as Office.AsyncResult<string>;

it('gives the value of a call that succeeds', async () => {
  await expect(
    call<string>('getAsFileAsync', (done) => done(result({ status: 'succeeded', value: 'text' }))),
  ).resolves.toBe('text');
});

it('rejects with the code and name of a call that fails', async () => {
  const error = { code: 9020, name: 'GenericResponseError', message: 'An internal error has occurred.' };
  await expect(
    call<string>('getAsFileAsync', (done) => done(result({ status: 'failed', error }))),
  ).rejects.toMatchObject({
    code: 'refused',
    detail: 'getAsFileAsync: 9020 GenericResponseError An internal error has occurred.',
  });
});

it('rejects when the call throws or fails without a reason', async () => {
  const thrown = call<string>('getAsFileAsync', () => {
    throw new TypeError('item is null');
  });
  await expect(thrown).rejects.toMatchObject({
    code: 'refused',
    detail: 'getAsFileAsync: TypeError item is null',
  });
  await expect(
    call<string>('getAsFileAsync', (done) => done(result({ status: 'failed' }))),
  ).rejects.toMatchObject({
    detail: 'getAsFileAsync: no reason given',
  });
});

it('rejects when the call never calls back, and ignores an answer after that', async () => {
  let late: (answer: Office.AsyncResult<string>) => void = () => undefined;
  const answer = call<string>('getAsFileAsync', (done) => (late = done), 10);
  await expect(answer).rejects.toMatchObject({ code: 'no-answer' });
  late(result({ status: 'succeeded', value: 'too late' }));
});
