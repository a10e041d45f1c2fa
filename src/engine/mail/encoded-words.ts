/** RFC 2047 encoded words in header fields, read as tolerantly as Outlook does: `=?utf-8?B?R3LDvMOfZQ==?=`. */
import { charsetNamed, decodeAs, decodeText, toBytes } from './charset';
import { decodeBase64, decodeQuotedPrintable } from './transfer';

/** Blanks inside a word are against the rules, and common. */
const WORD =
  /=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{0,20})?\?([BbQq])\?([^?\r\n]{0,2000}(?:\?(?!=)[^?\r\n]{0,200}){0,3})\?=/g;

/** Characters of one field that are decoded; a subject that people wrote has less than a thousand. */
const MAX_FIELD = 10_000;

/** Words of one charset in a row: a character may be cut between two of them. */
interface Run {
  charset: string;
  bytes: string;
  /** As they stand in the field. */
  raw: string;
}

/** What cannot be decoded stays as it stands. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  const field = value.slice(0, MAX_FIELD);
  let text = '';
  let run: Run | null = null;
  let at = 0;
  for (const found of field.matchAll(WORD)) {
    const [raw, charset = '', encoding = '', content = ''] = found;
    const between = field.slice(at, found.index);
    // White space between two encoded words is not part of the text.
    const follows = run !== null && between.trim() === '';
    const bytes = encoding.toUpperCase() === 'B' ? decodeBase64(content) : quoted(content);
    if (bytes === '' && content.trim() !== '') continue;
    if (run !== null && follows && run.charset === charset.toLowerCase()) {
      run.bytes += bytes;
      run.raw += between + raw;
    } else {
      if (run !== null) text += textOf(run);
      if (!follows) text += between;
      run = { charset: charset.toLowerCase(), bytes, raw };
    }
    at = found.index + raw.length;
  }
  return text + (run === null ? '' : textOf(run)) + field.slice(at);
}

/**
 * Each Japanese word ends by going back to ASCII, and the next one begins by leaving it. Two such codes in a row are
 * an error to TextDecoder.
 */
// eslint-disable-next-line no-control-regex
const BACK_AND_ON = /\x1b\([BJ](?=\x1b)/g;

function textOf({ charset, bytes, raw }: Run): string {
  const name = charsetNamed(charset);
  const all = toBytes(name === 'iso-2022-jp' ? bytes.replace(BACK_AND_ON, '') : bytes);
  const text = decodeAs(all, name);
  if (text === null) return raw;
  // A charset that lies.
  return text.includes('\ufffd') ? decodeText(all) : text;
}

/** Quoted-printable, but for the blank. */
const quoted = (text: string) => decodeQuotedPrintable(text.replaceAll('_', ' '));
