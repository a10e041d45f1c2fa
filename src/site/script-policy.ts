/**
 * Which scripts may be loaded: our own files, and office.js with what it loads itself. The page's policy
 * (`require-trusted-types-for 'script'`) has the browser ask here for every address that becomes a script. Text never
 * becomes markup or code.
 */

/** TypeScript's library does not have it yet. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(
    name: 'default',
    rules: {
      createScriptURL(address: string): string | null;
    },
  ): unknown;
}

/**
 * Folders that scripts may come from beside the page's own files, such as
 * `https://appsforoffice.microsoft.com/lib/1/hosted/`: those that the page's policy names. One list serves both, since
 * national clouds have office.js elsewhere.
 */
export function scriptFolders(page: Pick<Document, 'querySelector'>): string[] {
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
  const rules = policy?.split(';').map((rule) => rule.trim().split(/\s+/)) ?? [];
  const scripts = rules.find(([name]) => name === 'script-src') ?? [];
  return scripts.filter((source) => /^https:\/\/[^*]+\/$/.test(source));
}

export function mayRun(address: string, page: string, folders: readonly string[]): boolean {
  const { href, origin } = new URL(address, page);
  return origin === new URL(page).origin || folders.some((start) => href.startsWith(start));
}

/**
 * Asked for by the script in front of office.js, and by the pane in case that one did not load; a page has one rule.
 * Browsers without trusted types are held by the list in the page's policy alone.
 */
export function guardScripts(page: Window & { trustedTypes?: TrustedTypes }): void {
  if (page.trustedTypes?.defaultPolicy) return;
  // Read once, before any script of others has run.
  const folders = scriptFolders(page.document);
  page.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (mayRun(address, page.location.href, folders) ? address : null),
  });
}
