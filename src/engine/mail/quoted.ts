/**
 * A mail quoted inside another, as a forward leaves it:
 *
 *     > -----Original Message-----
 *     > From: Mail Delivery System <mailer-daemon@mx.example.com>
 *     > Sent: Friday, November 20, 2026 5:41 PM
 *     > To: Training <training@company.example>
 *     > Subject: Undelivered Mail Returned to Sender
 *     >
 *     > This is the mail system at host …
 *
 * The labels are those of the mail program's language, so they are known by their order and number.
 */
import data from '../../knowledge/detection.json';
import { Headers } from './headers';
import { messageOf, type Message } from './message';

const LABELS = new Map(
  data.languages.flatMap(({ forwardLabels }) =>
    Object.entries(forwardLabels).flatMap(([field, labels]) =>
      labels.map((label) => [label.toLowerCase(), field] as const),
    ),
  ),
);
/** Lines of the covering note that are searched. */
const MAX_NOTE = 400;

export interface QuotedMail extends Message {
  /** What stands above it: the covering note. */
  readonly above: string;
}

/** @returns the first quoted mail of a text, or null where there is none */
export function openQuoted(text: string): QuotedMail | null {
  const lines = text.split('\n');
  for (let i = 0; i < Math.min(lines.length, MAX_NOTE); i++) {
    const margin = /^[>\s]{0,20}/.exec(lines[i] ?? '')?.[0] ?? '';
    if (fieldOn(lines[i] ?? '', margin)?.field !== 'from') continue;
    const { headers, end } = readBlock(lines, i, margin);
    if (!headers.hasFields(3) || !headers.has('subject')) continue;
    const body = lines.slice(end).map((line) => unquote(line, margin));
    const above = lines.slice(0, i).join('\n');
    return { ...messageOf({ headers, text: body.join('\n').trim() }), above };
  }
  return null;
}

/**
 * What somebody else wrote, without its margin: `> This is the mail system at host mx.example.com.`
 * @returns null where nothing is quoted
 */
export function quotedLines(text: string): Message | null {
  const lines = text.split('\n').filter((line) => /^>(?!>>)/.test(line));
  const quoted = lines.map((line) => line.replace(/^(?:> ?){1,6}/, '')).join('\n');
  return quoted.trim() === '' ? null : messageOf({ form: 'text', text: quoted });
}

function readBlock(lines: string[], start: number, margin: string): { headers: Headers; end: number } {
  const headers = new Headers();
  let at = start;
  for (; at < Math.min(start + 12, lines.length); at++) {
    const line = unquote(lines[at] ?? '', margin);
    const found = fieldOn(line, '');
    if (found) headers.add(found.field, found.value);
    else if (line.trim() === '') break;
  }
  return { headers, end: at };
}

function fieldOn(line: string, margin: string): { field: string; value: string } | null {
  if (!/[:：]/.test(line)) return null;
  const match = /^\*?(\p{L}[\p{L}\p{M} .-]{0,24}?)\*?\s?[:：]\*?\s{0,3}(\S.*)$/u.exec(
    line.slice(margin.length).slice(0, 1000),
  );
  const field = LABELS.get(match?.[1]?.trim().toLowerCase() ?? '');
  return field && match?.[2] ? { field, value: match[2] } : null;
}

function unquote(line: string, margin: string): string {
  if (line.startsWith(margin)) return line.slice(margin.length);
  return line.startsWith(margin.trimEnd()) ? line.slice(margin.trimEnd().length) : line;
}
