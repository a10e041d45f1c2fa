/** The command's package, installed into an empty folder as its users do it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { root } from './built';

jest.setTimeout(180_000);
const folder = mkdtempSync(join(tmpdir(), 'ndr-explain-'));
const home = join(folder, 'home');
const made = join(folder, 'made');
const npm = process.env.npm_execpath;
const runNpm = (...args: string[]) => {
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return spawnSync(command, [...first, ...args], { cwd: home, encoding: 'utf8' });
};
let printed = '';
beforeAll(() => {
  printed = execFileSync(process.execPath, [join(root, 'scripts/package-command.mjs'), '--out', made], {
    encoding: 'utf8',
  });
  execFileSync(process.execPath, ['-e', `fs.mkdirSync(${JSON.stringify(home)})`]);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  const tarball = readdirSync(made).find((name) => name.endsWith('.tgz')) ?? 'none';
  const { status, stderr } = runNpm('install', '--offline', '--no-audit', '--no-fund', join(made, tarball));
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(folder, { recursive: true }));
const installed = (...path: string[]) => join(home, 'node_modules/ndr-explain', ...path);
const ask = (...args: string[]) => runNpm('exec', '--offline', '--', 'ndr-explain', ...args);

test('it brings nothing else along', () => {
  expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'ndr-explain',
  ]);
  const manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'ndr-explain', license: 'MIT' });
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies', 'scripts']));
  expect(printed).toMatch(/^ndr-explain-\d+\.\d+\.\d+\.tgz: \d+ files, \d+ kB packed, \d+ kB unpacked\n$/);
});

test('it holds the command, and neither pane nor host', () => {
  expect(readdirSync(installed()).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'answer-thread.js',
    'cli.js',
    'ndr-explain.1',
    'package.json',
    'parts',
    'third-party-notices.txt',
    'types',
  ]);
});

test('it explains a code, and a mail in JSON', () => {
  const { status, stdout, stderr } = ask('--ask', '5.7.134');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/Who acts: /);
  const mail = ask('--json', join(root, 'host/mails/postfix-user-unknown.eml'));
  expect(JSON.parse(mail.stdout)).toMatchObject({ recipients: [{ cause: 'recipient-unknown' }] });
});

test('its types name what the JSON holds', () => {
  const source = (name: string, cause: string) => {
    const test = `export const test = (line: AnswerLine) => line.recipients[0]?.cause === '${cause}';`;
    writeFileSync(join(home, name), `import type { AnswerLine } from 'ndr-explain';\n${test}`);
    return join(home, name);
  };
  const program = ts.createProgram([source('right.ts', 'mailbox-full'), source('wrong.ts', 'mailbox-fall')], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  const faults = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      basename(file?.fileName ?? ''),
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]);
  expect(faults).toEqual([['wrong.ts', expect.stringMatching(/no overlap/)]]);
});

test('its manual page tells every option', () => {
  const page = readFileSync(installed('ndr-explain.1'), 'utf8');
  const options = [...ask('--help').stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name ?? '');
  expect(options.length).toBeGreaterThan(10);
  for (const name of options) expect(page).toContain(`.B ${name.replaceAll('-', '\\-')}`);
  for (const heading of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXIT STATUS', 'EXAMPLES'])
    expect(page).toContain(`\n.SH ${heading}\n`);
});
