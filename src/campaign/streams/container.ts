/** Files that hold bounces in a form that is not read, told by their first bytes: what to do with them is said. */
import { isMsg } from '../../engine/mail/bytes';
import { latin1 } from '../../engine/mail/charset';

/**
 * - `workbook`: of Excel or LibreOffice; `document`: of Word and the like, which is no text
 * - `packed`: an archive of another kind than zip and gzip
 * - `outlook-data`: Outlook's own store of many mails
 */
export type Container = 'workbook' | 'document' | 'packed' | 'outlook-data';

const MARKS: readonly (readonly [Container, at: number, mark: string])[] = [
  ['packed', 0, '7z\u00bc\u00af'],
  ['packed', 0, 'Rar!\u001a'],
  ['packed', 4, '1AY&SY'],
  ['packed', 0, '\u00fd7zXZ'],
  ['packed', 0, '(\u00b5/\u00fd'],
  ['packed', 257, 'ustar'],
  ['outlook-data', 0, '!BDN'],
];
/** The first file of an archive that an Office program wrote. */
const OF_OFFICE = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/\w{1,40}\.(?:xml|bin)|mimetype)/;
const WORKBOOK_NAME = /\.(?:xls[xmb]?|ods)$/i;

/** @param head the first bytes of the file */
export function containerOf(head: Uint8Array, name: string): Container | null {
  const start = latin1(head.subarray(0, MAX_START));
  const marked = MARKS.find(([, at, mark]) => start.startsWith(mark, at));
  if (marked) return marked[0];
  if (isMsg(head)) return WORKBOOK_NAME.test(name) ? 'workbook' : null;
  if (!start.startsWith('PK\u0003\u0004') || !OF_OFFICE.test(start.slice(FIRST_NAME))) return null;
  const isWorkbook = WORKBOOK_NAME.test(name) || /xl\/\w|opendocument\.spreadsheet/.test(start);
  return isWorkbook ? 'workbook' : 'document';
}

const MAX_START = 64 * 1024;
/** Where the name of a zip's first file stands. */
const FIRST_NAME = 30;
