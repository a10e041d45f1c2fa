/** Files that hold others: those that are read, and those of which it is said what to do. */
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { anywhereIn } from '../../../src/engine/archive/bytes-anywhere';
import { batchesOf } from '../../../src/campaign/reading/records';
import { writeMsg } from '../../engine/mail/write-msg';
import { bounce } from '../../engine/write-mail';

const TABLE = 'email,event,reason\na@example.com,bounce,550 no\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const gz = (content: string | Uint8Array) => new Uint8Array(gzipSync(content));

/** @returns records by their file and number; what was said of others */
async function read(name: string, bytes: Uint8Array): Promise<string[]> {
  const found: string[] = [];
  const file = { name, root: name, chunks: [bytes.slice()], anywhere: anywhereIn(new Blob([bytes.slice()])) };
  const problemOf = (_file: string, error: unknown) => ({ key: String(error), values: { file: name } });
  async function* files() {
    yield await Promise.resolve({ ...file, chunks: asyncly(file.chunks) });
  }
  for await (const { records, leftOut, problems } of batchesOf(files(), problemOf)) {
    found.push(...records.map(({ source, piece }) => `${piece.form} ${source}:${piece.place}`));
    found.push(...leftOut.map((lost) => `${lost.leftOut} ${lost.file}`));
    found.push(...problems.map(({ key, values }) => `${key} ${values.file ?? ''}`));
  }
  return found;
}

async function* asyncly(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const WORKBOOK = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  '_rels/.rels': strToU8('<Relationships/>'),
  'xl/workbook.xml': strToU8('<workbook/>'),
});
const LETTER = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') });
const SHEET = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
  'content.xml': strToU8('<office/>'),
});
const tar = new Uint8Array(1024);
tar.set(bytesOf('bounces/a.eml'));
tar.set(bytesOf('ustar'), 257);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0);

test.each<[string, string, Uint8Array, string[]]>([
  ['a packed table', 'a.csv.gz', gz(TABLE), ['row a.csv.gz:2']],
  ['a packed mailbox', 'a.mbox.gz', gz(`From x\n${bounce()}\n`), ['mail a.mbox.gz:1']],
  ['a packed table in a zip', 'a.zip', zipSync({ 'a.csv.gz': gz(TABLE) }), ['row a.zip/a.csv.gz:2']],
  ['a picture in a zip', 'a.zip', zipSync({ 'a.png': PNG }), ['binary-files a.zip']],
  ['a cut off packed table', 'a.csv.gz', gz(TABLE.repeat(50)).subarray(0, 60), ['broken-gzip a.csv.gz']],
  ['an empty table', 'a.csv', bytesOf('email,event,reason\n'), ['empty-files a.csv']],
  ['an empty zip', 'a.zip', zipSync({}), ['no-files a.zip']],
  ['a workbook', 'a.xlsx', WORKBOOK, ['workbook a.xlsx']],
  ['a workbook of another name', 'export', WORKBOOK, ['workbook export']],
  ['a workbook in a zip', 'a.zip', zipSync({ 'a.xlsx': WORKBOOK }), ['workbook a.zip/a.xlsx']],
  ['a workbook of LibreOffice', 'a.ods', SHEET, ['workbook a.ods']],
  ['an old workbook', 'a.xls', writeMsg({ subject: 'x' }), ['workbook a.xls']],
  ['a letter', 'a.docx', LETTER, ['text a.docx:1']],
  ['a letter in a zip', 'a.zip', zipSync({ 'a.docx': LETTER }), ['binary-files a.zip']],
  ['an archive of Unix', 'a.tgz', gz(tar), ['packed a.tgz']],
  ['a packed zip', 'a.zip.gz', gz(zipSync({ 'a.csv': strToU8(TABLE) })), ['packed a.zip.gz']],
  ['a packed packed file', 'a.gz.gz', gz(gz(TABLE)), ['packed a.gz.gz']],
  [
    'a zip in a zip, of another name',
    'a.zip',
    zipSync({ b: zipSync({ c: strToU8(TABLE) }) }),
    ['zip-in-zip a.zip/b'],
  ],
  ['an archive of 7-Zip', 'a.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), ['packed a.7z']],
  ['Outlook’s store', 'a.pst', bytesOf('!BDN\0\0\0\0'), ['outlook-data a.pst']],
])('%s', async (_what, name, bytes, found) => expect(await read(name, bytes)).toEqual(found));
