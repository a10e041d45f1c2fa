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

/** A piece of a phrase between two gaps; phrases that begin alike share their first pieces. */
interface Segment<T> {
  id: number;
  length: number;
  /** The segment before it; null for the first. */
  follows: Segment<T> | null;
  /** Length of the first segment of the phrase. */
  firstLength: number;
  /** Of the phrases that end with it. */
  values: T[];
  /** Do longer phrases go on behind it? */
  goesOn: boolean;
  /**
   * Where it was found in the text that is walked, if phrases go on behind it: pairs of the place behind it and the
   * place behind the phrase's first segment.
   */
  places: number[];
}

export class PhraseFinder<T> {
  private readonly automaton: Automaton<Segment<T>>;

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    const segments = new Map<string, readonly [text: string, segment: Segment<T>]>();
    for (const [phrase, value] of phrases) {
      let last: Segment<T> | null = null;
      for (const text of textsOf(phrase)) {
        const key: string = `${last?.id ?? ''}*${text}`;
        const segment: Segment<T> = segments.get(key)?.[1] ?? newSegment(segments.size, text, last);
        segments.set(key, [text, segment]);
        if (last) last.goesOn = true;
        last = segment;
      }
      last?.values.push(value);
    }
    // A later segment first: the place that it follows must not be one found at this very character.
    this.automaton = new Automaton([...segments.values()], (a, b) => b.id - a.id);
  }

  /** @returns matches in the order of their ends */
  find(text: string): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    const touched: number[][] = [];
    const { automaton } = this;
    automaton.walk(text, ({ length, follows, firstLength, values, goesOn, places }, end) => {
      let firstEnd = end;
      if (follows !== null) {
        // Asked for first: of all segments, the second ones of phrases stand there most often, and mostly for nothing.
        if (follows.places.length === 0) return;
        firstEnd = placeBefore(follows.places, automaton.startOf(text, end, length));
        if (firstEnd < 0) return;
      }
      if (values.length > 0) {
        const start = automaton.startOf(text, firstEnd, firstLength);
        for (const value of values) matches.push({ value, start, end });
      }
      if (!goesOn) return;
      if (places.length === 0) touched.push(places);
      places.push(end, firstEnd);
    });
    for (const places of touched) places.length = 0;
    return matches;
  }
}

const newSegment = <T>(id: number, { length }: string, follows: Segment<T> | null): Segment<T> => ({
  id,
  length,
  follows,
  firstLength: follows?.firstLength ?? length,
  values: [],
  goesOn: false,
  places: [],
});

const textsOf = (phrase: string) =>
  phrase
    .split('*')
    .map((segment) => normalize(segment).trim())
    .filter((segment) => segment !== '');

/**
 * The nearest place that ends before `from`, not further away than a gap may be. Places too far back are forgotten.
 * @returns where the phrase's first segment ends; -1 where the segment follows nothing
 */
function placeBefore(places: number[], from: number): number {
  let tooFar = 0;
  while (tooFar < places.length && from - (places[tooFar] ?? 0) > MAX_GAP) tooFar += 2;
  if (tooFar > 0) places.splice(0, tooFar);
  for (let i = places.length - 2; i >= 0; i -= 2) if ((places[i] ?? 0) <= from) return places[i + 1] ?? -1;
  return -1;
}
