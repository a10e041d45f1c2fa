import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { TemporaryFile } from '../../src/cli/temporary-file';

const folder = mkdtempSync(join(tmpdir(), 'temporary-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const made = () =>
  new TemporaryFile(folder, (error) => {
    throw error as Error;
  });

test('texts come back as they were, from wherever they stand', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '"', '\n', 'a\nb', '["a",1]', '\ud800', 'é🙂'),
    // Longer than what is read at once, with characters that are cut by its end.
    fc.nat(3).map((shift) => 'x'.repeat(shift) + '🙂é'.repeat(12_000)),
  );
  const file = made();
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { maxLength: 5 }), { maxLength: 5 }), (writes) => {
      const places = writes.map((texts) => file.write(texts));
      const again = places.map((place) => place && [...file.read(place)]);
      expect(again).toEqual(writes);
    }),
    { numRuns: 100 },
  );
  file.close();
});

test('many places are read side by side', () => {
  const file = made();
  const all = [0, 1, 2].map((n) =>
    Array.from({ length: 3_000 }, (_, at) => `${n} of ${at} ${'.'.repeat(20)}`),
  );
  const readers = all.map((texts) => file.read(file.write(texts) ?? { start: 0, end: 0 })[Symbol.iterator]());
  const read = all.map((): string[] => []);
  for (let at = 0; at < 3_000; at++)
    for (const [n, reader] of readers.entries()) read[n]?.push(reader.next().value as string);
  expect(read).toEqual(all);
  file.close();
});

test('nothing is left of it', () => {
  const file = made();
  file.write(['a']);
  // Windows removes it when it is closed.
  if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
  file.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there is told once, and what was to be written is refused', () => {
  const told: string[] = [];
  const file = new TemporaryFile(join(folder, 'missing'), (error) => told.push(String(error)));
  expect([file.write(['a']), file.write(['b'])]).toEqual([null, null]);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('ENOENT');
  file.close();
});

test('where no more can be written, what stands there can be read', () => {
  const told: unknown[] = [];
  const file = new TemporaryFile(folder, (error) => told.push(error));
  const place = file.write(['a', 'b']);
  const full = new Error('full');
  const cut = function* () {
    yield 'c'.repeat(100_000);
    throw full;
  };
  expect(file.write(cut())).toBeNull();
  expect(told).toEqual([full]);
  expect(place && [...file.read(place)]).toEqual(['a', 'b']);
  file.close();
});
