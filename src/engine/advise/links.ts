/** The only addresses that are ever linked to: those of our knowledge and of whoever hosts the pane, never one from a mail. */
import { links } from '../../knowledge/generated/start';
import type { LinkId } from '../../knowledge/records';
import type { Context } from '../context';

/**
 * The address of a link; null where it is unknown, lacks a value, or is not https.
 *
 * @param addresses whom the link is about; an address may be filled in where it is the only one
 */
export type LinkUrl = (id: LinkId, addresses?: readonly string[]) => string | null;

/** Addresses in place of those of the knowledge, such as `{ "target-users": "https://train.example/users?q={address}" }`. */
export type LinkTemplates = Readonly<Partial<Record<LinkId, string>>>;

/** Where training is sent again, and how the platform's own pages explain it. */
export const ENROLMENTS: LinkId = 'enrollments';
export const RESEND_HELP: LinkId = 'resend-help';

/** The platform's public portal; customers with a domain of their own change it. */
export const DEFAULT_PLATFORM_URL = 'https://dash.keepnetlabs.com';

/** The addresses of a context. */
export const linksOf = ({ platformUrl = DEFAULT_PLATFORM_URL, links: own }: Context): LinkUrl =>
  linksFor(platformUrl, own);

/** @param platformUrl base address of the training platform, https, without a slash at its end */
export function linksFor(platformUrl: string, own: LinkTemplates = {}): LinkUrl {
  const templates = new Map([
    ...links.map(({ id, url }): [LinkId, string | null] => [id, url]),
    ...Object.entries(own),
  ]);
  return (id, addresses = []) => {
    const template = templates.get(id)?.replace('{platformUrl}', () => platformUrl);
    const url = template && filled(template, addresses.length === 1 ? addresses[0] : undefined);
    return url?.startsWith('https://') && !url.includes('{') ? url : null;
  };
}

/** Longer than any real address: then the link stays without it. */
const MAX_ADDRESS = 320;
const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * Fills `{address}` and `{domain}` in. Without an address a query's value stays empty, and a path ends before
 * the part that would hold it: `https://train.example/users/{address}/mails` becomes `https://train.example/users`.
 */
function filled(template: string, address: string | undefined): string {
  const known = address !== undefined && address.length <= MAX_ADDRESS ? address : '';
  const values: Record<string, string> = { address: known, domain: known.slice(known.lastIndexOf('@') + 1) };
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (all, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? all : encoded(value);
    });
  const query = template.search(/[?#]/);
  const parts = (query < 0 ? template : template.slice(0, query)).split('/');
  const gap = parts.findIndex((part) => part.search(PLACEHOLDER) >= 0 && isNoName(fill(part)));
  const path = (gap < 0 ? parts : parts.slice(0, gap)).map(fill).join('/');
  return path + (query < 0 ? '' : fill(template.slice(query)));
}

/** Nothing, or dots, by which a browser would go up to another page. */
const isNoName = (part: string): boolean => /^\.*$/.test(part);

/** Also what `encodeURIComponent` leaves: a bracket would end a link in Markdown. Half a character makes it throw. */
const encoded = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A place whose address only a deployer can give is one of the platform's, too. */
const ofPlatform = new Set(
  links.filter(({ url }) => url === null || url.startsWith('{platformUrl}')).map(({ id }) => id),
);

/** Is it a page of the platform, where only the training's admins have an account? */
export const isOfPlatform = (id: LinkId): boolean => ofPlatform.has(id);

/** The name of the site a link leads to, for people. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
