/** The threads that explain: how many there are, and what becomes of one that does not come back. */
import type { Explanation } from '../../src/engine';
import { ExplainThreads, type Answered, type Asked } from '../../src/panel/explain-threads';

/** A thread that answers when the test says so. */
class Played {
  onmessage: (event: { data: Answered }) => void = () => undefined;
  onerror: (event: { message: string }) => void = () => undefined;
  readonly asked: Asked[] = [];
  isEnded = false;
  postMessage(asked: Asked): void {
    this.asked.push(asked);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(subject: string): void {
    this.onmessage({ data: { explanation: { subject } as Explanation } });
  }
}

let started: Played[];
let threads: ExplainThreads;
beforeEach(() => {
  jest.useFakeTimers();
  started = [];
  threads = new ExplainThreads(() => {
    const played = new Played();
    started.push(played);
    return played as unknown as Worker;
  });
});
afterEach(() => jest.useRealTimers());

const at = (n: number) => {
  const thread = started[n];
  if (!thread) throw new Error(`no thread ${n}`);
  return thread;
};
const outcome = (explained: Promise<Explanation>) =>
  explained.then(
    ({ subject }) => subject,
    (error: unknown) => error,
  );
/** Lets all that was promised become true. */
const settle = () => jest.advanceTimersByTimeAsync(0);

test('one thread answers one input after the other', async () => {
  threads.prepare();
  const [first, second] = [outcome(threads.explain('a')), outcome(threads.explain('b'))];
  await settle();
  expect(at(0).asked.map(({ input }) => input)).toEqual(['a']);
  at(0).answer('of a');
  expect(await first).toBe('of a');
  await settle();
  at(0).answer('of b');
  expect(await second).toBe('of b');
  expect([started.length, at(0).isEnded]).toEqual([1, false]);
});

test('a fault of the input leaves the thread to the next', async () => {
  const first = outcome(threads.explain(''));
  await settle();
  at(0).onmessage({ data: { code: 'empty', message: 'no text' } });
  expect(await first).toMatchObject({ name: 'InputError', code: 'empty' });
  void threads.explain('b');
  await settle();
  expect([started.length, at(0).isEnded]).toEqual([1, false]);
});

test('a fault of ours is told as one', async () => {
  const first = outcome(threads.explain('a'));
  await settle();
  at(0).onmessage({ data: { code: null, message: 'a part did not load' } });
  expect(await first).toEqual(new Error('a part did not load'));
});

test('a thread that did not start is replaced by another', async () => {
  const first = outcome(threads.explain('a'));
  await settle();
  at(0).onerror({ message: '' });
  expect(await first).toEqual(new Error('the thread that reads mails did not start'));
  const second = outcome(threads.explain('b'));
  await settle();
  at(1).answer('of b');
  expect([await second, at(0).isEnded]).toEqual(['of b', true]);
});

test('a thread that does not come back is not waited for, and is ended', async () => {
  const endless = outcome(threads.explain('a'));
  const next = outcome(threads.explain('b'));
  await jest.advanceTimersByTimeAsync(1000);
  expect(started).toHaveLength(2);
  at(1).answer('of b');
  expect(await next).toBe('of b');
  await jest.advanceTimersByTimeAsync(19_000);
  expect(await endless).toMatchObject({ name: 'InputError', code: 'too-slow' });
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test('of two threads that have answered, one is kept', async () => {
  const [long, next] = [outcome(threads.explain('a')), outcome(threads.explain('b'))];
  await jest.advanceTimersByTimeAsync(1000);
  at(1).answer('of b');
  await next;
  at(0).answer('of a');
  expect(await long).toBe('of a');
  await settle();
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test('where no thread can be made, explaining says so, and the next input tries again', async () => {
  const refused = new Error('the page may start no thread');
  let isRefused = true;
  const wanted = new ExplainThreads(() => {
    if (isRefused) throw refused;
    const played = new Played();
    started.push(played);
    return played as unknown as Worker;
  });
  wanted.prepare();
  const [first, second] = [outcome(wanted.explain('a')), outcome(wanted.explain('b'))];
  await jest.advanceTimersByTimeAsync(1000);
  expect([await first, await second]).toEqual([refused, refused]);
  isRefused = false;
  const third = outcome(wanted.explain('c'));
  await settle();
  at(0).answer('of c');
  expect(await third).toBe('of c');
});
