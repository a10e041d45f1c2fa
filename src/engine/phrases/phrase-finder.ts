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
  /** In the order of the phrases that it first stood in. */
  id: number;
  length: number;
  /** The segment before it; null for the first. */
  follows: Segment<T> | null;
  /** Of the phrases that end with it. */
  values: T[];
  /** What stands behind it in longer phrases, until it is found for the first time. */
  further: Piece<T>[];
  /** Do longer phrases go on behind it? */
  goesOn: boolean;
  /** Where it was found in the text that is walked, if phrases go on behind it. */
  places: Place[];
}

/** A phrase, or what is left of it behind a segment; as it is written. */
interface Piece<T> {
  id: number;
  phrase: string;
  follows: Segment<T> | null;
  value: T;
}

/** A segment in a text, with all that stands before it. */
interface Place {
  start: number;
  end: number;
  /** The place behind it, in plain characters. */
  behind: number;
}

/** Segments of a phrase, at most: the ids of one phrase's stand before those of the next one's. */
const MAX_SEGMENTS = 64;

export class PhraseFinder<T> {
  /** Segments of the same words share a place in the tree. */
  private readonly tree = new PhraseTree<Piece<T>, Segment<T>[]>(readPiece);

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    let id = 0;
    for (const [phrase, value] of phrases) {
      this.tree.add(phrase, { id, phrase, follows: null, value });
      id += MAX_SEGMENTS;
    }
  }

  /** From now on, what stands behind a segment is looked for, too. */
  private goOn(segment: Segment<T>): void {
    for (const piece of segment.further) this.tree.add(piece.phrase, piece);
    segment.further.length = 0;
    segment.goesOn = true;
  }

  /** @returns matches in the order of their ends */
  find(text: string): PhraseMatch<T>[] {
    const plain = plainText(text);
    const found: FoundSegment<T>[] = [];
    const touched: Place[][] = [];
    this.tree.walk(plain, (segments, at, behind) => {
      for (const segment of segments) {
        const { follows, values, places } = segment;
        const before = follows === null ? null : placeBefore(follows.places, at, plain);
        if (before === undefined) continue;
        const start = before?.start ?? plain.places[at] ?? 0;
        const end = (plain.places[behind - 1] ?? 0) + 1;
        if (values.length > 0) putInOrder(found, { segment, start, end });
        if (segment.further.length > 0) this.goOn(segment);
        if (!segment.goesOn) continue;
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

/** Puts the first segment of a piece among those of its branch. */
function readPiece<T>(piece: Piece<T>, known: Map<string, Segment<T>[]>): void {
  const { id, follows, value } = piece;
  const [text, rest] = cut(piece.phrase);
  let alike = known.get(text);
  if (!alike) known.set(text, (alike = []));
  let segment = alike.find((one) => one.follows === follows);
  if (!segment) {
    segment = { id, length: text.length, follows, values: [], further: [], goesOn: false, places: [] };
    alike.push(segment);
    // One that was found behind another comes late; the order is that of the phrases.
    alike.sort((a, b) => a.id - b.id);
  }
  if (rest === '') segment.values.push(value);
  else segment.further.push({ id: id + 1, phrase: rest, follows: segment, value });
}

/** `refused by * for *` → `refused by` and ` for *`; behind the last words nothing is left. */
function cut(phrase: string): [text: string, rest: string] {
  const [first = '', ...others] = phrase.split('*');
  const text = normalize(first).trim();
  const rest = others.some((other) => normalize(other).trim() !== '') ? others.join('*') : '';
  return text === '' && rest !== '' ? cut(rest) : [text, rest];
}

/** The nearest place that ends before `at`, not further away than a gap may be. */
function placeBefore(places: readonly Place[], at: number, plain: PlainText): Place | undefined {
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    if (place && place.behind <= at)
      return (plain.places[at] ?? 0) - place.end <= MAX_GAP ? place : undefined;
  }
  return undefined;
}
