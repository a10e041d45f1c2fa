/**
 * Strings of a .msg file. Newer files hold UTF-16. Older ones hold bytes of a code page, which the message
 * names by its Windows number: 1254 is Turkish, 932 is Japanese.
 */
import { decodeAs, latin1 } from './charset';
import { decodeCharset } from './transfer';

/** Windows numbers whose charsets have a name of their own (the WHATWG encoding standard). */
const CHARSETS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  20127: 'us-ascii',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51936: 'gbk',
  51949: 'euc-kr',
  52936: 'gbk',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** @returns the charset's name; empty for a code page that is unknown or not stated */
export function charsetOf(codePage: number | null): string {
  if (codePage === null) return '';
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  // 28591 is ISO 8859-1, 28605 is ISO 8859-15.
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return CHARSETS[codePage] ?? '';
}

/** Without a known code page the bytes are read as UTF-8 where they are valid, else as Windows-1252. */
export const decodeBytes = (bytes: Uint8Array, codePage: number | null): string =>
  decodeCharset(latin1(bytes), charsetOf(codePage));

export const decodeUnicode = (bytes: Uint8Array): string => decodeAs(bytes, 'utf-16le') ?? '';
