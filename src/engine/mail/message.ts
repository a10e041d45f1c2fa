/** A message, opened: what every later stage reads. */
import type { Text } from '../explanation';
import { Headers } from './headers';
import { MAX_BEGINNING, MAX_PREVIEW } from './limits';

/** One leaf of a mail that is not its readable text. */
export interface Part {
  /** Lower case, without parameters. */
  mediaType: string;
  filename: string | null;
  /** Decoded text; empty where the part is not text. */
  readonly text: string;
  /** Its first characters: enough to see what it is. */
  readonly preview: string;
}

export interface Message {
  /** `text` where there never was a header block: pasted text, a log. */
  form: 'mail' | 'text';
  headers: Headers;
  /** The readable text, line ends as `\n`; made from HTML where there is no plain text. */
  readonly text: string;
  /** The beginning of the text as it came, markup and all: enough to see whether the rest is worth reading. */
  readonly preview: string;
  /** Text of the HTML part, when there is one beside the plain text. */
  readonly htmlText: string;
  /** Addresses of the HTML part's links, as they stand there. Never shown as links. */
  readonly linkTargets: string[];
  /** Does the HTML part hold a form, or a field for a password? */
  readonly hasForm: boolean;
  parts: Part[];
  /** Mails attached to this one, opened; not the returned original of a report. */
  attached: Message[];
  warnings: Text[];
}

/** A message of what is known of it. */
export const messageOf = (fields: Partial<Omit<Message, 'preview'>>): Message => ({
  form: 'mail',
  headers: new Headers(),
  text: '',
  preview: fields.text?.slice(0, MAX_PREVIEW) ?? '',
  htmlText: '',
  linkTargets: [],
  hasForm: false,
  parts: [],
  attached: [],
  warnings: [],
  ...fields,
});

/** A part whose text is at hand. */
export const partOf = (mediaType: string, filename: string | null, text: string): Part => ({
  mediaType,
  filename,
  text,
  preview: text.slice(0, MAX_BEGINNING),
});

/** RFC 3464, and RFC 6533 for addresses beyond ASCII. */
export const isStatusType = (mediaType: string) => /^message\/(?:global-)?delivery-status$/.test(mediaType);
