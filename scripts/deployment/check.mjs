/** What must hold of a site that serves the pane: both pages, their files, the headers, config.json and the manifest. */
import { checkConfig } from './config.mjs';
import { checkManifest } from './manifest.mjs';
import { checkCampaignPage, checkPage } from './page.mjs';
import { Site } from './site.mjs';

/**
 * @param address without a slash at its end
 * @returns findings `{ kind: 'fault' | 'warning', what, mend }`
 */
export async function checkDeployment(address) {
  const site = new Site(address);
  const page = await site.get('taskpane.html');
  if (!page) return site.findings;
  const policy = await checkPage(site, page);
  await checkCampaignPage(site);
  await checkConfig(site, policy);
  await checkManifest(site);
  for (const name of ['support.html', 'privacy.html']) await site.get(name);
  return site.findings;
}
