/**
 * The name of a file in Content-Disposition or Content-Type, in one piece or in several (RFC 2231):
 *
 *     attachment; filename="report.html"
 *     attachment; filename*=utf-8''Pr%C3%BCfbericht.html
 *     attachment; filename*0="invoice.pdf"; filename*1=".html"       the ending that counts stands in the last piece
 */
import { decodeAs, toBytes } from './charset';
import { decodeWords } from './encoded-words';

const PIECE = /\b(?:file)?name(\*\d{1,2})?(\*)?\s{0,3}=\s{0,3}(?:"([^"]{1,300})"|([^\s;"]{1,300}))/gi;
const MAY_NAME = /name/i;
/** `utf-8'en'` before the first piece. */
const CHARSET = /^([\w-]{1,40})'[\w-]{0,20}'/;
/** Pieces of one name; each may be 300 characters long. */
const MAX_PIECES = 20;

/** @returns null where the field names no file */
export function fileNameIn(field: string): string | null {
  if (!MAY_NAME.test(field)) return null;
  let name = '';
  let charset = 'utf-8';
  let pieces = 0;
  for (const [, part, star, quoted, bare] of field.matchAll(PIECE)) {
    const value = quoted ?? bare ?? '';
    const named = star ? CHARSET.exec(value) : null;
    charset = named?.[1] ?? charset;
    name += star ? value.slice(named?.[0].length ?? 0) : value;
    // One in one piece says all.
    if (!part || ++pieces >= MAX_PIECES) break;
  }
  if (name === '') return null;
  return /%[0-9a-f]{2}/i.test(name) ? fromPercents(name, charset) : decodeWords(name);
}

function fromPercents(name: string, charset: string): string {
  const bytes = name.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return decodeAs(toBytes(bytes), charset) ?? bytes;
}
