/**
 * Which scripts may be loaded: our own files, and office.js with what it loads itself. The page's policy
 * (`require-trusted-types-for 'script'`) has the browser ask here for every address that becomes a script and for all
 * text that becomes markup. Text becomes markup in inert documents only, and never code.
 */

/** Where the page's policy allows scripts from, beside its own files. */
const MICROSOFT = ['https://appsforoffice.microsoft.com/lib/1/hosted/', 'https://ajax.aspnetcdn.com/ajax/'];

/** TypeScript's library does not have it yet. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(
    name: 'default',
    rules: {
      createScriptURL(address: string): string | null;
      createHTML(markup: string, type: string, sink: string): string | null;
    },
  ): unknown;
}

/** Makes a document that nothing runs in and nothing is fetched for: how the engine reads the HTML of a mail. */
const INERT = 'DOMParser parseFromString';

export function mayRun(address: string, page: string): boolean {
  const { href, origin } = new URL(address, page);
  return origin === new URL(page).origin || MICROSOFT.some((start) => href.startsWith(start));
}

/**
 * Asked for by the script in front of office.js, and by the pane in case that one did not load; a page has one rule.
 * Browsers without trusted types are held by the list in the page's policy alone.
 */
export function guardScripts(page: Window & { trustedTypes?: TrustedTypes }): void {
  if (page.trustedTypes?.defaultPolicy) return;
  page.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (mayRun(address, page.location.href) ? address : null),
    createHTML: (markup, _type, sink) => (sink === INERT ? markup : null),
  });
}
