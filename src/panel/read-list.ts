/** Reads the messages of a list one after the other, a few at once, and tells each outcome. */
import type { Explanation } from '../engine/explanation';
import type { Input } from '../engine/input';
import type { Source } from '../outlook/door';
import { problemOf } from './problems';
import { type ListedSource, rowsOf } from './source-list';

/** As many as Microsoft Graph answers one mailbox at a time. */
const AT_ONCE = 4;

/** @param isWanted false once another list has taken this one's place */
export async function readList(
  sources: readonly Source[],
  explain: (input: Input) => Promise<Explanation>,
  tell: (sourceId: string, outcome: Pick<ListedSource, 'rows' | 'problem'>) => void,
  isWanted: () => boolean,
): Promise<void> {
  const waiting = sources[Symbol.iterator]();
  const work = async () => {
    for (const source of waiting) {
      if (!isWanted()) return;
      try {
        tell(source.id, { rows: rowsOf(await explain(await source.read())), problem: null });
      } catch (error) {
        tell(source.id, { rows: null, problem: problemOf(error) });
      }
      // The page answers the reader between two messages.
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
