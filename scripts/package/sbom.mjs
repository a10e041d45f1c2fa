/**
 * The bill of materials of what is shipped (CycloneDX 1.5, JSON): npm's own list of the lockfile, without what is
 * installed but not bundled. It holds no time and no random number, so that equal contents give equal bytes.
 */
import { createHash } from 'node:crypto';
import { runNpm } from './npm.mjs';

/** Its home folder is the project's: npm reads the lockfile there. */
export function sbomOf(project, { name, version, packages }) {
  const bom = JSON.parse(npmSbom(project));
  const shipped = new Set(packages.map((one) => `${one.name}@${one.version}`));
  const components = bom.components.filter((one) => shipped.delete(refOf(one)));
  if (shipped.size > 0)
    throw new Error(`the lockfile has not what was bundled: ${[...shipped].join(', ')}. Run "npm ci".`);

  const { 'bom-ref': root } = bom.metadata.component;
  const kept = new Set([root, ...components.map((one) => one['bom-ref'])]);
  delete bom.metadata.timestamp;
  Object.assign(bom.metadata.component, { name, version, type: 'application' });
  const dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  const contents = { ...bom, components, dependencies };
  delete contents.serialNumber;
  return `${JSON.stringify({ ...contents, serialNumber: serialOf(contents) }, null, 2)}\n`;
}

const refOf = ({ name, version }) => `${name}@${version}`;

/** A name-based UUID of the contents, in the form of RFC 9562's version 8. */
function serialOf(contents) {
  const hex = createHash('sha256').update(JSON.stringify(contents)).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

/**
 * Of the lockfile alone: what else lies in node_modules makes no difference. With `--omit dev`, npm 11 leaves out react,
 * which packages for tests want as well.
 */
const npmSbom = (project) => runNpm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], project);
