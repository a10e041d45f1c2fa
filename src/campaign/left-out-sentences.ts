/** What was not read, a sentence each: files, and of each source what was left out in it. */
import { leftOutOf, sentenceOf, type Unread } from './reading/unread';
import type { Account } from './summary';
import type { Speech } from '../plan/speech';

/** Sentences that are shown; the others are counted. */
const MAX_SHOWN = 200;

export class LeftOutSentences {
  private readonly sentences: string[] = [];
  private count = 0;

  constructor(private readonly speech: Speech) {}

  add(unread: Unread): void {
    this.count++;
    if (this.sentences.length >= MAX_SHOWN) return;
    const { key, values } = sentenceOf(unread);
    this.sentences.push(this.speech.t(key, values));
  }

  addAccount(account: Account): void {
    for (const lost of leftOutOf(account)) this.add(lost);
  }

  get shown(): { leftOut: string[]; moreLeftOut: number } {
    return { leftOut: [...this.sentences], moreLeftOut: this.count - this.sentences.length };
  }
}
