/** Phrases that begin alike, as a tree of their characters, made when it is first asked for. */
import type { PlainText } from './characters';

/** Called for a phrase that stands in a text; `at` and `behind` count plain characters. */
export type OnFound<Value> = (value: Value, at: number, behind: number) => void;

/** Reads a phrase that was added, once it may stand in a text: puts what stands for it among those of its branch. */
export type Read<Phrase, Value> = (phrase: Phrase, known: Map<string, Value>) => void;

/** Phrases that begin alike, as a tree of their characters. */
export class PhraseBranch<Phrase, Value> {
  /** Those that were not read yet. */
  private readonly added: Phrase[] = [];
  private known: Map<string, Value> | null = null;
  /** Nodes in the order of a dictionary, from 1. Behind a node stands its first child, or a 0 that ends the branch. */
  private letters = NO_LETTERS;
  /** Of each node: the next child of its parent, 0 where there is none; doubled. The last bit: a phrase ends here. */
  private siblings = NO_SIBLINGS;
  /** Of the nodes that a phrase ends at. */
  private values: Map<number, Value> | null = null;

  add(phrase: Phrase): void {
    this.added.push(phrase);
  }

  /** Goes as far as the text goes along. */
  find(text: PlainText, at: number, read: Read<Phrase, Value>, found: OnFound<Value>): void {
    if (this.added.length > 0) this.grow(read);
    // What is called below may add phrases here: these nodes stay as they are.
    const { letters, siblings, values } = this;
    const { codes, length } = text;
    let node = 1;
    for (let i = at; ; i++) {
      const code = i < length ? (codes[i] ?? 0) : 0;
      while (node !== 0 && (letters[node] ?? 0) < code) node = (siblings[node] ?? 0) >> 1;
      if (code === 0 || letters[node] !== code) return;
      if ((siblings[node] ?? 0) & 1) found(values?.get(node) as Value, at, i + 1);
      node++;
    }
  }

  private grow(read: Read<Phrase, Value>): void {
    const known = (this.known ??= new Map<string, Value>());
    for (const phrase of this.added) read(phrase, known);
    this.added.length = 0;
    const sorted = [...known.keys()].sort();
    const most = sorted.reduce((sum, { length }) => sum + length + 1, 1);
    const letters = new Uint16Array(most);
    const siblings = new Int32Array(most);
    const values = new Map<number, Value>();
    const mark = (node: number, bits: number) => (siblings[node] = (siblings[node] ?? 0) | bits);
    let size = 1;
    let before = '';
    /** Of the phrase before: its nodes. */
    const path: number[] = [];
    for (const text of sorted) {
      const shared = sharedLength(before, text);
      if (shared < before.length) mark(path[shared] ?? 0, size << 1);
      // A phrase that goes on where the one before it ends: its node takes the place of the 0.
      else if (before !== '') size--;
      for (let at = shared; at < text.length; at++) {
        letters[size] = text.charCodeAt(at);
        path[at] = size++;
      }
      size++;
      const end = path[text.length - 1] ?? 0;
      mark(end, 1);
      values.set(end, known.get(text) as Value);
      before = text;
    }
    this.letters = letters;
    this.siblings = siblings;
    this.values = values;
  }
}

const NO_LETTERS = new Uint16Array(0);
const NO_SIBLINGS = new Int32Array(0);

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
