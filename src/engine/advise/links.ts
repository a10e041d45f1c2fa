/** The only addresses that are ever linked to: those of our knowledge, never one from a mail. */
import { links } from '../../knowledge/generated/start';
import type { LinkId } from '../../knowledge/records';

/** The address of a link; null where it is unknown, lacks a value, or is not https. */
export type LinkUrl = (id: LinkId) => string | null;

/** Where training is sent again, and how the platform's own pages explain it. */
export const ENROLMENTS: LinkId = 'enrollments';
export const RESEND_HELP: LinkId = 'resend-help';

/** @param platformUrl base address of the training platform, https, without a slash at its end */
export function linksFor(platformUrl: string): LinkUrl {
  const templates = new Map(links.map(({ id, url }) => [id, url]));
  return (id) => {
    const url = templates.get(id)?.replace('{platformUrl}', () => platformUrl);
    return url?.startsWith('https://') && !url.includes('{') ? url : null;
  };
}

/** The name of the site a link leads to, for people. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
