import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/index-native.js';
import { filesInZip } from '../../../src/engine/archive/zip-entries';

const MAX = 64 * 1024 * 1024;

async function zip(
  files: Readonly<Record<string, string>>,
  options: { level?: number; dataDescriptor?: boolean } = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text), options);
  return writer.close();
}

/** What each file of an archive says, or why it is not read; and the reads that this took. */
async function read(bytes: Uint8Array) {
  const found: [name: string | null, textOrFault: string][] = [];
  const reads: number[] = [];
  const archive = {
    size: bytes.length,
    read: (at: number, length: number) => {
      reads.push(length);
      return Promise.resolve(bytes.slice(at, at + length));
    },
  };
  for await (const file of filesInZip(archive, MAX)) {
    if ('problem' in file) {
      found.push([file.name, file.problem.fault]);
      continue;
    }
    let text = '';
    try {
      for await (const chunk of file.chunks()) text += new TextDecoder().decode(chunk);
      found.push([file.name, text]);
    } catch (error) {
      found.push([file.name, (error as { fault?: string }).fault ?? String(error)]);
    }
  }
  return { found, reads };
}

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;

/** Where the marks of files, or of their lines in the list, stand. */
function placesOf(bytes: Uint8Array, mark: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return [...bytes.keys()].filter((at) => at + 4 <= bytes.length && view.getUint32(at, true) === mark);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
const TEXTS = { 'a.eml': 'one '.repeat(300), 'b.eml': 'two', 'c.eml': '' };

test.each([
  ['deflated', {}],
  ['stored', { level: 0 }],
  ['with their lengths behind them', { dataDescriptor: true }],
])('files that are %s', async (_, options) => {
  expect((await read(await zip(TEXTS, options))).found).toEqual(Object.entries(TEXTS));
});

test('an archive behind other bytes, as one that unpacks itself', async () => {
  const inner = await zip(TEXTS);
  const whole = new Uint8Array(5000 + inner.length);
  whole.set(inner, 5000);
  expect((await read(whole)).found).toEqual(Object.entries(TEXTS));
});

test('a file whose bytes reach into the next one is not read; the others are', async () => {
  const bytes = await zip({ 'a.eml': 'one', 'b.eml': 'two', 'c.eml': 'three' }, { level: 0 });
  const [, b = 0] = placesOf(bytes, LISTED);
  const view = viewOf(bytes);
  // Its length, packed and unpacked, in the list.
  view.setUint32(b + 20, 60, true);
  view.setUint32(b + 24, 60, true);
  expect((await read(bytes)).found).toEqual([
    ['a.eml', 'one'],
    ['b.eml', 'zip-bomb'],
    ['c.eml', 'three'],
  ]);
});

test('a file that is listed many times is read not once', async () => {
  const bytes = await zip({ 'a.eml': 'one', 'b.eml': 'two', 'c.eml': 'three' });
  const places = placesOf(bytes, LISTED);
  const view = viewOf(bytes);
  const [first = 0, second = 0] = places;
  view.setUint32(second + 42, view.getUint32(first + 42, true), true);
  expect((await read(bytes)).found).toEqual([
    ['a.eml', 'zip-bomb'],
    ['b.eml', 'zip-bomb'],
    ['c.eml', 'three'],
  ]);
});

test('a file that is not where the list says, or ends behind the archive, or too early', async () => {
  const bytes = await zip({ 'a.eml': 'one', 'b.eml': 'two', 'c.eml': 'three '.repeat(50) }, { level: 0 });
  const [a = 0, b = 0, c = 0] = placesOf(bytes, LISTED);
  const view = viewOf(bytes);
  const [local = 0] = placesOf(bytes, LOCAL);
  view.setUint32(local, 0, true);
  view.setUint32(b + 24, 4, true);
  view.setUint32(c + 20, 0x0fffffff, true);
  expect(a).toBeGreaterThan(0);
  expect((await read(bytes)).found.map(([, fault]) => fault)).toEqual([
    'broken-zip',
    'broken-zip',
    'broken-zip',
  ]);
});

test('damaged bytes cost one file', async () => {
  const bytes = await zip({ 'a.eml': 'one '.repeat(300), 'b.eml': 'two '.repeat(300) });
  const [local = 0] = placesOf(bytes, LOCAL);
  const start = local + 30 + 'a.eml'.length + viewOf(bytes).getUint16(local + 28, true);
  bytes.fill(0xff, start, start + 8);
  const { found } = await read(bytes);
  expect(found).toEqual([
    ['a.eml', 'broken-zip'],
    ['b.eml', 'two '.repeat(300)],
  ]);
});

test('more than was promised is not unpacked to its end', async () => {
  const bytes = await zip({ 'a.eml': 'a'.repeat(1_000_000) });
  const view = viewOf(bytes);
  for (const at of placesOf(bytes, LISTED)) view.setUint32(at + 24, 100_000, true);
  expect((await read(bytes)).found).toEqual([['a.eml', 'zip-bomb']]);
});

test('a large file comes in pieces, as much of it as was promised', async () => {
  const text = Array.from({ length: 300_000 }, (_, n) => (n * 104729).toString(36)).join(' ');
  const bytes = await zip({ 'all.mbox': text });
  expect((await read(bytes)).found).toEqual([['all.mbox', text]]);
  const view = viewOf(bytes);
  for (const at of placesOf(bytes, LISTED)) view.setUint32(at + 24, text.length - 100_000, true);
  const [[, fault] = []] = (await read(bytes)).found;
  expect(['zip-bomb', 'broken-zip']).toContain(fault);
});

test('ten times the files take ten times the reads at most, and few', async () => {
  // Each about 1 kB that packs badly.
  const text = (n: number) =>
    Array.from({ length: 150 }, (_, at) => (n * 7919 + at * 104729).toString(36)).join(' ');
  const many = (count: number) =>
    zip(Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.eml`, text(n)])));
  const [few, more] = [await read(await many(100)), await read(await many(1000))];
  expect(more.found).toHaveLength(1000);
  expect(more.found.every(([name, said]) => said === text(Number(name?.split('.')[0])))).toBe(true);
  expect(more.reads.length).toBeLessThanOrEqual(10 * few.reads.length);
  expect(more.reads.length).toBeLessThan(20);
});
