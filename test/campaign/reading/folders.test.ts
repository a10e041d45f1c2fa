/** Which files of a folder are read: what stands in them decides, not how they are called. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { batchesOf } from '../../../src/campaign/reading/records';
import { filesOf, problem } from '../../../src/cli/files';
import { mailFiles } from '../../../src/cli/mails';
import { bounce } from '../../engine/write-mail';

const folder = mkdtempSync(join(tmpdir(), 'bounces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns the folder that the files stand in */
function written(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, name);
}

async function read(path: string): Promise<{ files: string[]; leftOut: string[]; problems: string[] }> {
  const files = new Set<string>();
  const leftOut: Record<string, number> = {};
  const problems: string[] = [];
  for await (const batch of batchesOf(filesOf([path]), problem)) {
    for (const { source } of batch.records) files.add(source.slice(path.length + 1));
    for (const { root, file, ...lost } of batch.leftOut) {
      expect([root, file]).toEqual([path, path]);
      leftOut[lost.leftOut] = (leftOut[lost.leftOut] ?? 0) + lost.count;
    }
    problems.push(...batch.problems.map(({ key }) => key));
  }
  return { files: [...files], leftOut: Object.entries(leftOut).flat().map(String), problems };
}

const LINE =
  'Nov 23 09:12:00 mx postfix/smtp[71]: 4F1A2B3: to=<a@example.com>, dsn=5.1.1, status=bounced (no)\n';
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);
const DATABASE = new Uint8Array(4096).map((_, at) => at % 7);
const MBOX = `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${bounce()}\n`;

const UNUSUAL = {
  '1234': bounce(),
  Bounces: MBOX,
  'a.csv.bak': 'email,event,reason\na@example.com,bounce,550 no\n',
  'cur/1764000010.M1P10.mx1,S=1234:2,S': bounce(),
  'exo.dsn': bounce(),
  'mail.log.1': LINE,
  'maillog-20261121': LINE,
};

test('mails, mailboxes, logs and tables are read whatever their names', async () => {
  expect(await read(written('unusual', UNUSUAL))).toEqual({
    files: Object.keys(UNUSUAL),
    leftOut: [],
    problems: [],
  });
});

test('hidden files, and files that are no text, are counted', async () => {
  const files = {
    '.DS_Store': 'Bud1',
    '._a.eml': 'Mac OS X',
    'Thumbs.db': DATABASE,
    '.hidden.eml': bounce(),
    'a.eml': bounce(),
    'deep/index.db': DATABASE,
    'deep/picture.png': PNG,
  };
  expect(await read(written('mixed', files))).toEqual({
    files: ['.hidden.eml', 'a.eml'],
    leftOut: ['binary-files', '2', 'hidden-files', '3'],
    problems: [],
  });
});

test('files in which nothing stands are counted, and a folder without files is told', async () => {
  const files = { 'a.csv': '', 'b.csv': 'email,event,reason\n', 'c.mbox': '\n', 'd.eml': bounce() };
  expect(await read(written('empty-files', files))).toMatchObject({ leftOut: ['empty-files', '3'] });
  mkdirSync(join(folder, 'empty', 'deep'), { recursive: true });
  expect(await read(join(folder, 'empty'))).toEqual({ files: [], leftOut: ['no-files', '1'], problems: [] });
});

test('a mail that is no text is told of by name, also in a folder', async () => {
  expect(await read(written('damaged', { 'a.eml': PNG }))).toMatchObject({ files: ['a.eml'], leftOut: [] });
});

test('mails are found one by one by the same rule', async () => {
  const path = written('each', { '1234': bounce(), '.DS_Store': 'Bud1', 'a.png': PNG, 'b.db': DATABASE });
  const found: unknown[] = [];
  for await (const one of mailFiles([path]))
    found.push('bytes' in one ? one.name : 'leftOut' in one ? [one.leftOut, one.count, one.file] : one);
  expect(found).toEqual([join(path, '1234'), ['hidden-files', 1, path], ['binary-files', 2, path]]);
});
