/** The package for whoever hosts the pane, made from what `npm run build` built. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import graphClouds from '../../src/outlook/graph/clouds.json';
import { problemsOf } from '../manifest/checks';
import { pack, root, unpack, type Package } from './built';

const ADDRESS = 'https://bounces.example.com/pane';
let made: Package;
let files: Map<string, string>;
beforeAll(async () => {
  made = pack(['--address', ADDRESS]);
  files = await unpack(made);
});
const file = (path: string) => files.get(path) ?? `no ${path} in the package`;
const bundledIn = (program: string) =>
  JSON.parse(readFileSync(join(root, `dist/${program}-packages.json`), 'utf8')) as {
    name: string;
    version: string;
  }[];
/** Of both programs, each once. */
const packages = [
  ...new Map(
    [...bundledIn('pane'), ...bundledIn('page')].map((one) => [`${one.name} ${one.version}`, one]),
  ).values(),
].sort((one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1));

test('has the same bytes again, in another time zone', () => {
  expect(pack(['--address', ADDRESS], 'Asia/Tokyo').bytes.equals(made.bytes)).toBe(true);
});

test('no file names the folder that it was built in', () => {
  expect([...files].filter(([, text]) => text.includes(root)).map(([path]) => path)).toEqual([]);
});

test('its checksums cover every file, and are right', () => {
  const sums = file('SHA256SUMS').trimEnd().split('\n');
  const right = [...files]
    .filter(([path]) => path !== 'SHA256SUMS')
    .map(([path, text]) => `${createHash('sha256').update(text, 'latin1').digest('hex')}  ${path}`);
  expect(sums.toSorted()).toEqual(right.toSorted());
  expect(right.length).toBeGreaterThan(100);
});

test('its manifests name the address, and are in order', () => {
  const manifest = file('manifest.xml');
  expect(file('pane/manifest.xml')).toBe(manifest);
  expect(manifest).not.toContain('localhost');
  const asHere = Buffer.from(manifest, 'latin1').toString().replaceAll(ADDRESS, 'https://localhost:3001');
  expect(problemsOf(asHere)).toEqual([]);
});

test('the bill of materials is valid CycloneDX, and names what is bundled', async () => {
  const sbom = file('sbom.cdx.json');
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(sbom)).toBeNull();
  const { components, metadata } = JSON.parse(sbom) as {
    components: { name: string; version: string; hashes: unknown[]; licenses: unknown[] }[];
    metadata: object;
  };
  const names = (all: { name: string; version: string }[]) => all.map((one) => `${one.name} ${one.version}`);
  expect(names(components).toSorted()).toEqual(names(packages).toSorted());
  expect(components.every(({ hashes, licenses }) => hashes.length > 0 && licenses.length > 0)).toBe(true);
  expect(metadata).not.toHaveProperty('timestamp');
});

test('a bill of materials with a fault is refused', async () => {
  const broken = file('sbom.cdx.json').replace('"type": "library"', '"type": "libary"');
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(broken)).not.toBeNull();
});

test('the notices hold the licence of every bundled package, and office.js is none', () => {
  const parts = file('THIRD-PARTY-NOTICES.txt')
    .split(`\n${'-'.repeat(78)}\n`)
    .slice(1);
  const heads = parts.map((part) =>
    part
      .trim()
      .split('\n')[0]
      ?.replace(/ \([^)]*\)$/, ''),
  );
  expect(heads).toEqual(packages.map(({ name, version }) => `${name} ${version}`));
  for (const part of parts) expect(part).toMatch(/copyright|public domain/i);
  expect(heads.join()).not.toContain('office-js');
  const scripts = [...files].filter(([path]) => path.endsWith('.js')).map(([, text]) => text);
  // What every file of office.js begins with.
  expect(
    scripts.filter((text) => text.includes('Office.js is a trademark') || text.includes('OfficeExt=')),
  ).toEqual([]);
});

test('holds what whoever hosts it needs, and nothing of the development', () => {
  for (const path of [
    'LICENSE',
    'CHANGELOG.md',
    'PRIVACY.md',
    'SECURITY.md',
    'hosting/nginx.conf',
    'hosting/README.md',
  ])
    expect(files.has(path)).toBe(true);
  for (const path of [
    'taskpane.html',
    'campaign.html',
    'config.json',
    'privacy.html',
    'support.html',
    'third-party-notices.txt',
  ])
    expect(files.has(`pane/${path}`)).toBe(true);
  expect([...files.keys()].filter((path) => /\.map$|host\/|\.ts$/.test(path))).toEqual([]);
});

interface Cloud {
  office: string;
  graph: string;
  frameAncestors: string[];
}
const clouds = JSON.parse(readFileSync(join(root, 'scripts/package/clouds.json'), 'utf8')) as Record<
  string,
  Cloud
>;

const NGINX = readFileSync(join(root, 'docs/hosting/nginx.conf'), 'utf8');

/** Cloud → its page and its configuration of nginx. */
function forClouds(): Record<string, { page: string; nginx: string }> {
  const program = `import { cloudNamed, cloudNames, hostingFor, pageFor } from './scripts/package/cloud.mjs';
    import { text } from 'node:stream/consumers';
    const { page, nginx } = JSON.parse(await text(process.stdin));
    const made = (cloud) => ({ page: pageFor(page, cloud), nginx: hostingFor(nginx, cloud) });
    console.log(JSON.stringify(Object.fromEntries(cloudNames.map((name) => [name, made(cloudNamed(name))]))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify({ page: file('pane/taskpane.html'), nginx: NGINX }),
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, { page: string; nginx: string }>;
}

test('for each cloud, page and host name that cloud and no other', () => {
  const made = forClouds();
  expect(Object.keys(made)).toEqual(Object.keys(clouds));
  for (const [name, cloud] of Object.entries(clouds)) {
    const { page, nginx } = made[name] ?? { page: '', nginx: '' };
    expect(page.split(cloud.office)).toHaveLength(2);
    expect(page).toContain(` ${cloud.office.replace(/[^/]*$/, '')} `);
    expect(page).toContain(`connect-src 'self' ${cloud.graph};`);
    expect(nginx).toContain(`"frame-ancestors ${cloud.frameAncestors.join(' ')}"`);
    expect(graphClouds.map(({ graph }) => `https://${graph}`)).toContain(cloud.graph);
    const others = Object.values(clouds).filter(({ office }) => office !== cloud.office);
    for (const other of others) expect(page).not.toContain(new URL(other.office).host);
  }
});

test('a package is for the cloud that was asked for', async () => {
  const its = await unpack(pack(['--cloud', 'gcc-high']));
  expect(its.get('pane/taskpane.html')).toContain(clouds['gcc-high']?.office);
  expect(its.get('hosting/web.config')).toContain('frame-ancestors https://outlook.office365.us"');
});

test.each([
  ['another cloud', ['--cloud', 'gcch'], /there are worldwide, gcc, gcc-high, dod, 21vianet/],
  ['an address without https', ['--address', 'http://a.example'], /is not https/],
  ['an unknown switch', ['--adress', 'https://a.example'], /adress/],
])('refuses %s with a sentence', (_what, args, sentence) => {
  expect(() => pack(args)).toThrow(sentence);
});
