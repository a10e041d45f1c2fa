import { gzipSync } from 'node:zlib';
import { gunzipped } from '../../../src/engine/archive/gunzip';

async function unpacked(bytes: Uint8Array, size = 1000): Promise<{ text: string; fault: string | null }> {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(new Uint8Array(bytes.subarray(at, at + size)));
  let text = '';
  try {
    for await (const part of gunzipped(chunks)) text += Buffer.from(part).toString();
  } catch (error) {
    return { text, fault: (error as { fault: string }).fault };
  }
  return { text, fault: null };
}

const FIRST = 'Nov 20 09:12:00 mx postfix/smtp[71]: 4F1A2B3: one\n'.repeat(50);
const SECOND = 'Nov 21 09:12:00 mx postfix/smtp[71]: 5F1A2B3: two\n';
const packed = (...texts: string[]) => new Uint8Array(Buffer.concat(texts.map((text) => gzipSync(text))));

test.each([1, 3, 7, 18, 19, 1000])(
  'parts put together are unpacked, cut to pieces of %i bytes',
  async (size) =>
    expect(await unpacked(packed(FIRST, '', SECOND), size)).toEqual({ text: FIRST + SECOND, fault: null }),
);

test('what stands before the damage is unpacked', async () => {
  const bytes = new Uint8Array([...packed(FIRST), ...new TextEncoder().encode('no packed bytes at all')]);
  expect(await unpacked(bytes)).toEqual({ text: FIRST, fault: 'broken-gzip' });
});

test('what was cut off says so', async () =>
  expect(await unpacked(packed(FIRST).subarray(0, 30))).toMatchObject({ fault: 'broken-gzip' }));

test('what is made to hurt is left alone, after a little of it', async () => {
  const { text, fault } = await unpacked(packed(' '.repeat(30_000_000)));
  expect(fault).toBe('zip-bomb');
  expect(text.length).toBeLessThan(1024 * 1024);
});
