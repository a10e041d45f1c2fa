/**
 * All phrases of the knowledge in one walk over a text (Aho and Corasick, 1975), so that a thousand
 * wordings cost no more than ten. Time is linear in the text, whatever it says.
 */
import { normalize } from './normalize';

/** What `*` in a phrase may stand for, in characters: an address, a host name, an IP in brackets. */
const MAX_GAP = 80;

export interface PhraseMatch<T> {
  value: T;
  /** Places in the normalized text. */
  start: number;
  end: number;
}

interface Node {
  next: Map<number, Node>;
  fail: Node | null;
  /** Segments that end here, with those of all suffixes. */
  hits: Segment[];
}
interface Segment {
  phrase: number;
  place: number;
  length: number;
}

export class PhraseFinder<T> {
  private readonly root: Node = { next: new Map(), fail: null, hits: [] };
  private readonly values: T[] = [];
  private readonly segmentCounts: number[] = [];

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of phrases) this.add(phrase, value);
    this.connect();
  }

  private add(phrase: string, value: T): void {
    const segments = phrase
      .split('*')
      .map((segment) => normalize(segment).text.trim())
      .filter((segment) => segment !== '');
    if (segments.length === 0) return;
    const id = this.values.push(value) - 1;
    this.segmentCounts.push(segments.length);
    segments.forEach((segment, place) => {
      let node = this.root;
      for (let i = 0; i < segment.length; i++) {
        const code = segment.charCodeAt(i);
        let next = node.next.get(code);
        if (!next) node.next.set(code, (next = { next: new Map(), fail: null, hits: [] }));
        node = next;
      }
      node.hits.push({ phrase: id, place, length: segment.length });
    });
  }

  private connect(): void {
    const queue: Node[] = [];
    for (const child of this.root.next.values()) {
      child.fail = this.root;
      queue.push(child);
    }
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] as Node;
      for (const [code, child] of node.next) {
        let fail = node.fail;
        while (fail && !fail.next.has(code)) fail = fail.fail;
        child.fail = fail?.next.get(code) ?? this.root;
        // A later segment first: the place that it follows must not be one found at this very character.
        child.hits = child.hits.concat(child.fail.hits).sort((a, b) => b.place - a.place);
        queue.push(child);
      }
    }
  }

  /** @param text normalized (see `normalize`) */
  find(text: string): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    const open = new Map<number, Place[][]>();
    let node = this.root;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let at: Node | null = node;
      while (at && !at.next.has(code)) at = at.fail;
      node = at?.next.get(code) ?? this.root;
      for (const hit of node.hits) this.step(hit, i + 1, open, matches);
    }
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
