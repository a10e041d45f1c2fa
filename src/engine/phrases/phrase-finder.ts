/** All phrases of the knowledge in one walk over a text, so that a thousand wordings cost no more than ten. */
import { Automaton } from './automaton';
import { normalize } from './normalize';

/** What `*` in a phrase may stand for, in characters: an address, a host name, an IP in brackets. */
const MAX_GAP = 80;

export interface PhraseMatch<T> {
  value: T;
  /** Places in the normalized text. */
  start: number;
  end: number;
}

/** A piece of a phrase between two gaps. */
interface Segment {
  phrase: number;
  place: number;
  length: number;
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
      .map((segment) => normalize(segment).text.trim())
      .filter((segment) => segment !== '');
    if (texts.length === 0) return [];
    const id = this.values.push(value) - 1;
    this.segmentCounts.push(texts.length);
    return texts.map((text, place) => [text, { phrase: id, place, length: text.length }]);
  }

  /** @param text normalized (see `normalize`) */
  find(text: string): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    const open = new Map<number, Place[][]>();
    this.automaton.walk(text, (segment, end) => this.step(segment, end, open, matches));
    return matches;
  }

  /** A phrase of one segment is found at once; of several, when they follow one another closely. */
  private step(
    { phrase, place, length }: Segment,
    end: number,
    open: Map<number, Place[][]>,
    matches: PhraseMatch<T>[],
  ): void {
    const last = (this.segmentCounts[phrase] ?? 1) - 1;
    let start = end - length;
    if (last > 0) {
      let reached = open.get(phrase);
      if (!reached) open.set(phrase, (reached = []));
      if (place > 0) {
        const before = lastBefore(reached[place - 1] ?? [], start);
        if (!before) return;
        start = before.start;
      }
      (reached[place] ??= []).push({ start, end });
    }
    if (place === last) matches.push({ value: this.values[phrase] as T, start, end });
  }
}

/** Where a segment was found; `start` is that of the whole phrase so far. */
interface Place {
  start: number;
  end: number;
}

/** The nearest place that ends before `start`, not further away than a gap may be. Places too far back are forgotten. */
function lastBefore(places: Place[], start: number): Place | null {
  let tooFar = 0;
  while (tooFar < places.length && start - (places[tooFar]?.end ?? 0) > MAX_GAP) tooFar++;
  if (tooFar > 0) places.splice(0, tooFar);
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    if (place && place.end <= start) return place;
  }
  return null;
}
