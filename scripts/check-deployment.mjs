/**
 * Looks at a pane that is served somewhere, and names each fault with its mend:
 *
 *   npm run check:deployment -- https://bounces.example.com
 *
 * Exit 0: no fault; 1: at least one; 2: the command was not understood. Warnings do not count.
 */
import { checkDeployment } from './deployment/check.mjs';
import { AddressError, readAddress } from './package/manifest.mjs';

try {
  const [address, ...rest] = process.argv.slice(2);
  if (address === undefined || rest.length > 0) throw new AddressError('one address is needed');
  readAddress(address);
  const findings = await checkDeployment(address.replace(/\/+$/, ''));
  for (const { kind, what, mend } of findings) console.log(`${kind}: ${what}\n  mend: ${mend}`);
  const faults = findings.filter(({ kind }) => kind === 'fault').length;
  console.log(
    `${faults} ${faults === 1 ? 'fault' : 'faults'}, ${findings.length - faults} warnings: ${address}`,
  );
  process.exitCode = faults > 0 ? 1 : 0;
} catch (problem) {
  if (!(problem instanceof AddressError)) throw problem;
  console.error(
    `check-deployment: ${problem.message}\nusage: npm run check:deployment -- https://host.example/path`,
  );
  process.exitCode = 2;
}
