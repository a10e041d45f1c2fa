import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './checks';
import { all, named, parseXml } from './xml';

const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'manifest-origin-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const done = spawnSync(process.execPath, [join(root, 'scripts/manifest-origin.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Runs on a copy in which something was changed. */
function runOn(from: string | RegExp, to: string, ...args: string[]) {
  const changed = manifest.replace(from, to);
  expect(changed).not.toBe(manifest);
  const file = join(folder, 'manifest.xml');
  writeFileSync(file, changed);
  return run('--manifest', file, ...args);
}

test('moves every address, and changes nothing else', () => {
  const { code, out, err } = run('https://host.example/path/');
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toMatch(/localhost/);
  const moved = JSON.stringify(parseXml(manifest)).replaceAll(
    'https://localhost:3001/',
    'https://host.example/path/',
  );
  expect(JSON.stringify(parseXml(out))).toBe(moved);
});

test('writes the XML declaration first and a line end last', () => {
  const { out } = run('https://host.example');
  expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<OfficeApp /);
  expect(out).toMatch(/<\/OfficeApp>\n$/);
});

test('keeps entities, and makes one of an ampersand in the path', () => {
  const { out } = runOn('Explain this bounce', 'Who &amp; why &quot;now&quot;', 'https://host.example/a&b');
  expect(out).toContain('DefaultValue="Who &amp; why &quot;now&quot;"');
  expect(out).toContain('https://host.example/a&amp;b/taskpane.html');
});

test('leaves SupportsNoItemContext out when asked, and only that', () => {
  const count = (xml: string) => all(parseXml(xml)).length;
  const plain = run('https://host.example').out;
  const { code, out } = run('https://host.example', '--without-no-item-context');
  expect(code).toBe(0);
  expect(named(parseXml(out), 'SupportsNoItemContext')).toEqual([]);
  expect(named(parseXml(out), 'SupportsPinning')).toHaveLength(1);
  expect(count(out)).toBe(count(plain) - 1);
});

test.each([
  ['http', ['http://host.example'], /is not https/],
  ['no address', [], /one address is needed/],
  ['two addresses', ['https://a.example', 'https://b.example'], /one address is needed/],
  ['a bare host name', ['host.example'], /is not an address/],
  ['a query', ['https://host.example/?a=1'], /without query or fragment/],
  ['a password', ['https://me:secret@host.example'], /user name or password/],
  ['an unknown switch', ['https://host.example', '--frobnicate'], /frobnicate/],
])('refuses %s with the usage, and writes nothing', (_what, args, sentence) => {
  const { code, out, err } = run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(sentence);
  expect(err).toMatch(/usage:/);
});

test.each([
  [
    'an address of somebody else',
    'https://localhost:3001/assets/icon-64.png',
    'https://cdn.example/64.png',
    /cdn\.example/,
  ],
  [
    'another port',
    'https://localhost:3001/assets/icon-64.png',
    'https://localhost:30010/64.png',
    /localhost:30010/,
  ],
  ['an address in a sentence', 'Explain this bounce', 'See https://localhost:3001/help', /See https/],
  ['a manifest that was moved before', /localhost:3001/g, 'host.example', /not below/],
  ['a manifest without addresses', /"https:[^"]*"/g, '"x"', /no address below/],
  ['a broken manifest', '</Hosts>', '', /line \d+/],
])('stops at %s, and writes nothing', (_what, from, to, sentence) => {
  const { code, out, err } = runOn(from, to, 'https://host.example');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(sentence);
});

test('says so when there is no SupportsNoItemContext to leave out', () => {
  const { code, err } = runOn(
    /<SupportsNoItemContext>.*/,
    '',
    'https://host.example',
    '--without-no-item-context',
  );
  expect(code).toBe(1);
  expect(err).toMatch(/no SupportsNoItemContext/);
});
