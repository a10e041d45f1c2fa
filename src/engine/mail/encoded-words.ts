/** RFC 2047 encoded words in header fields: `=?utf-8?B?R3LDvMOfZQ==?=`, `=?iso-8859-1?Q?Gr=FC=DFe?=`. */
import { decodeAs, toBytes } from './charset';
import { decodeQuotedPrintable } from './transfer';

const WORD = /=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{0,20})?\?([BbQq])\?([^?\s]{0,2000})\?=/g;
/** White space between two encoded words is not part of the text. */
const BETWEEN = /(\?=)\s{1,20}(?==\?[A-Za-z0-9_.:*-]{1,60}\?[BbQq]\?)/g;

/** Characters of one field that are decoded; a subject that people wrote has less than a thousand. */
const MAX_FIELD = 10_000;

/** What cannot be decoded stays as it stands. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  return value
    .slice(0, MAX_FIELD)
    .replace(BETWEEN, '$1')
    .replace(WORD, (whole, charset: string, encoding: string, text: string) => {
      try {
        const bytes = encoding.toUpperCase() === 'B' ? base64(text) : quoted(text);
        return decodeAs(bytes, charset) ?? whole;
      } catch {
        return whole;
      }
    });
}

const base64 = (text: string) => toBytes(atob(text));

/** Quoted-printable, but for the blank. */
const quoted = (text: string) => toBytes(decodeQuotedPrintable(text.replaceAll('_', ' ')));
