/** Files that were chosen on the page, as they come → files to read; rows of a former run are told apart. */
import type { OpenFile } from '../../campaign/reading/open-file';
import { anywhereIn } from '../../engine/archive/bytes-anywhere';
import { chunksOf } from '../../engine/archive/stream-chunks';
import type { Chosen, ChosenFile } from '../protocol';

/** Files come in portions, while those before them are read. */
export class FileQueue {
  private readonly files: Chosen[] = [];
  private isWhole = false;
  private wake: () => void = () => undefined;

  add(files: readonly Chosen[], isLast: boolean): void {
    for (const file of files) this.files.push(file);
    this.isWhole ||= isLast;
    this.wake();
  }

  /** No more are handed out. */
  end(): void {
    this.files.length = 0;
    this.isWhole = true;
    this.wake();
  }

  async *take(): AsyncGenerator<Chosen> {
    for (;;) {
      const next = this.files.shift();
      if (next) yield next;
      else if (this.isWhole) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

export const openFile = ({ file, path, root }: ChosenFile): OpenFile => ({
  name: path,
  root,
  chunks: chunksOf(file.stream()),
  anywhere: anywhereIn(file),
});

const FORMER_ROWS = /^\s*\{"type":"(?:row|example|account)"/;
const START_BYTES = 100;

/** Was it written by a run before: `rows.jsonl`? */
export async function isFormerRun({ file }: ChosenFile): Promise<boolean> {
  return FORMER_ROWS.test(await file.slice(0, START_BYTES).text());
}
