/**
 * Looks at a compound file (MS-CFB), which a .msg is, before its reader does: the reader follows each chain to its
 * end, and one changed byte makes a chain without one. Every step is counted; no sector may come twice.
 *
 *     header → DIFAT → FAT → directory → tree of entries → chain of each stream
 */
import { InputError } from '../input';

const END = -2;
const NONE = -1;
const HEADER = 512;
const ENTRY = 128;
const MINI = 64;
/** Streams that are shorter lie in the mini stream. */
const MINI_CUTOFF = 4096;
/** FAT sectors that the header itself names. */
const IN_HEADER = 109;
/** Folders in folders: a mail in a mail in a mail is six. */
const MAX_DEPTH = 40;
const [FOLDER, STREAM, ROOT] = [1, 2, 5];

interface Entry {
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** @throws InputError `broken-msg` where a chain has no end, a tree is none, or the streams do not fit the file */
export function checkCompoundFile(bytes: Uint8Array): void {
  new CompoundFile(bytes).check();
}

const broken = (what: string): never => {
  throw new InputError('broken-msg', `the .msg file is damaged: ${what}`);
};

class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  /** Sectors of the file, a cut one at its end included. */
  private readonly sectors: number;
  private fat: number[] = [];
  private miniFat: number[] = [];
  private readonly used: Uint8Array;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < HEADER) broken('its header is cut off');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.sectorSize = this.view.getUint8(30) === 12 ? 4096 : 512;
    this.sectors = Math.ceil(bytes.length / this.sectorSize);
    this.used = new Uint8Array(this.sectors);
  }

  check(): void {
    this.fat = this.fatSectors();
    this.miniFat = this.chain(this.int(0x3c), this.int(0x40), 'mini FAT');
    const entries = this.chain(this.int(0x30), this.sectors, 'directory').flatMap((sector) =>
      this.entriesIn(sector),
    );
    const root = entries[0];
    if (root === undefined || root.type !== ROOT) return broken('it has no root');
    this.checkTree(entries);
    this.chain(root.start, this.sectors, 'mini stream');
    this.checkStreams(entries);
  }

  private fatSectors(): number[] {
    const count = this.int(0x2c);
    const more = this.int(0x48);
    if (count < 0 || count > this.sectors || more < 0 || more > this.sectors)
      broken('it counts more than it holds');
    const found: number[] = [];
    for (let n = 0; n < Math.min(count, IN_HEADER); n++) found.push(this.int(0x4c + 4 * n));
    let sector = this.int(0x44);
    const perSector = this.sectorSize / 4 - 1;
    for (let n = 0; n < more && sector !== END && sector !== NONE; n++) {
      this.use(sector, 'DIFAT');
      for (let at = 0; at < perSector && found.length < count; at++) found.push(this.inSector(sector, at));
      sector = this.inSector(sector, perSector);
    }
    return found;
  }

  /** The sectors of a chain, each marked as used. */
  private chain(start: number, most: number, what: string): number[] {
    const found: number[] = [];
    for (let sector = start; sector !== END && sector !== NONE && found.length < most;) {
      this.use(sector, what);
      found.push(sector);
      sector = this.next(sector, this.fat);
    }
    return found;
  }

  private use(sector: number, what: string): void {
    if (sector < 0 || sector >= this.sectors) broken(`its ${what} leads out of the file`);
    if (this.used[sector] === 1) broken(`its ${what} has no end`);
    this.used[sector] = 1;
  }

  private next(sector: number, table: readonly number[]): number {
    const perSector = this.sectorSize / 4;
    const at = table[Math.floor(sector / perSector)];
    return at === undefined ? END : this.inSector(at, sector % perSector);
  }

  private entriesIn(sector: number): Entry[] {
    const start = (sector + 1) * this.sectorSize;
    return Array.from({ length: this.sectorSize / ENTRY }, (_, n) => {
      const at = start + n * ENTRY;
      return {
        type: at + 0x42 < this.bytes.length ? (this.bytes[at + 0x42] ?? 0) : 0,
        left: this.int(at + 0x44),
        right: this.int(at + 0x48),
        child: this.int(at + 0x4c),
        start: this.int(at + 0x74),
        size: this.int(at + 0x78),
      };
    });
  }

  /** Each entry hangs in one place; a folder's entries are a tree of their own. */
  private checkTree(entries: readonly Entry[]): void {
    const seen = new Uint8Array(entries.length);
    const waiting = [{ index: 0, depth: 0 }];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const { index, depth } = one;
      const entry = entries[index];
      if (entry === undefined || seen[index] === 1 || depth > MAX_DEPTH)
        return broken('its tree of entries is none');
      seen[index] = 1;
      const isFolder = entry.type === FOLDER || entry.type === ROOT;
      if (index !== 0)
        for (const side of [entry.left, entry.right]) if (side !== NONE) waiting.push({ index: side, depth });
      if (isFolder && entry.child !== NONE) waiting.push({ index: entry.child, depth: depth + 1 });
    }
  }

  private checkStreams(entries: readonly Entry[]): void {
    const usedMini = new Uint8Array(Math.ceil(this.bytes.length / MINI));
    let total = 0;
    for (const { type, start, size } of entries) {
      // What claims to be larger than its file is not read.
      if (type !== STREAM || size === 0 || size < 0 || size > this.bytes.length) continue;
      total += size;
      if (total > this.bytes.length * 2) broken('its streams are larger than the file');
      if (size >= MINI_CUTOFF) this.chain(start, Math.ceil(size / this.sectorSize), 'stream');
      else
        for (let at = start; at !== END; at = this.next(at, this.miniFat)) {
          if (at < 0 || at >= usedMini.length || usedMini[at] === 1) broken('a short stream has no end');
          usedMini[at] = 1;
        }
    }
  }

  private inSector(sector: number, at: number): number {
    return this.int((sector + 1) * this.sectorSize + 4 * at);
  }

  /** Four bytes; what lies beyond the file ends every chain. */
  private int(at: number): number {
    return at >= 0 && at + 4 <= this.bytes.length ? this.view.getInt32(at, true) : END;
  }
}
