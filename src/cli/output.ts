/** What the command writes to its two outputs. */
import { once } from 'node:events';
import { inBlocks } from '../campaign/blocks';
import { plain } from './report';

const unread = new Set<NodeJS.WriteStream>();
let leave = (): void => process.exit();

/** @param act what is done when nobody reads standard output any more; until it is named, the command ends then */
export function whenUnread(act: () => void): void {
  leave = act;
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no error, and the rest is written to nobody. */
export function letReadersLeave(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (!isClosedPipe(error)) throw error;
      unread.add(stream);
      if (stream === process.stdout) leave();
    });
}

const isClosedPipe = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

/**
 * Waits for a reader that is slower than we are: what is not taken yet must not gather in memory.
 * @returns is anybody still reading?
 */
export async function print(text: string): Promise<boolean> {
  if (unread.has(process.stdout)) return false;
  try {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    return true;
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
    return false;
  }
}

export async function printAll(parts: Iterable<string>): Promise<void> {
  for (const block of inBlocks(parts)) if (!(await print(block))) return;
}

export const warn = (text: string): void => {
  if (!unread.has(process.stderr)) process.stderr.write(text.split('\n').map(plain).join('\n') + '\n');
};
