/**
 * Draws the add-in's icons: assets/icon*.svg → assets/icon-<pixels>.png.
 * Run it by hand after a change to a drawing; the pictures are committed, so nobody else needs it.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const assets = join(root, 'assets');

/** One picture per pixel size; a phone's 32 at scale 3 and 48 at scale 2 are the same 96. */
const drawings = {
  'icon-tiny.svg': [16],
  'icon-small.svg': [25, 32],
  'icon.svg': [48, 50, 64, 75, 80, 96, 128, 144],
};

const browser = await launch(join(root, '.cache', 'chromium'));
const page = await browser.newPage();
for (const [drawing, sizes] of Object.entries(drawings)) {
  const source = readFileSync(join(assets, drawing)).toString('base64');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="data:image/svg+xml;base64,${source}">`,
    );
    const picture = await page.screenshot({ omitBackground: true });
    writeFileSync(join(assets, `icon-${size}.png`), picture);
    console.log(`icon-${size}.png from ${drawing}, ${picture.length} bytes`);
  }
}
await browser.close();

/** The Chromium of the npm package, with its own NSS libraries where the machine has none. */
async function launch(cache) {
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache; // before the import: the package unpacks there, once
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const environment = { ...process.env };
  if (execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')) {
    const folder = join(cache, 'al2023');
    if (!existsSync(folder)) await unpackLibraries(folder);
    environment.LD_LIBRARY_PATH = join(folder, 'lib');
  }
  return chromium.launch({ executablePath, chromiumSandbox: false, env: environment });
}

async function unpackLibraries(folder) {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archive = join(dirname(entry), '../../bin/al2023.tar.br');
  const { extract } = await import('tar-fs');
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract(folder));
}
