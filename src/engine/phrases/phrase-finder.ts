/** All phrases of the knowledge in one walk over a text, so that a thousand wordings cost no more than ten. */
import { Automaton } from './automaton';
import { normalize } from './characters';

/** What `*` in a phrase may stand for, in characters: an address, a host name, an IP in brackets. */
const MAX_GAP = 80;

export interface PhraseMatch<T> {
  value: T;
  /** Places in the text: the phrase as it stands there is `text.slice(start, end)`. */
  start: number;
  end: number;
}

/** A piece of a phrase between two gaps. */
interface Segment {
  phrase: number;
  place: number;
  length: number;
}

/** Where a segment was found; `start` is that of the whole phrase so far, the others count only what is compared. */
interface Place {
  start: number;
  from: number;
  to: number;
}

export class PhraseFinder<T> {
  private readonly automaton: Automaton<Segment>;
  private readonly values: T[] = [];
  private readonly segmentCounts: number[] = [];

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    const segments = [...phrases].flatMap(([phrase, value]) => this.segmentsOf(phrase, value));
    // A later segment first: the place that it follows must not be one found at this very character.
    this.automaton = new Automaton(segments, (a, b) => b.place - a.place);
  }

  private segmentsOf(phrase: string, value: T): [string, Segment][] {
    const texts = phrase
      .split('*')
      .map((segment) => normalize(segment).trim())
      .filter((segment) => segment !== '');
    if (texts.length === 0) return [];
    const id = this.values.push(value) - 1;
    this.segmentCounts.push(texts.length);
    return texts.map((text, place) => [text, { phrase: id, place, length: text.length }]);
  }

  /** @returns matches in the order of their ends */
  find(text: string): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    const open = new Map<number, Place[][]>();
    this.automaton.walk(text, ({ phrase, place, length }, end, counted) => {
      const last = (this.segmentCounts[phrase] ?? 1) - 1;
      const start = this.automaton.startOf(text, end, length);
      const whole =
        last === 0
          ? start
          : follow(open, { phrase, place }, { start, from: counted - length, to: counted });
      if (whole !== null && place === last)
        matches.push({ value: this.values[phrase] as T, start: whole, end });
    });
    return matches;
  }
}

/**
 * Notes a segment where it follows the one before it.
 * @returns the start of the phrase so far; null where the segment follows nothing
 */
function follow(
  open: Map<number, Place[][]>,
  { phrase, place }: Pick<Segment, 'phrase' | 'place'>,
  here: Place,
): number | null {
  let reached = open.get(phrase);
  if (!reached) open.set(phrase, (reached = []));
  const before = place === 0 ? here : lastBefore(reached[place - 1] ?? [], here.from);
  if (!before) return null;
  (reached[place] ??= []).push({ ...here, start: before.start });
  return before.start;
}

/** The nearest place that ends before `from`, not further away than a gap may be. Places too far back are forgotten. */
function lastBefore(places: Place[], from: number): Place | null {
  let tooFar = 0;
  while (tooFar < places.length && from - (places[tooFar]?.to ?? 0) > MAX_GAP) tooFar++;
  if (tooFar > 0) places.splice(0, tooFar);
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    if (place && place.to <= from) return place;
  }
  return null;
}
