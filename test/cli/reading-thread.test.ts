import { Worker } from 'node:worker_threads';
import { OutOfMemory } from '../../src/cli/out-of-memory';
import { ReadingThread } from '../../src/cli/reading-thread';

// The limit is the processor's time, of which a busy machine gives little.
jest.setTimeout(60_000);

/** Plays a reader whose libraries do what their file is called. */
const PLAYED = `
  const { parentPort } = require('node:worker_threads');
  let answered = 0;
  parentPort.on('message', ({ name, bytes }) => {
    if (name === 'hangs') for (;;);
    if (name === 'takes all memory') for (const all = []; ; ) all.push(new Array(1e5).fill(name));
    if (name === 'throws') throw new Error('from a callback of a library');
    if (name === 'exits') process.exit(3);
    if (name === 'waits') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, bytes.length);
    answered++;
    parentPort.postMessage({ printed: name + ' ' + bytes.length + ' ' + answered, warnings: [], problem: null });
  });`;

let started = 0;
const play = () => {
  started++;
  return new Worker(PLAYED, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
};
const file = (name: string, bytes = new Uint8Array(3)) => ({ name, bytes });
const outcome = (read: Promise<{ printed: string | null }>) =>
  read.then(
    ({ printed }) => printed,
    (error: unknown) => error,
  );

const LIMIT_MS = 2000;
/** What is no matter of time must not be decided by it: memory is long cleared before it is given up. */
const LONG_MS = 40_000;
let thread: ReadingThread<ReturnType<typeof file>, { printed: string | null }>;
beforeEach(() => {
  started = 0;
  thread = new ReadingThread(play, LIMIT_MS);
});
afterEach(() => thread.end());

test('one thread answers all files', async () => {
  for (const n of [1, 2, 3]) expect(await outcome(thread.read(file('a.eml')))).toBe(`a.eml 3 ${n}`);
  expect(started).toBe(1);
});

test.each<[string, unknown]>([
  ['hangs', expect.objectContaining({ name: 'InputError', code: 'too-slow' })],
  ['takes all memory', expect.any(OutOfMemory)],
  ['throws', expect.objectContaining({ message: 'from a callback of a library' })],
  ['exits', expect.any(Error)],
])('a file whose reader %s is given up, and the next is read by a new thread', async (name, expected) => {
  if (name !== 'hangs') thread = new ReadingThread(play, LONG_MS);
  expect(await outcome(thread.read(file('a.eml')))).toBe('a.eml 3 1');
  expect(await outcome(thread.read(file(name)))).toEqual(expected);
  expect(await outcome(thread.read(file('b.eml')))).toBe('b.eml 3 1');
  expect(started).toBe(2);
});

test('a thread that waits for a busy machine is given more time', async () => {
  const milliseconds = 2500;
  expect(await outcome(thread.read(file('waits', new Uint8Array(milliseconds))))).toBe(
    `waits ${milliseconds} 1`,
  );
});

test('mails that share their memory are handed over one by one', async () => {
  const mbox = new Uint8Array(100);
  expect(await outcome(thread.read(file('a', mbox.subarray(0, 40))))).toBe('a 40 1');
  expect(await outcome(thread.read(file('b', mbox.subarray(40))))).toBe('b 60 2');
  expect(mbox).toHaveLength(100);
});

test('a thread that was ended gives up what it reads, and nothing starts another', async () => {
  const endless = outcome(thread.read(file('hangs')));
  await thread.end();
  expect(await endless).toEqual(expect.any(Error));
  expect(await outcome(thread.read(file('a.eml')))).toEqual(expect.any(Error));
  expect(started).toBe(1);
});
