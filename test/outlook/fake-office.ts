/**
 * Office.js as far as the doors use it, played by hand: calls that succeed, fail or never call back,
 * an item that may be null, events that a test fires.
 */
export type Answer =
  { value: unknown } | { error: { code: number; name: string; message: string } } | 'silence';

type Done = (result: { status: string; value?: unknown; error?: unknown }) => void;

/** The last argument of an Office call is its callback. */
export const answering =
  (answer: Answer | (() => Answer)) =>
  (...args: unknown[]) => {
    const now = typeof answer === 'function' ? answer() : answer;
    if (now === 'silence') return;
    const done = args.at(-1) as Done;
    queueMicrotask(() =>
      done('value' in now ? { status: 'succeeded', ...now } : { status: 'failed', ...now }),
    );
  };

export const refused: Answer = { error: { code: 9020, name: 'GenericResponseError', message: 'no' } };

export interface FakeItem {
  itemId: string;
  subject: string;
  dateTimeCreated: Date;
  internetMessageId?: string;
  file?: Answer;
  headers?: Answer;
  html?: Answer;
  attachments?: { id: string; name: string; attachmentType: string; size: number; content: Answer }[];
}

/** A read item as Office hands it out. Without `file` the client has no such call. */
export function fakeItem({ file, headers, html, attachments = [], ...fields }: FakeItem) {
  return {
    ...fields,
    from: { emailAddress: 'postmaster@example.com' },
    attachments,
    body: { getAsync: answering(html ?? { value: '<p>body</p>' }) },
    getAllInternetHeadersAsync: answering(headers ?? { value: 'Received: x\r\n' }),
    getAttachmentContentAsync: (id: string, done: Done) =>
      answering(attachments.find((one) => one.id === id)?.content ?? refused)(done),
    ...(file && { getAsFileAsync: answering(file) }),
  };
}

export class FakeOffice {
  readonly EventType = {
    ItemChanged: 'olkItemSelectedChanged',
    OfficeThemeChanged: 'officeThemeChanged',
  };
  readonly handlers = new Map<string, Set<(event?: unknown) => void>>();
  readonly stored = new Map<string, unknown>();
  saved: Answer = { value: undefined };
  registration: Answer = { value: undefined };
  mailboxSet = 1.15;
  ready: Promise<unknown> = Promise.resolve({ host: 'Outlook' });
  context: Record<string, unknown>;

  constructor(item: unknown = null) {
    this.context = {
      displayLanguage: 'en-GB',
      requirements: {
        isSetSupported: (_name: string, version: string) =>
          Number(version.split('.')[1]) <= Math.round((this.mailboxSet % 1) * 100),
      },
      roamingSettings: {
        get: (key: string) => this.stored.get(key),
        set: (key: string, value: unknown) => this.stored.set(key, value),
        saveAsync: answering(() => this.saved),
      },
      mailbox: {
        item,
        userProfile: { emailAddress: 'Admin@Company.Example' },
        addHandlerAsync: (type: string, handler: () => void, done: Done) => {
          this.handlers.set(type, (this.handlers.get(type) ?? new Set()).add(handler));
          answering(this.registration)(done);
        },
        removeHandlerAsync: (type: string, done: Done) => {
          this.handlers.delete(type);
          answering({ value: undefined })(done);
        },
      },
    };
  }

  onReady = () => this.ready;

  select(item: unknown): void {
    (this.context['mailbox'] as { item: unknown }).item = item;
  }

  fire(type: string, event?: unknown): void {
    for (const handler of this.handlers.get(type) ?? []) handler(event);
  }
}

/** Puts the fake where office.js would stand; null takes it away. */
export function install(office: FakeOffice | null): void {
  (globalThis as { Office?: unknown }).Office = office ?? undefined;
}
