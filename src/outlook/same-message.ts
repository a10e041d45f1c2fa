/** Is what was read the message that was asked for? */
import type { Input } from '../engine/input';

/** A header block longer than this has its fields beyond what is worth looking through. */
const MAX_HEADER_BYTES = 64 * 1024;
/** Characters of a subject that are compared: clients cut long ones. */
const MAX_SUBJECT = 60;

interface Named {
  /** Message-ID with its angle brackets: `<abc@example.com>`. */
  messageId: string | null | undefined;
  subject: string | null | undefined;
}

/**
 * Compares the content with what the item calls itself: by Message-ID where both have one, else by subject.
 * @returns the field in which they differ; null where they agree, or where there is nothing to compare
 */
export async function differenceOf(asked: Named, input: Input): Promise<'Message-ID' | 'subject' | null> {
  const fields = fieldsOf(input);
  const messageId = idIn(fields);
  const named = asked.messageId?.trim();
  if (messageId && named) return messageId === named ? null : 'Message-ID';
  const written = fields.get('subject');
  // Stray bytes say nothing of their charset.
  if (!written || !asked.subject || /[^\x20-\x7e]/.test(written)) return null;
  const { decodeWords } = await import(
    /* webpackChunkName: "encoded-words" */ '../engine/mail/encoded-words'
  );
  return isSameSubject(decodeWords(written), asked.subject) ? null : 'subject';
}

/** The Message-ID of what was read, with its angle brackets; null where it has none. */
export const messageIdOf = (input: Input): string | null => idIn(fieldsOf(input)) ?? null;

const idIn = (fields: ReadonlyMap<string, string>): string | undefined =>
  /^\s*(<[^<>\s]{1,900}>)/.exec(fields.get('message-id') ?? '')?.[1];

/**
 * `AW: [External] Training` is `Training`: clients put a prefix before a subject, and so do servers; and clients
 * cut long ones. What stayed in codes is no reason to refuse a message.
 */
function isSameSubject(one: string, other: string): boolean {
  if (/=\?|\ufffd/.test(one + other)) return true;
  const [short = '', long = ''] = [letters(one), letters(other)].sort((a, b) => a.length - b.length);
  return (
    short === '' || long.includes(short.slice(-MAX_SUBJECT)) || long.startsWith(short.slice(0, MAX_SUBJECT))
  );
}

/** Letters and figures alone: blanks, folds and dashes differ from client to client. */
const letters = (subject: string) =>
  subject
    .replace(/^(?:[\p{L} ]{1,24}(?:\[\d{1,3}\])?[:：]){1,9}/u, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Fields of the header block, names in lower case, folds undone, the first of each name. */
function fieldsOf(input: Input): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of headerBlock(input)
    .replace(/\r?\n[ \t]{1,900}(?=\S)/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]{1,77}):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** The lines before the first empty one. */
function headerBlock(input: Input): string {
  if (typeof input === 'string') return '';
  const text =
    input instanceof Uint8Array
      ? new TextDecoder('latin1').decode(input.subarray(0, MAX_HEADER_BYTES))
      : (input.headers ?? '').slice(0, MAX_HEADER_BYTES);
  const end = text.search(/\r?\n\r?\n/);
  return end < 0 ? text : text.slice(0, end);
}
