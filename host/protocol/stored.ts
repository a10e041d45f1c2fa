/** A value that outlives a reload of the page, as the mailbox server keeps it in real life. */
export class Stored<T> {
  constructor(
    private readonly storage: Storage,
    private readonly key: string,
    private readonly initial: T,
  ) {}

  /** The last value written; the initial one if there is none or it cannot be read. */
  read(): T {
    const text = this.storage.getItem(this.key);
    if (text === null) return this.initial;
    try {
      return JSON.parse(text) as T;
    } catch {
      return this.initial;
    }
  }

  write(value: T): void {
    this.storage.setItem(this.key, JSON.stringify(value));
  }
}
