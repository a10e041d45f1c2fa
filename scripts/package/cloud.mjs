/** Microsoft's clouds: each has its own office.js, its own Microsoft Graph, and its own Outlook on the web. */
import { readFileSync } from 'node:fs';

const clouds = JSON.parse(readFileSync(new URL('clouds.json', import.meta.url), 'utf8'));

export const cloudNames = Object.keys(clouds);
export const WORLDWIDE = clouds.worldwide;

/** @throws where there is no such cloud */
export function cloudNamed(name) {
  if (!Object.hasOwn(clouds, name))
    throw new Error(`there is no cloud "${name}"; there are ${cloudNames.join(', ')}`);
  return clouds[name];
}

/**
 * The pane's page for a cloud: the tag of office.js, and what the page's policy allows. The pane reads its rule for
 * scripts from that policy, so nothing else has to be changed.
 */
export function pageFor(html, { office, graph }) {
  const moved = replaceIn(html, WORLDWIDE.office, office);
  const folders = replaceIn(moved, ` ${folderOf(WORLDWIDE.office)} `, ` ${folderOf(office)} `);
  return replaceIn(folders, `connect-src 'self' ${WORLDWIDE.graph};`, `connect-src 'self' ${graph};`);
}

/** What a host's configuration says of framing, for a cloud. */
export const hostingFor = (text, { frameAncestors }) =>
  text.replaceAll(frameAncestorsOf(WORLDWIDE), frameAncestorsOf({ frameAncestors }));

export const frameAncestorsOf = ({ frameAncestors }) => `frame-ancestors ${frameAncestors.join(' ')}`;

const folderOf = (address) => address.slice(0, address.lastIndexOf('/') + 1);

/** Replaces what must stand there exactly once: else the page is not the one that this was written for. */
function replaceIn(text, from, to) {
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`taskpane.html has "${from}" ${times} times, not once`);
  return text.replace(from, () => to);
}
