/** JSON of any length → its objects, one in memory at a time. */
import { JSONParser } from '@streamparser/json';
import { eventsOf } from './json-answer';
import { leftOut, type Found, pieceOf } from './piece';

/** Characters of one object. */
const MAX_OBJECT = 4 * 1024 * 1024;

/** A list of events; an object that holds one (`{"value":[…]}`); objects one behind the other. */
export type JsonKind = 'json-list' | 'json-object' | 'json-values';

const OPTIONS: Record<JsonKind, ConstructorParameters<typeof JSONParser>[0]> = {
  'json-list': { paths: ['$.*'] },
  'json-object': { paths: ['$.*.*'] },
  'json-values': { paths: ['$'], separator: '' },
};

export async function* objectsOf(
  texts: AsyncIterable<string> | Iterable<string>,
  kind: JsonKind,
): AsyncGenerator<Found[]> {
  let found: Found[] = [];
  let place = 0;
  let since = 0;
  let problem: Found | null = null;
  const parser = new JSONParser({ ...OPTIONS[kind], keepStack: false });
  parser.onValue = ({ value }) => {
    if (typeof value !== 'object' || value === null) return;
    since = 0;
    for (const event of (kind === 'json-values' ? eventsOf(value) : null) ?? [value]) {
      place++;
      found.push(pieceOf('json', place, JSON.stringify(event)));
    }
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
  // What was cut off is read as far as it goes.
  try {
    if (!problem && !parser.isEnded) parser.end();
  } catch {
    problem ??= leftOut('broken-json', place + 1);
  }
  yield problem ? [...found, problem] : found;
}
