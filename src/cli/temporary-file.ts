/** Rows of a long run, in a file of the system's folder for temporary files that nobody else can read. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { inBlocks } from '../campaign/blocks';
import type { SpilledTexts, SpillFile } from '../campaign/spill';

/** Bytes that are read at once, of each place that is read. */
const READ = 16 * 1024;
/** What a line of the file can hold as it is. */
const PLAIN = /^[^"\n\ud800-\udfff][^\n\ud800-\udfff]*$/;

export class TemporaryFile implements SpillFile {
  private folder: string | null = null;
  private file: number | null = null;
  private end = 0;
  private isRefused = false;

  /**
   * @param parent where it is made, with a folder of its own
   * @param onRefused told once, where the file cannot be made or takes no more; nothing is lost then
   */
  constructor(
    private readonly parent: string,
    private readonly onRefused: (error: unknown) => void,
  ) {}

  write(texts: Iterable<string>): SpilledTexts | null {
    if (this.isRefused) return null;
    const start = this.end;
    try {
      const file = (this.file ??= this.open());
      let end = start;
      for (const block of inBlocks(linesOf(texts))) end += writeAll(file, Buffer.from(block), end);
      this.end = end;
      return { start, end };
    } catch (error) {
      this.isRefused = true;
      this.onRefused(error);
      return null;
    }
  }

  *read({ start, end }: SpilledTexts): Generator<string> {
    if (this.file === null) return;
    const decoder = new StringDecoder('utf8');
    const bytes = Buffer.allocUnsafe(READ);
    let open: string[] = [];
    for (let at = start; at < end;) {
      const count = readSync(this.file, bytes, 0, Math.min(READ, end - at), at);
      if (count === 0) throw new Error(`the file for rows in ${this.parent} was cut`);
      at += count;
      const [first = '', ...others] = decoder.write(bytes.subarray(0, count)).split('\n');
      open.push(first);
      const last = others.pop();
      if (last === undefined) continue;
      yield textOf(open.join(''));
      for (const line of others) yield textOf(line);
      open = [last];
    }
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    this.remove();
  }

  private open(): number {
    this.folder = mkdtempSync(join(this.parent, 'ndr-explain-'));
    const file = openSync(join(this.folder, 'rows'), 'wx+', 0o600);
    // Its name goes at once, where the system allows it: the file is gone then however this run ends.
    this.remove();
    return file;
  }

  private remove(): void {
    if (this.folder === null) return;
    try {
      rmSync(this.folder, { recursive: true });
      this.folder = null;
    } catch {
      // Windows keeps it until it is closed.
    }
  }
}

function* linesOf(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${PLAIN.test(text) ? text : JSON.stringify(text)}\n`;
}

const textOf = (line: string): string => (line.startsWith('"') ? (JSON.parse(line) as string) : line);

/** @returns how many bytes that were */
function writeAll(file: number, bytes: Buffer, at: number): number {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
  return bytes.length;
}
