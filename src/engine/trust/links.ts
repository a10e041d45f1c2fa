/** Where a message's links lead. They are compared, never followed and never shown as links. */
import data from '../../knowledge/trust.json';
import type { Context } from '../context';
import type { Message } from '../mail/message';

const MAX_LINKS = 200;

/** @returns hosts that no bounce of a known system links to, in order */
export function foreignLinks(
  { linkTargets, headers }: Message,
  { ownDomains = [], platformUrl }: Context,
): string[] {
  const own = [headers.address('from')?.split('@')[1], hostOf(platformUrl ?? ''), ...ownDomains];
  // The sender's own domain is no excuse: a phisher sends from anywhere.
  const known = [...data.linkHosts, ...own.slice(1)].filter((host): host is string => Boolean(host));
  return linkTargets.slice(0, MAX_LINKS).flatMap((target) => {
    const host = hostOf(target);
    return host === null || known.some((ending) => host === ending || host.endsWith(`.${ending}`))
      ? []
      : [host];
  });
}

/** Host of a web address; null for anchors, mailto: and what is no address. */
function hostOf(target: string): string | null {
  // Browsers read a backslash as a slash, and phishers know it.
  const address = target.replaceAll('\\', '/');
  return (
    /^\s*https?:\/{1,4}(?:[^/@\s]{0,200}@)?([^/:?#\s]{1,255})/i.exec(address)?.[1]?.toLowerCase() ?? null
  );
}
