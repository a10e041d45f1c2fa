/** The only addresses that the panel links to: those of our knowledge, never one from a mail. */
import records from '../knowledge/links.json';
import type { LinkId } from '../knowledge/records';

/** The address of a link; null where it is unknown, lacks a value, or is not https. */
export type LinkUrl = (id: LinkId) => string | null;

/** Where training is sent again, and how the platform's own pages explain it. */
export const ENROLMENTS: LinkId = 'enrollments';
export const RESEND_HELP: LinkId = 'resend-help';

export function linksFor(platformUrl: string): LinkUrl {
  const templates = new Map(records.map(({ id, url }) => [id, url]));
  return (id) => {
    const url = templates.get(id)?.replace('{platformUrl}', platformUrl);
    return url?.startsWith('https://') && !url.includes('{') ? url : null;
  };
}

/** The name of the site a link leads to, for people. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
