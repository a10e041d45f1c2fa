/** Rows that a former run printed → a summary. */
import { addLine } from '../lines';
import { linesOf } from '../streams/lines';
import { textOf } from '../streams/text-stream';
import type { Summary } from '../summary';
import type { FileProblem, OpenFile } from './open-file';
import type { NotRow, PartLeftOut } from './unread';

/** What some lines gave. */
export interface FormerLines {
  /** Lines of a former run. */
  read: number;
  unread: (PartLeftOut | NotRow | FileProblem)[];
}

/**
 * Some lines at a time, so that the reader may stop between them. A file whose first lines are no rows is another file:
 * that is said once, and not of each of its lines.
 */
export async function* readFormer(
  summary: Summary,
  { name: file, chunks }: Pick<OpenFile, 'name' | 'chunks'>,
): AsyncGenerator<FormerLines> {
  let isAtStart = true;
  for await (const lines of linesOf(textOf(chunks))) {
    const some: FormerLines = { read: 0, unread: [] };
    for (const line of lines)
      if ('leftOut' in line) some.unread.push({ ...line, file });
      else if (addLine(summary, line.text)) some.read++;
      else if (line.text.trim() !== '') some.unread.push({ file, notRow: line.place });
    if (isAtStart && some.read === 0 && some.unread.length > 0) {
      yield { read: 0, unread: [{ key: 'no-former-rows', values: { file } }] };
      return;
    }
    isAtStart = false;
    yield some;
  }
}
