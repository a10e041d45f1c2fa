/**
 * Packs what is deployed into `dist/bounce-explainer-<version>.zip`:
 *
 *   npm run package -- --address https://bounces.example.com
 *   npm run package -- --address https://bounces.example.com --cloud gcc-high
 *
 * Without an address the manifests name https://your-host.example, to be replaced by hand. Equal sources give equal
 * bytes. `npm run package` builds first; this script packs what is built.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cloudNamed, cloudNames, hostingFor, pageFor } from './package/cloud.mjs';
import { manifestFor, readAddress } from './package/manifest.mjs';
import { sbomOf } from './package/sbom.mjs';
import notices from './package/third-party-notices.cjs';
import { zipOf } from './package/zip.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const here = (...path) => join(project, ...path);
const usage = `usage: npm run package -- [--address https://host.example/path] [--cloud ${cloudNames.join('|')}]
         [--without-no-item-context] [--out FOLDER]`;

async function main() {
  const { values } = parseArgs({
    options: {
      address: { type: 'string', default: 'https://your-host.example' },
      cloud: { type: 'string', default: 'worldwide' },
      'without-no-item-context': { type: 'boolean', default: false },
      out: { type: 'string', default: here('dist') },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8'));
  const files = contents(values, version);
  files.set('SHA256SUMS', Buffer.from(checksums(files)));
  const bytes = await zipOf(files);

  const file = join(values.out, `bounce-explainer-${version}.zip`);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(file, bytes);
  writeFileSync(`${file}.sha256`, `${sha256(bytes)}  bounce-explainer-${version}.zip\n`);
  console.log(
    `${files.size} files, ${(bytes.length / 1000).toFixed(0)} kB, ${values.cloud}, ${values.address}`,
  );
  console.log(`${sha256(bytes)}  ${file}`);
}

/** @returns path in the zip → bytes */
function contents({ address, cloud: name, 'without-no-item-context': without }, version) {
  const cloud = cloudNamed(name);
  const manifest = manifestFor(readFileSync(here('manifest.xml'), 'utf8'), readAddress(address), !without);
  if (!manifest.includes(`<Version>${version}.0</Version>`))
    throw new Error(`manifest.xml has another version than package.json's ${version}`);
  const packages = bundledPackages();
  const pane = filesBelow(here('dist/pane'));
  return new Map([
    ...pane.map((path) => [`pane/${path}`, readFileSync(here('dist/pane', path))]),
    [
      'pane/taskpane.html',
      Buffer.from(pageFor(readFileSync(here('dist/pane/taskpane.html'), 'utf8'), cloud)),
    ],
    ['pane/manifest.xml', Buffer.from(manifest)],
    ['manifest.xml', Buffer.from(manifest)],
    ...filesBelow(here('docs/hosting')).map((path) => [
      `hosting/${path}`,
      Buffer.from(hostingFor(readFileSync(here('docs/hosting', path), 'utf8'), cloud)),
    ]),
    ['sbom.cdx.json', Buffer.from(sbomOf(project, { name: 'bounce-explainer', version, packages }))],
    ...['LICENSE', 'CHANGELOG.md', 'PRIVACY.md', 'SECURITY.md'].map((path) => [
      path,
      readFileSync(here(path)),
    ]),
    ['THIRD-PARTY-NOTICES.txt', Buffer.from(notices.thirdPartyNotices(packages))],
  ]);
}

/** What is bundled into the pane, the campaign page, or both: each once, by name. */
function bundledPackages() {
  const lists = ['pane', 'page'].map((name) =>
    JSON.parse(readFileSync(here(`dist/${name}-packages.json`), 'utf8')),
  );
  const byName = new Map(lists.flat().map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, bundled]) => bundled);
}

/** Paths with forward slashes. */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );

/** As `sha256sum --check SHA256SUMS` reads it. */
const checksums = (files) =>
  [...files]
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    .sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1))
    .join('');

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

try {
  await main();
} catch (problem) {
  console.error(`package: ${problem.message}`);
  process.exitCode = 1;
}
