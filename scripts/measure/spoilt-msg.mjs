/** .msg files with some bytes, sectors or entries changed: where a compound file says what comes after what. */
import { createRequire } from 'node:module';

const loadTypescript = createRequire(import.meta.url)('../load-typescript.cjs');
const { outlookReport, returnedTraining, WORDS } = loadTypescript('../test/engine/mail/outlook-reports.ts');
const { writeMsg } = loadTypescript('../test/engine/mail/write-msg.ts');

const SECTOR = 512;
const ENTRY = 128;

/** Each with its tables' places; large streams and short ones. */
const seeds = [
  ...Object.values(WORDS).map((words) => outlookReport(words)),
  outlookReport(Object.values(WORDS)[0], {
    headers: `X-Long: ${'x'.repeat(9000)}`,
    html: new Uint8Array(Buffer.from(`<p>${'a'.repeat(6000)}</p>`)),
  }),
  returnedTraining,
].map((message) => {
  const bytes = writeMsg(message);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const placeOf = (sector) => (sector + 1) * SECTOR;
  return {
    bytes,
    fat: placeOf(view.getInt32(0x4c, true)),
    directory: placeOf(view.getInt32(0x30, true)),
    sectors: Math.floor(bytes.length / SECTOR) - 1,
  };
});

const writeInt = (bytes, at, value) => {
  if (at + 4 <= bytes.length)
    new DataView(bytes.buffer, bytes.byteOffset, bytes.length).setInt32(at, value, true);
};

/** Name → change in place, or other bytes. */
const changes = {
  'a byte anywhere': (bytes, { below }) => void (bytes[below(bytes.length)] = below(256)),
  'a sector follows another': (bytes, { below }, { fat, sectors }) =>
    writeInt(bytes, fat + 4 * below(sectors), below(sectors + 4) - 4),
  'a sector follows itself': (bytes, { below }, { fat, sectors }) => {
    const sector = below(sectors);
    writeInt(bytes, fat + 4 * sector, sector);
  },
  'an entry leads elsewhere': (bytes, { below, pick }, { directory }) =>
    writeInt(bytes, directory + ENTRY * below(40) + pick([0x44, 0x48, 0x4c]), below(42) - 1),
  'a stream begins elsewhere': (bytes, { below }, { directory, sectors }) =>
    writeInt(bytes, directory + ENTRY * below(40) + 0x74, below(sectors + 4) - 4),
  'a stream of another size': (bytes, { below, size }, { directory }) =>
    writeInt(bytes, directory + ENTRY * below(40) + 0x78, size(2 ** 31) - 2),
  'an entry of another type': (bytes, { below }, { directory }) =>
    void (bytes[Math.min(directory + ENTRY * below(40) + 0x42, bytes.length - 1)] = below(7)),
  'another header': (bytes, { below, pick, size }) =>
    writeInt(
      bytes,
      pick([0x1e, 0x20, 0x2c, 0x30, 0x38, 0x3c, 0x40, 0x44, 0x48, 0x4c]),
      size(2 ** 31) - below(5),
    ),
  'sectors in another order': (bytes, { below }, { sectors }) => {
    const [one, other] = [below(sectors), below(sectors)].map((sector) => (sector + 1) * SECTOR);
    const kept = bytes.slice(one, one + SECTOR);
    bytes.copyWithin(one, other, other + SECTOR);
    if (other < bytes.length) bytes.set(kept.subarray(0, bytes.length - other), other);
  },
  'a name of another property': (bytes, { below, pick }, { directory }) =>
    void (bytes[Math.min(directory + ENTRY * below(40) + below(64), bytes.length - 1)] = pick([
      48, 49, 65, 70, 0,
    ])),
  'cut off': (bytes, { below }) => bytes.slice(0, 8 + below(bytes.length - 8)),
  'ten times as long': (bytes) => {
    const long = new Uint8Array(bytes.length * 10);
    for (let n = 0; n < 10; n++) long.set(bytes, n * bytes.length);
    return long;
  },
};
const names = Object.keys(changes);

/** @returns `{ bytes, label }` */
export function spoiltMsg(luck) {
  const seed = luck.pick(seeds);
  let bytes = seed.bytes.slice();
  const applied = [];
  for (let times = 1 + luck.below(4); times > 0 && bytes.length > SECTOR; times--) {
    const name = luck.pick(names);
    applied.push(name);
    bytes = changes[name](bytes, luck, seed) ?? bytes;
  }
  return { bytes, label: `.msg: ${applied.join(', then ')}` };
}
