/**
 * Numbers of tellings in one text, for a person who is told of again and again: a list of them takes more memory. One
 * that comes again is found when the text has doubled, so that adding takes no longer the more there are.
 */
export class EventText {
  /** Characters after the last look for those that come again. */
  private lengthThen = 0;

  constructor(private text = '') {}

  add(events: readonly string[]): void {
    for (const event of events) this.text += ` ${event}`;
    if (this.text.length <= 2 * this.lengthThen + MIN_LENGTH) return;
    this.text = this.events().join(' ');
    this.lengthThen = this.text.length;
  }

  get length(): number {
    return this.text.length;
  }

  /** Each once, in order. */
  events(): string[] {
    return [...new Set(this.text.split(' '))].filter((event) => event !== '').sort();
  }

  copy(): EventText {
    return new EventText(this.text);
  }
}

/** Characters from which it is worth a look. */
const MIN_LENGTH = 200;
