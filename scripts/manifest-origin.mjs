/**
 * Writes manifest.xml for the address where the pane is really served:
 *
 *   node scripts/manifest-origin.mjs https://host.example/path > manifest.prod.xml
 *
 * --without-no-item-context  leaves SupportsNoItemContext out. It switches multi-select on as well,
 *                            so an organisation in which the button misbehaves can go without.
 * --manifest FILE            reads another manifest than the project's.
 *
 * The document is parsed, never searched: each address must be one of ours, or nothing is written.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AddressError, manifestFor, readAddress } from './package/manifest.mjs';

const usage =
  'usage: node scripts/manifest-origin.mjs https://host.example/path [--without-no-item-context] [--manifest FILE]';

try {
  const { address, manifest, noItemContext } = readArguments();
  process.stdout.write(manifestFor(readFileSync(manifest, 'utf8'), address, noItemContext));
} catch (problem) {
  console.error(`manifest-origin: ${problem.message}`);
  process.exitCode = problem.usage ? 2 : 1;
}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        manifest: { type: 'string', default: fileURLToPath(new URL('../manifest.xml', import.meta.url)) },
        'without-no-item-context': { type: 'boolean', default: false },
      },
    });
  } catch (problem) {
    throw wrongUsage(problem.message);
  }
  const { positionals, values } = parsed;
  if (positionals.length !== 1) throw wrongUsage('one address is needed');
  return {
    address: addressOf(positionals[0]),
    manifest: values.manifest,
    noItemContext: !values['without-no-item-context'],
  };
}

function addressOf(text) {
  try {
    return readAddress(text);
  } catch (problem) {
    throw problem instanceof AddressError ? wrongUsage(problem.message) : problem;
  }
}

function wrongUsage(message) {
  return Object.assign(new Error(`${message}\n${usage}`), { usage: true });
}
