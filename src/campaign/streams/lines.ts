/** Text → numbered lines. */
import { leftOut, type LeftOut } from './piece';

/** Characters of a line: more than any program writes, and little enough for the memory. */
const MAX_LINE = 256 * 1024;

export interface Line {
  text: string;
  /** The first line of a source is 1. */
  place: number;
}

/** @param first number of the first line */
export async function* linesOf(
  texts: AsyncIterable<string> | Iterable<string>,
  first = 1,
): AsyncGenerator<(Line | LeftOut)[]> {
  let place = first;
  let rest = '';
  // Behind the limit, a line is only waited for until it ends.
  let isSkipping = false;
  for await (const text of texts) {
    const found: (Line | LeftOut)[] = [];
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      const whole = rest + line;
      rest = '';
      if (isSkipping || whole.length > MAX_LINE) found.push(leftOut('line-too-long', place));
      else found.push({ text: whole, place });
      isSkipping = false;
      place++;
    }
    rest += last;
    if (rest.length > MAX_LINE) {
      rest = '';
      isSkipping = true;
    }
    if (found.length > 0) yield found;
  }
  if (isSkipping) yield [leftOut('line-too-long', place)];
  else if (rest !== '') yield [{ text: rest, place }];
}
