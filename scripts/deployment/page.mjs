/** taskpane.html and campaign.html, the scripts that they name, and the headers that they come with. */
import { cloudNames, cloudNamed, WORLDWIDE, frameAncestorsOf } from '../package/cloud.mjs';
import { partsOf } from './page-parts.mjs';

/** @returns the policy within the page: rule → its sources */
export async function checkPage(site, page) {
  checkFraming(site, 'taskpane.html', page.headers);
  const root = await site.ask(`${new URL(site.address).origin}/`);
  if (root) checkFraming(site, 'the root of the host', root.headers);
  checkHeaders(site, page.headers);
  checkCaching(site, 'taskpane.html', page.headers);

  const { scripts, policy } = partsOf(page.text);
  checkOffice(site, scripts, policy);
  await checkScripts(site, 'taskpane.html', scripts);
  return policy;
}

/** The page of many bounces: a browser shows it by itself, so neither frames nor office.js matter. */
export async function checkCampaignPage(site) {
  const page = await site.get('campaign.html');
  if (!page) return;
  checkCaching(site, 'campaign.html', page.headers);
  await checkScripts(site, 'campaign.html', partsOf(page.text).scripts);
  await site.get('campaign/files.json');
}

/** Outlook shows the pane in a frame; new Outlook looks at the root of the host, too. */
function checkFraming(site, what, headers) {
  const option = headers.get('x-frame-options');
  if (option !== null)
    site.fault(
      `${what} comes with X-Frame-Options: ${option}`,
      'Take the header out, at the server and at every proxy before it. frame-ancestors takes its place.',
    );
  const ancestors = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  const allowed = ancestors?.trim().split(/\s+/) ?? [];
  const fits = ({ frameAncestors }) => frameAncestors.every((host) => allowed.includes(host));
  if (ancestors !== undefined && !allowed.includes('*') && !cloudNames.map(cloudNamed).some(fits))
    site.fault(
      `${what} allows framing by ${ancestors.trim() || 'nobody'}, which leaves an Outlook out`,
      `Send "Content-Security-Policy: ${frameAncestorsOf(WORLDWIDE)}", or the line in hosting/ of your package.`,
    );
  if (ancestors === undefined && what === 'taskpane.html')
    site.warn(
      'any site may show the pane in a frame',
      `If the server can send headers: "Content-Security-Policy: ${frameAncestorsOf(WORLDWIDE)}".`,
    );
}

function checkHeaders(site, headers) {
  for (const [name, value] of [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
  ])
    if (headers.get(name) !== value)
      site.warn(`${name} is not sent`, `Send "${name}: ${value}" with every file.`);
}

/** A page that is kept names files that are gone. */
export function checkCaching(site, path, headers) {
  const cache = headers.get('cache-control') ?? '';
  if (/no-cache|no-store|max-age=0/.test(cache)) return;
  const age = Number(/max-age=(\d+)/.exec(cache)?.[1] ?? 0);
  const mend = `Send "Cache-Control: no-cache" with ${path}.`;
  if (age > 3600) site.fault(`${path} may be kept for ${age} seconds: an update does not arrive`, mend);
  else site.warn(`${path} comes without Cache-Control: no-cache`, mend);
}

async function checkScripts(site, page, scripts) {
  const own = scripts.filter((address) => !address.startsWith('https:'));
  if (own.length === 0)
    site.fault(`${page} names no script of its own`, 'Copy the file of the package: this is another one.');
  for (const path of own) await checkScript(site, path);
}

async function checkScript(site, path) {
  const script = await site.get(path);
  if (!script) return;
  if (!/max-age=\d{6,}/.test(script.headers.get('cache-control') ?? ''))
    site.warn(
      `${path} is asked for anew each time`,
      'Its name holds its digest: let browsers keep it for a year.',
    );
}

function checkOffice(site, scripts, policy) {
  const office = scripts.find((address) => /(^|\/)office\.js$/.test(address));
  const folder = office?.slice(0, office.lastIndexOf('/') + 1);
  if (!office || !cloudNames.some((name) => cloudNamed(name).office === office))
    site.fault(
      `taskpane.html loads office.js from ${office ?? 'nowhere'}`,
      'Pack it for your cloud: npm run package -- --cloud …',
    );
  else if (!policy.get('script-src')?.includes(folder))
    site.fault(
      `the policy of taskpane.html blocks ${office}`,
      'Pack it anew: tag and policy belong together.',
    );
}
