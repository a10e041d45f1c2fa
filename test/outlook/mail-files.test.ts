import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';
import type { DoorProblemCode, Source } from '../../src/outlook/door';
import { MAX_FILE_BYTES, MAX_MAILS, sourcesOfFiles } from '../../src/outlook/mail-files';

const mail = (subject: string) => `Subject: ${subject}\r\n\r\nbody\r\n`;
const file = (name: string, content: BlobPart = mail(name)) => new File([content], name);
const open = (...files: File[]) => sourcesOfFiles(files, 'chosen-files');
const textOf = async (source: Source | undefined) =>
  new TextDecoder().decode((await source?.read()) as Uint8Array);
const codeOf = (source: Source | undefined): Promise<DoorProblemCode | 'read'> =>
  source!.read().then(
    () => 'read',
    ({ code }) => code,
  );

interface Packed {
  name: string;
  content: string | Blob;
  password?: string;
}
async function zip(entries: readonly Packed[], name = 'mails.zip'): Promise<File> {
  const writer = new ZipWriter(new BlobWriter());
  for (const { name: entry, content, password } of entries) {
    const reader = typeof content === 'string' ? new TextReader(content) : new BlobReader(content);
    await writer.add(entry, reader, password ? { password } : {});
  }
  return file(name, await writer.close());
}

it('reads several files when they are looked at, each with an id of its own', async () => {
  const sources = await open(file('a.eml'), file('b.txt'));
  expect(sources.map(({ name }) => name)).toEqual(['a.eml', 'b.txt']);
  expect(await Promise.all(sources.map(textOf))).toEqual([mail('a.eml'), mail('b.txt')]);
  expect(new Set(sources.map(({ id }) => id)).size).toBe(2);
});

it('takes a mailbox file apart, by its name or by its first line', async () => {
  const mbox = `From a@example.com Mon Nov 23 09:00:00 2026\n${mail('one')}\nFrom b@example.com Mon Nov 23 09:00:00 2026\n${mail('two')}`;
  for (const name of ['all.mbox', 'all.txt']) {
    const sources = await open(file(name, mbox));
    expect(sources.map((source) => source.name)).toEqual([`${name} #1`, `${name} #2`]);
    expect(await textOf(sources[1])).toContain('Subject: two');
  }
});

it('unpacks a zip, mailbox files in it too, and passes over what file managers leave', async () => {
  const mbox = `From a@example.com Mon Nov 23 09:00:00 2026\n${mail('m1')}\nFrom b@example.com Mon Nov 23 09:00:00 2026\n${mail('m2')}`;
  const sources = await open(
    await zip([
      { name: 'folder/a.eml', content: mail('a') },
      { name: '__MACOSX/folder/._a.eml', content: 'x' },
      { name: 'folder/.DS_Store', content: 'x' },
      { name: 'all.mbox', content: mbox },
    ]),
  );
  expect(sources.map(({ name }) => name)).toEqual(['a.eml', 'all.mbox #1', 'all.mbox #2']);
  expect(await textOf(sources[0])).toBe(mail('a'));
});

it('names what it does not unpack, and still reads the others', async () => {
  const zeros = new Blob([new Uint8Array(8 * 1024 * 1024)]);
  const inner = await zip([{ name: 'b.eml', content: mail('b') }]);
  const sources = await open(
    await zip([
      { name: '../../etc/a.eml', content: mail('a') },
      { name: '/abs.eml', content: mail('a') },
      { name: 'C:\\x.eml', content: mail('a') },
      { name: 'bomb.eml', content: zeros },
      { name: 'inner.zip', content: inner },
      { name: 'locked.eml', content: mail('l'), password: 'secret' },
      { name: 'good.eml', content: mail('good') },
    ]),
  );
  expect(await Promise.all(sources.map(async (one) => [one.name, await codeOf(one)]))).toEqual([
    ['a.eml', 'path-outside-zip'],
    ['abs.eml', 'path-outside-zip'],
    ['x.eml', 'path-outside-zip'],
    ['bomb.eml', 'zip-bomb'],
    ['inner.zip', 'zip-in-zip'],
    ['locked.eml', 'locked-zip'],
    ['good.eml', 'read'],
  ]);
});

it('refuses a file that unpacks to more than its zip promised', async () => {
  const text = 'a'.repeat(50_000);
  const bytes = new Uint8Array(await (await zip([{ name: 'liar.eml', content: text }])).arrayBuffer());
  const view = new DataView(bytes.buffer);
  // The size is said twice: in front of the file and in the directory at the end.
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  const [liar] = await open(file('liar.zip', bytes));
  expect(['zip-bomb', 'broken-zip']).toContain(await codeOf(liar));
});

it('says that a zip is cut off', async () => {
  const whole = await zip([{ name: 'a.eml', content: mail('a') }]);
  const [half] = await open(file('half.zip', whole.slice(0, whole.size - 30)));
  expect([half?.name, await codeOf(half)]).toEqual(['half.zip', 'broken-zip']);
});

const sized = (name: string, size: number) =>
  Object.defineProperty(file(name, 'x'), 'size', { value: size }) as File;
const gone = () =>
  Object.defineProperty(file('gone.eml'), 'slice', {
    value: () => ({
      arrayBuffer: () => Promise.reject(new DOMException('/home/a/gone.eml', 'NotFoundError')),
    }),
  }) as File;

it.each([
  ['empty-file', file('a.eml', '')],
  ['too-large', sized('a.eml', MAX_FILE_BYTES + 1)],
  ['too-large', sized('a.mbox', 210 * 1024 * 1024)],
  ['unreadable-file', gone()],
])('says %s, without the name in the detail, and reads the file beside it', async (code, broken) => {
  const [first, second] = await open(broken, file('b.eml'));
  await expect(first?.read()).rejects.toMatchObject({ code, detail: expect.not.stringMatching(/\.eml/) });
  expect(await codeOf(second)).toBe('read');
});

it('refuses more mails than a list can be gone through', async () => {
  const many = Array.from({ length: MAX_MAILS + 1 }, (_none, at) => file(`${at}.eml`));
  await expect(open(...many)).rejects.toMatchObject({ code: 'too-many-mails' });
});

it('says that there is no mail in an empty zip', async () => {
  await expect(open(await zip([]))).rejects.toMatchObject({ code: 'no-mail-inside' });
});
