/**
 * Packs the command alone, as it is published: `dist/ndr-explain-<version>.tgz`.
 *
 *   npm run package:command
 *
 * The package has a package.json of its own, and nothing to install: what the command needs is bundled.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { publint } from './package/publint.mjs';
import { manPage } from './package/man-page.mjs';
import { runNpm } from './package/npm.mjs';
import { emitTypes } from './package/types.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const here = (...path) => join(project, ...path);
const { values } = parseArgs({ options: { out: { type: 'string', default: here('dist') } } });
const folder = join(values.out, 'ndr-explain');

const ours = JSON.parse(readFileSync(here('package.json'), 'utf8'));
const { version, license, engines, repository } = ours;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const path of ['cli.js', 'answer-thread.js', 'parts', 'third-party-notices.txt'])
  cpSync(here('dist', path), join(folder, path), { recursive: true });
cpSync(here('LICENSE'), join(folder, 'LICENSE'));
cpSync(here('docs/command.md'), join(folder, 'README.md'));
emitTypes(here('src/cli/json-line.ts'), { from: here('src'), to: join(folder, 'types') });
const help = execFileSync(process.execPath, [join(folder, 'cli.js'), '--help'], { encoding: 'utf8' });
writeFileSync(join(folder, 'ndr-explain.1'), manPage(help, version));
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: 'ndr-explain',
      version,
      description: 'Explains bounced email (NDR, DSN): cause, who acts, what to do, when to send again.',
      keywords: ['bounce', 'ndr', 'dsn', 'smtp', 'exchange', 'email', 'delivery-status'],
      license,
      ...(repository ? { repository } : {}),
      engines,
      type: 'commonjs',
      bin: { 'ndr-explain': 'cli.js' },
      man: './ndr-explain.1',
      types: './types/cli/json-line.d.ts',
      files: ['answer-thread.js', 'cli.js', 'ndr-explain.1', 'parts', 'third-party-notices.txt', 'types'],
      publishConfig: { access: 'public', provenance: true },
    },
    null,
    2,
  )}\n`,
);

const complaints = await publint(folder);
if (complaints.length > 0) throw new Error(complaints.join('\n'));
const packed = JSON.parse(runNpm(['pack', folder, '--json', '--pack-destination', values.out], project));
const [{ filename, size, unpackedSize, files }] = Object.values(packed);
console.log(`${filename}: ${files.length} files, ${kB(size)} packed, ${kB(unpackedSize)} unpacked`);

function kB(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
