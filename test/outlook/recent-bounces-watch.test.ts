/** @jest-environment jsdom */
import { DoorProblem } from '../../src/outlook/door';
import type { ListedMessage } from '../../src/outlook/graph/message-page';
import type { RecentBounce } from '../../src/outlook/recent-bounces';
import {
  LOOK_EVERY_MS,
  MIN_BETWEEN_MS,
  watchRecent,
  type RecentChange,
} from '../../src/outlook/recent-bounces-watch';

const message = (id: string, isRead: boolean, changedAt = '2026-11-26T10:00:00.000Z'): ListedMessage => ({
  id,
  subject: id,
  receivedAt: '2026-11-26T09:00:00.000Z',
  changedAt,
  isRead,
  from: '',
  recipients: [],
  messageClass: null,
});
const sourceOf = ({ id, isRead }: ListedMessage) => ({ id, isRead, name: id }) as RecentBounce;

let visible: DocumentVisibilityState;
let stop: () => void;
beforeEach(() => {
  jest.useFakeTimers();
  visible = 'visible';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visible });
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

function watch(known: ListedMessage[], newest: () => Promise<ListedMessage[]>) {
  const looks = jest.fn(newest);
  const changes: RecentChange[] = [];
  const problems: string[] = [];
  stop = watchRecent({
    door: { newest: looks, sourceOf },
    known: known.map(sourceOf),
    onChange: (change) => changes.push(change),
    onProblem: ({ code }) => problems.push(code),
  });
  return { looks, changes, problems };
}

const comeBack = async () => {
  await jest.advanceTimersByTimeAsync(MIN_BETWEEN_MS);
  window.dispatchEvent(new Event('focus'));
  await jest.advanceTimersByTimeAsync(0);
};

test('the bounce that turned from unread to read is told when the admin comes back', async () => {
  const { changes } = watch([message('a', false), message('b', true)], () =>
    Promise.resolve([message('new', false), message('a', true), message('b', true)]),
  );
  await comeBack();
  expect(changes.map(({ arrived, justRead }) => [arrived.map(({ id }) => id), justRead?.id])).toEqual([
    [['new'], 'a'],
  ]);
  await comeBack();
  expect(changes).toHaveLength(1);
});

test('of several, the one that was read last; a bounce that came in read is no such one', async () => {
  const { changes } = watch([message('a', false), message('b', false)], () =>
    Promise.resolve([
      message('c', true, '2026-11-26T10:09:00.000Z'),
      message('a', true, '2026-11-26T10:05:00.000Z'),
      message('b', true, '2026-11-26T10:07:00.000Z'),
    ]),
  );
  await comeBack();
  expect(changes[0]?.justRead?.id).toBe('b');
});

test('every ninety seconds while visible, never while hidden, at once when shown again', async () => {
  const { looks } = watch([], () => Promise.resolve([]));
  await jest.advanceTimersByTimeAsync(3 * LOOK_EVERY_MS + 10);
  expect(looks).toHaveBeenCalledTimes(3);
  visible = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  await jest.advanceTimersByTimeAsync(10 * LOOK_EVERY_MS);
  expect(looks).toHaveBeenCalledTimes(3);
  visible = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks).toHaveBeenCalledTimes(4);
});

test('after failures less often, also on focus; a success ends that', async () => {
  let fails = true;
  const { looks, problems } = watch([], () =>
    fails ? Promise.reject(new DoorProblem('graph-busy', '429')) : Promise.resolve([]),
  );
  await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS * (1 + 1 + 2) + 10);
  expect(looks).toHaveBeenCalledTimes(3);
  await comeBack();
  expect(looks).toHaveBeenCalledTimes(3);
  fails = false;
  await jest.advanceTimersByTimeAsync(4 * LOOK_EVERY_MS);
  expect(looks).toHaveBeenCalledTimes(4);
  await comeBack();
  expect(looks).toHaveBeenCalledTimes(5);
  expect(problems).toEqual(Array(3).fill('graph-busy'));
});

test('stopped: nothing more, not even from a look that is on its way', async () => {
  let finish: (messages: ListedMessage[]) => void = () => undefined;
  const { looks, changes } = watch([], () => new Promise((resolve) => (finish = resolve)));
  await comeBack();
  stop();
  finish([message('a', false)]);
  await jest.advanceTimersByTimeAsync(5 * LOOK_EVERY_MS);
  expect([looks.mock.calls.length, changes]).toEqual([1, []]);
});
