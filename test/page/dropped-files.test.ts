import { droppedFiles } from '../../src/page/dropped-files';

/** As a browser hands it out: its list comes in pieces, and both list and file may be refused. */
const folder = (name: string, entries: object[] | DOMException): object => ({
  isFile: false,
  name,
  createReader: () => {
    const pieces = Array.isArray(entries) ? [...entries.map((entry) => [entry]), []] : [];
    return {
      readEntries: (onList: (some: object[]) => void, onRefused: (error: unknown) => void) =>
        Array.isArray(entries) ? onList(pieces.shift() ?? []) : onRefused(entries),
    };
  },
});
const file = (name: string, refused?: DOMException): object => ({
  isFile: true,
  name,
  file: (onFile: (file: File) => void, onRefused: (error: unknown) => void) =>
    refused ? onRefused(refused) : onFile(new File(['x'], name)),
});

async function dropped(...entries: object[]): Promise<string[]> {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  const found: string[] = [];
  for await (const one of droppedFiles({ items } as unknown as DataTransfer))
    if ('key' in one) found.push(`${one.key}: ${one.values.file ?? ''}`);
    else found.push('leftOut' in one ? `${one.leftOut} in ${one.file}: ${one.count}` : one.path);
  return found;
}

const deep = (levels: number): object => (levels === 0 ? file('last.eml') : folder('in', [deep(levels - 1)]));
const moved = new DOMException('gone', 'NotFoundError');
const refused = new DOMException('no', 'NotReadableError');

test.each<[string, object[], string[]]>([
  [
    'files of a folder, whatever their names',
    [folder('a', [file('1.eml'), file('mail.log.1'), file('1764.M1P1.mx1,S=12:2,S')])],
    ['a/1.eml', 'a/mail.log.1', 'a/1764.M1P1.mx1,S=12:2,S'],
  ],
  ['a folder without files', [folder('a', [folder('b', [])])], ['no-files in a: 1']],
  [
    'hidden files by their number',
    [folder('a', [file('.DS_Store'), folder('b', [file('Thumbs.db'), file('1.eml')])])],
    ['a/b/1.eml', 'hidden-files in a: 2'],
  ],
  ['a file that is dropped itself, whatever its name', [file('bounces')], ['bounces']],
  [
    'a file that cannot be opened, and goes on',
    [folder('a', [file('1.eml', moved), file('2.eml', refused), file('3.eml')])],
    ['not-found: a/1.eml', 'unreadable: a/2.eml', 'a/3.eml'],
  ],
  [
    'a folder that cannot be listed, and goes on',
    [folder('a', [folder('b', refused), file('1.eml')])],
    ['unreadable: a/b', 'a/1.eml'],
  ],
  [
    'files and folders of one name apart',
    [
      file('a.csv'),
      file('a.csv'),
      file('a (2).csv'),
      folder('b', [file('1.eml')]),
      folder('b', [file('1.eml')]),
    ],
    ['a.csv', 'a (2).csv', 'a (2) (2).csv', 'b/1.eml', 'b (2)/1.eml'],
  ],
  ['folders that end in time', [deep(100)], [`${'in/'.repeat(100)}last.eml`]],
  ['folders that go too deep', [deep(102)], [`too-deep: ${'in/'.repeat(101).slice(0, -1)}`]],
])('names %s', async (_what, entries, found) => expect(await dropped(...entries)).toEqual(found));
