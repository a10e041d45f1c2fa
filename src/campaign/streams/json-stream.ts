/** JSON of any length → its objects: a list of events, or an object that holds one (`{"value":[…]}`). */
import { JSONParser } from '@streamparser/json';
import { leftOut, type Found, pieceOf } from './piece';

/** Characters of one object. */
const MAX_OBJECT = 4 * 1024 * 1024;

/** @param isList does the text begin with `[`? */
export async function* objectsOf(
  texts: AsyncIterable<string> | Iterable<string>,
  isList: boolean,
): AsyncGenerator<Found[]> {
  let found: Found[] = [];
  let place = 0;
  let since = 0;
  let problem: Found | null = null;
  const parser = new JSONParser({ paths: isList ? ['$.*'] : ['$.*.*'], keepStack: false });
  parser.onValue = ({ value }) => {
    if (typeof value !== 'object' || value === null) return;
    place++;
    since = 0;
    found.push(pieceOf('json', place, JSON.stringify(value)));
  };
  parser.onError = () => {
    problem ??= leftOut('broken-json', place + 1);
  };
  for await (const text of texts) {
    since += text.length;
    try {
      parser.write(text);
    } catch {
      problem ??= leftOut('broken-json', place + 1);
    }
    if (since > MAX_OBJECT) problem ??= leftOut('object-too-long', place + 1);
    if (problem) break;
    yield found;
    found = [];
  }
  // A list that was cut off is read as far as it goes.
  if (!problem && !parser.isEnded) problem = leftOut('broken-json', place + 1);
  yield problem ? [...found, problem] : found;
}
