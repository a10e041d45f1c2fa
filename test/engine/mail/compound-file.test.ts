import { explain, InputError } from '../../../src/engine';
import { mulberry32 } from '../random';
import { writeMsg } from './write-msg';

const whole = writeMsg({
  class: 'REPORT.IPM.Note.NDR',
  subject: 'Undeliverable: Your training is waiting',
  headers: `X-Long: ${'x'.repeat(9000)}`,
  html: new TextEncoder().encode(`<p>${'a'.repeat(6000)}</p>`),
  body: 'Delivery has failed',
  recipients: [{ smtpAddress: 'user@example.com', supplementaryInfo: '550 5.1.1 unknown' }],
});
const view = new DataView(whole.buffer, whole.byteOffset, whole.length);
const SECTOR = 512;
const FAT = (view.getInt32(0x4c, true) + 1) * SECTOR;
const DIRECTORY = (view.getInt32(0x30, true) + 1) * SECTOR;
const changed = (at: number, value: number) => {
  const bytes = whole.slice();
  new DataView(bytes.buffer).setInt32(at, value, true);
  return bytes;
};
/** Read, or refused in words. */
const answer = async (bytes: Uint8Array) =>
  explain(bytes).then(
    ({ kind }) => kind,
    (error: unknown) => (error instanceof InputError ? error.code : error),
  );

test('a whole file is read', async () => expect(await answer(whole)).toBe('failure'));

const sectors = Math.floor(whole.length / SECTOR) - 1;
test.each(Array.from({ length: sectors }, (_, n) => n))('sector %d names itself as the next', async (n) => {
  expect(['broken-msg', 'failure', 'not-a-report']).toContain(await answer(changed(FAT + 4 * n, n)));
});
test.each(Array.from({ length: 40 }, (_, n) => n))(
  'entry %d is its own neighbour, or its own folder',
  async (n) => {
    for (const field of [0x44, 0x48, 0x4c])
      expect(['broken-msg', 'failure', 'not-a-report']).toContain(
        await answer(changed(DIRECTORY + 128 * n + field, n)),
      );
  },
);
test('a directory without an end is refused', async () => {
  const first = view.getInt32(0x30, true);
  expect(await answer(changed(FAT + 4 * first, first))).toBe('broken-msg');
});
test.each([0x2c, 0x30, 0x3c, 0x40, 0x44, 0x48])('the header says anything at %d', async (at) => {
  for (const value of [-1, 0, 1, 7, 0x7fffffff, -0x80000000])
    expect(typeof (await answer(changed(at, value)))).toBe('string');
});
test('a file that is cut off anywhere', async () => {
  for (let length = 8; length < whole.length; length += 300)
    expect(typeof (await answer(whole.slice(0, length)))).toBe('string');
});

test('400 files with some bytes changed: none hangs, none throws anything but words', async () => {
  const next = mulberry32(5);
  const below = (limit: number) => Math.floor(next() * limit);
  for (let n = 0; n < 400; n++) {
    const bytes = whole.slice();
    for (let times = 1 + below(6); times > 0; times--) {
      const at =
        next() < 0.5 ? FAT + below(SECTOR) : next() < 0.7 ? DIRECTORY + below(2048) : below(whole.length);
      bytes[at] = below(3) === 0 ? below(256) : below(12);
    }
    expect(typeof (await answer(bytes))).toBe('string');
  }
});
