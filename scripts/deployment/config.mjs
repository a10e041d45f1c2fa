/** config.json, read by the pane's own code. */
import { createRequire } from 'node:module';
import { checkCaching } from './page.mjs';

const loadTypescript = createRequire(import.meta.url)('../load-typescript.cjs');

const MEND = {
  'no-https': 'Its address must begin with https:// or {platformUrl}, and name a server in full.',
  placeholder: 'Only {address}, {domain}, and {platformUrl} at its start are filled in.',
  'no-such-link': 'hosting/README.md, step 3, lists the links that there are.',
};

export async function checkConfig(site, policy) {
  const file = await site.get('config.json');
  if (!file) return;
  checkCaching(site, 'config.json', file.headers);
  let found;
  try {
    found = JSON.parse(file.text);
  } catch (problem) {
    site.fault(`config.json is not JSON (${problem.message})`, 'Look for a comma, quote or bracket there.');
    return;
  }
  const { cleanConfig } = loadTypescript('../src/site/deployment-config.ts');
  const { graph, faults, refusedLinks } = cleanConfig(found);
  for (const field of faults)
    site.fault(
      `config.json: ${field} is not understood`,
      'hosting/README.md, step 3, shows what it may hold.',
    );
  for (const { link, why } of refusedLinks) site.fault(`config.json: links.${link} is not used`, MEND[why]);
  if (graph && !policy.get('connect-src')?.includes(graph.address))
    site.fault(
      `config.json names the Graph of another cloud: ${graph.address}`,
      'Pack the pane for that cloud, or take the address out.',
    );
}
