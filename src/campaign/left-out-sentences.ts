/** What was not read, a sentence each: files, and of each source what was left out in it. */
import type { FileProblem } from './reading/open-file';
import type { LeftOut } from './streams/piece';
import type { Account } from './summary';
import type { Speech } from '../plan/speech';

/** Sentences that are shown; the others are counted. */
const MAX_SHOWN = 200;

export class LeftOutSentences {
  private readonly sentences: string[] = [];
  private count = 0;

  constructor(private readonly speech: Speech) {}

  add({ key, values }: FileProblem): void {
    this.say(`cli.error.${key}`, values);
  }

  addAccount({ source, leftOut }: Account): void {
    for (const [reason, { count, place }] of Object.entries(leftOut))
      this.addLost({ leftOut: reason as LeftOut['leftOut'], count, place, file: source });
  }

  addLost({ leftOut, count, place, file }: LeftOut & { file: string }): void {
    this.say(`campaign.leftOut.${leftOut}`, { file, count: String(count), line: String(place) });
  }

  /** A line of a former run's file that is none of its rows. */
  addNotRow(file: string, line: number): void {
    this.say('campaign.notRows', { file, line: String(line) });
  }

  get shown(): { leftOut: string[]; moreLeftOut: number } {
    return { leftOut: [...this.sentences], moreLeftOut: this.count - this.sentences.length };
  }

  private say(key: string, values: Record<string, string>): void {
    this.count++;
    if (this.sentences.length < MAX_SHOWN) this.sentences.push(this.speech.t(key, values));
  }
}
