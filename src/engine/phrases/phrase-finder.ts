/** All phrases of the knowledge in one walk over a text, so that a thousand wordings cost no more than ten. */
import { normalize, plainText, type PlainText } from './characters';
import { PhraseTree } from './phrase-tree';

/** What `*` in a phrase may stand for, in characters: an address, a host name, an IP in brackets. */
const MAX_GAP = 80;

export interface PhraseMatch<T> {
  value: T;
  /** Places in the text: the phrase as it stands there is `text.slice(start, end)`. */
  start: number;
  end: number;
}

/** A piece of a phrase between two gaps; phrases that begin alike share their first pieces. */
interface Segment<T> {
  id: number;
  length: number;
  /** The segment before it; null for the first. */
  follows: Segment<T> | null;
  /** Of the phrases that end with it. */
  values: T[];
  /** Do longer phrases go on behind it? */
  goesOn: boolean;
  /** Where it was found in the text that is walked, if phrases go on behind it. */
  places: Place[];
}

/** A segment in a text, with all that stands before it. */
interface Place {
  start: number;
  end: number;
  /** The place behind it, in plain characters. */
  behind: number;
}

export class PhraseFinder<T> {
  /** Segments of the same words share a place in the tree. */
  private readonly tree: PhraseTree<Segment<T>[]>;

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    const segments = new Map<string, Segment<T>>();
    const byText = new Map<string, Segment<T>[]>();
    for (const [phrase, value] of phrases) {
      let last: Segment<T> | null = null;
      for (const text of textsOf(phrase)) {
        const key: string = `${last?.id ?? ''}*${text}`;
        let segment = segments.get(key);
        if (!segment) {
          segment = {
            id: segments.size,
            length: text.length,
            follows: last,
            values: [],
            goesOn: false,
            places: [],
          };
          segments.set(key, segment);
          byText.set(text, [...(byText.get(text) ?? []), segment]);
        }
        if (last) last.goesOn = true;
        last = segment;
      }
      last?.values.push(value);
    }
    this.tree = new PhraseTree([...byText]);
  }

  /** @returns matches in the order of their ends */
  find(text: string): PhraseMatch<T>[] {
    const plain = plainText(text);
    const found: FoundSegment<T>[] = [];
    const touched: Place[][] = [];
    this.tree.walk(plain, (segments, at, behind) => {
      for (const segment of segments) {
        const { follows, values, goesOn, places } = segment;
        const before = follows === null ? null : placeBefore(follows.places, at, plain);
        if (before === undefined) continue;
        const start = before?.start ?? plain.places[at] ?? 0;
        const end = (plain.places[behind - 1] ?? 0) + 1;
        if (values.length > 0) putInOrder(found, { segment, start, end });
        if (!goesOn) continue;
        if (places.length === 0) touched.push(places);
        places.push({ start, end, behind });
      }
    });
    for (const places of touched) places.length = 0;
    const matches: PhraseMatch<T>[] = [];
    for (const { segment, start, end } of found)
      for (const value of segment.values) matches.push({ value, start, end });
    return matches;
  }
}

interface FoundSegment<T> {
  segment: Segment<T>;
  start: number;
  end: number;
}

/**
 * By their ends; of phrases that end alike, later ones of the list first. A walk finds phrases by their beginnings, so
 * that nearly always the last place is the right one.
 */
function putInOrder<T>(found: FoundSegment<T>[], one: FoundSegment<T>): void {
  let at = found.length;
  while (at > 0 && isBehind(found[at - 1], one)) at--;
  if (at === found.length) found.push(one);
  else found.splice(at, 0, one);
}

const isBehind = <T>(other: FoundSegment<T> | undefined, { end, segment }: FoundSegment<T>) =>
  other !== undefined &&
  (other.end > end ||
    (other.end === end && other.segment.id < segment.id && other.segment.length !== segment.length));

const textsOf = (phrase: string) =>
  phrase
    .split('*')
    .map((segment) => normalize(segment).trim())
    .filter((segment) => segment !== '');

/** The nearest place that ends before `at`, not further away than a gap may be. */
function placeBefore(places: readonly Place[], at: number, plain: PlainText): Place | undefined {
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    if (place && place.behind <= at)
      return (plain.places[at] ?? 0) - place.end <= MAX_GAP ? place : undefined;
  }
  return undefined;
}
