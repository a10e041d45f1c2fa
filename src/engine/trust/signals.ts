/** What was observed about a message's honesty, each thing once, in the order of its observation. */
import type { Signal } from '../explanation';

/** Characters of a quote; a signal names its ground, it does not retell the mail. */
const MAX_QUOTE = 200;

export type Note = (id: string, quote?: string | null) => void;

export class Signals {
  private readonly found = new Map<string, Signal>();

  readonly note: Note = (id, quote = null) => {
    if (!this.found.has(id))
      this.found.set(id, { id, quote: quote === null ? null : quote.slice(0, MAX_QUOTE) });
  };

  has(id: string): boolean {
    return this.found.has(id);
  }

  get list(): Signal[] {
    return [...this.found.values()];
  }
}
