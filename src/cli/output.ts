/** What the command writes to its two outputs. */
import { once } from 'node:events';
import { plain } from './report';

/** Waits for a reader that is slower than we are: what is not taken yet must not gather in memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export const warn = (text: string): void => {
  process.stderr.write(text.split('\n').map(plain).join('\n') + '\n');
};
