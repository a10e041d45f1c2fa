/**
 * Holds what a release says of itself together: `npm run check:release -- v1.2.3`, without the tag before it is made.
 * Names what is wrong: versions that differ, a changelog without the version.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (name) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const { version } = JSON.parse(read('package.json'));
const [tag = `v${version}`] = process.argv.slice(2);

const faults = [
  [tag !== `v${version}`, `the tag is ${tag}, package.json says ${version}: npm version raises both`],
  [
    JSON.parse(read('package-lock.json')).version !== version,
    'package-lock.json has another version: npm install --package-lock-only',
  ],
  [
    !read('manifest.xml').includes(`<Version>${version}.0</Version>`),
    `manifest.xml has another version than ${version}.0: node scripts/raise-manifest.mjs`,
  ],
  [
    !read('docs/accessibility/openacr.yaml').includes(`version: '${version}'`),
    `docs/accessibility/openacr.yaml is of another version than ${version}: look whether its rows still hold`,
  ],
  [!read('CHANGELOG.md').includes(`\n## ${version}\n`), `CHANGELOG.md has no heading "## ${version}"`],
].filter(([isWrong]) => isWrong);
for (const [, sentence] of faults) console.error(`check-release: ${sentence}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`Version ${version} is the same everywhere.`);
