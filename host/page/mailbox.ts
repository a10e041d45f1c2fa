import type { Mail } from './mail';

/** One folder of the list at the left. */
export interface Folder {
  name: string;
  mails: readonly Mail[];
  unread: number;
}

/** The mails, which folder is open, which mail is selected, what is unread. Views listen for `change`. */
export class Mailbox extends EventTarget {
  readonly #unread: Set<Mail>;
  #folder: string;
  #selected: Mail | null = null;

  constructor(readonly mails: readonly Mail[]) {
    super();
    this.#unread = new Set(mails.filter(({ unread }) => unread));
    this.#folder = this.folders()[0]?.name ?? '';
  }

  get selected(): Mail | null {
    return this.#selected;
  }

  get folder(): string {
    return this.#folder;
  }

  isUnread(mail: Mail): boolean {
    return this.#unread.has(mail);
  }

  /** Inbox first, the others by name. */
  folders(): Folder[] {
    const names = [...new Set(this.mails.map(({ folder }) => folder))];
    const rank = (name: string): string => (name === 'Inbox' ? '' : name);
    return names
      .sort((one, other) => rank(one).localeCompare(rank(other)))
      .map((name) => {
        const mails = this.mails.filter(({ folder }) => folder === name);
        return { name, mails, unread: mails.filter((mail) => this.#unread.has(mail)).length };
      });
  }

  mailsOfFolder(): readonly Mail[] {
    return this.folders().find(({ name }) => name === this.#folder)?.mails ?? [];
  }

  openFolder(name: string): void {
    this.#folder = name;
    this.#changed();
  }

  find(file: string): Mail | null {
    return this.mails.find((mail) => mail.file === file) ?? null;
  }

  /** Selects a mail, which reads it and opens its folder; null selects nothing. */
  select(mail: Mail | null): void {
    if (mail === this.#selected) return;
    this.#selected = mail;
    if (mail) {
      this.#unread.delete(mail);
      this.#folder = mail.folder;
    }
    this.#changed();
    this.dispatchEvent(new Event('select'));
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
